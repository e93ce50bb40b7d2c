package org.zhiqiao.platform.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Locale;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Role;

/** Letters to people who answer without signing in. */
final class Letters {

	private Letters() {}

	/** An account that cannot answer for a person, though it has the address of the profile: it could keep what is mailed. */
	static void register(Accounts accounts, String address) {
		if (accounts.findByEmail(address).isEmpty()) {
			accounts.createSample(new Accounts.NewPerson(address, "a long enough password", "Somebody",
					Locale.SIMPLIFIED_CHINESE, EnumSet.of(Role.FIRM), null));
		}
	}

	/** Such a letter has been written, and what opens its page is found only in the mail. */
	static void assertOnlyMailed(JdbcClient jdbc, String address, String link) {
		assertThat(jdbc.sql("SELECT COUNT(*) FROM mail_outbox WHERE recipient = ? AND link LIKE ?")
				.params(address, "http%" + link)
				.query(Long.class)
				.single()).as("letters to " + link).isPositive();
		assertThat(jdbc.sql("SELECT CONCAT(COALESCE(link, ''), ' ', title, ' ', body) FROM notice")
				.query((row, _) -> row.getString(1))
				.list()).noneMatch(
						notice -> notice.replaceAll("/workspace/\\w+/", "")
								.matches("(?s).*/(invitations|declarations)/.*"));
	}

}
