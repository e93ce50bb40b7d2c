package org.zhiqiao.platform.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The people of the demonstration, one for each role. They exist in profile {@code demo}
 * only, and are made before the sample is loaded.
 */
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE)
public class DemoAccounts implements ApplicationRunner {

	/** The same for all: it is printed and shown to everybody. */
	private static final String PASSWORD = "qiao-demo-2026";

	private static final List<DemoAccount> ALL = List.of(
			new DemoAccount("expert@demo.zhiqiao.example", PASSWORD, "林若溪", EnumSet.of(Role.EXPERT), null, "expert"),
			new DemoAccount("newcomer@demo.zhiqiao.example", PASSWORD, "Jonas Weidner", EnumSet.of(Role.EXPERT), null,
					"newcomer"),
			new DemoAccount("firm@demo.zhiqiao.example", PASSWORD, "方志远", EnumSet.of(Role.FIRM), null, "firm"),
			new DemoAccount("hefei@demo.zhiqiao.example", PASSWORD, "何安", EnumSet.of(Role.CITY_OFFICER), "hefei",
					"hefei"),
			new DemoAccount("wuhu@demo.zhiqiao.example", PASSWORD, "吴越", EnumSet.of(Role.CITY_OFFICER), "wuhu", "wuhu"),
			new DemoAccount("province@demo.zhiqiao.example", PASSWORD, "程皖生", EnumSet.of(Role.PROVINCIAL_OFFICER), null,
					"province"),
			new DemoAccount("information@demo.zhiqiao.example", PASSWORD, "宋知微", EnumSet.of(Role.INFORMATION_OFFICER),
					null, "information"),
			new DemoAccount("auditor@demo.zhiqiao.example", PASSWORD, "沈鉴", EnumSet.of(Role.AUDITOR), null, "auditor"),
			new DemoAccount("admin@demo.zhiqiao.example", PASSWORD, "管平", EnumSet.of(Role.ADMINISTRATOR), null,
					"administrator"));

	private final Accounts accounts;

	DemoAccounts(Accounts accounts) {
		this.accounts = accounts;
	}

	/** All of them, in the order in which they are shown. */
	public List<DemoAccount> all() {
		return ALL;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		for (DemoAccount wanted : ALL) {
			if (this.accounts.findByEmail(wanted.email()).isEmpty()) {
				this.accounts.createSample(new Accounts.NewPerson(wanted.email(), wanted.password(),
						wanted.displayName(),
						wanted.story().equals("newcomer") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE, wanted.roles(),
						wanted.city()));
			}
		}
	}

	/**
	 * One of them.
	 *
	 * @param story what to do with it; its sentence is under {@code demo.<story>}
	 */
	public record DemoAccount(String email, String password, String displayName, Set<Role> roles, @Nullable String city,
			String story) {}

}
