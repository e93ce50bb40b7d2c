package org.zhiqiao.platform.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How people come in.
 *
 * @param perAccount how often a password may be tried for one address
 * @param perAddress how often passwords may be tried from one network address
 * @param perRegistration how often one network address may register or ask for mail
 * @param perMail how often one person gets mail that they or others asked for
 * @param forgetAfter after so long without an attempt, counting starts anew
 * @param confirmWithin how long the link of a registration works
 * @param resetWithin how long the link of a password reset works
 * @param inviteWithin how long the link of an invitation works
 * @param passwordMemory what it takes to try one password against a stolen hash; at least 1 MB, and much more for real accounts
 */
@Validated
@ConfigurationProperties("zhiqiao.account")
record AccountSettings(@NotNull @Valid @DefaultValue AccountLimit perAccount,
		@NotNull @Valid @DefaultValue AddressLimit perAddress, @NotNull @Valid @DefaultValue MailLimit perMail,
		@NotNull @Valid @DefaultValue RegistrationLimit perRegistration,
		@NotNull @DefaultValue("24h") Duration forgetAfter, @NotNull @DefaultValue("24h") Duration confirmWithin,
		@NotNull @DefaultValue("1h") Duration resetWithin, @NotNull @DefaultValue("7d") Duration inviteWithin,
		@NotNull @DefaultValue("16MB") DataSize passwordMemory) {

	AccountSettings {
		if (passwordMemory.compareTo(DataSize.ofMegabytes(1)) < 0) {
			throw new IllegalArgumentException("zhiqiao.account.password-memory is less than 1MB: " + passwordMemory);
		}
	}

	/** So many free attempts, then a wait that doubles with each further one. */
	sealed interface Limit {

		/** Attempts before the first wait. */
		int free();

		/** The wait after the last free attempt. */
		Duration firstWait();

		/** The wait does not grow beyond this. */
		Duration longestWait();

	}

	/** For passwords tried for one account. */
	record AccountLimit(@Min(1) @Max(100) @DefaultValue("5") int free, @NotNull @DefaultValue("30s") Duration firstWait,
			@NotNull @DefaultValue("15m") Duration longestWait) implements Limit {}

	/** For passwords tried from one address, behind which a whole office may sit. */
	record AddressLimit(@Min(1) @Max(10_000) @DefaultValue("50") int free,
			@NotNull @DefaultValue("30s") Duration firstWait,
			@NotNull @DefaultValue("15m") Duration longestWait) implements Limit {}

	/** For mail to one person. */
	record MailLimit(@Min(1) @Max(100) @DefaultValue("3") int free, @NotNull @DefaultValue("5m") Duration firstWait,
			@NotNull @DefaultValue("6h") Duration longestWait) implements Limit {}

	/** For registrations and requests for mail from one address. */
	record RegistrationLimit(@Min(1) @Max(10_000) @DefaultValue("30") int free,
			@NotNull @DefaultValue("1m") Duration firstWait,
			@NotNull @DefaultValue("1h") Duration longestWait) implements Limit {}

}
