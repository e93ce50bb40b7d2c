package org.zhiqiao.platform.sample;

import java.util.Locale;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import org.zhiqiao.platform.account.DemoAccounts;
import org.zhiqiao.platform.account.DemoAccounts.DemoAccount;
import org.zhiqiao.platform.problem.Texts;

/** Says on the console where the demonstration is and how to get in. */
@Component
@Profile("demo")
class DemoBoard {

	private final DemoAccounts accounts;

	private final Texts texts;

	private final Environment environment;

	DemoBoard(DemoAccounts accounts, Texts texts, Environment environment) {
		this.accounts = accounts;
		this.texts = texts;
		this.environment = environment;
	}

	@EventListener(ApplicationReadyEvent.class)
	void show() {
		var port = this.environment.getProperty("local.server.port");
		// Without a web server there is nowhere to go.
		if (port != null) {
			System.out.println(text("http://localhost:" + port));
		}
	}

	String text(String address) {
		var board = new StringBuilder("""

				────────────────────────────────────────────────────────────────────────
				  智桥 Zhiqiao    %s
				  示例数据，人物与单位均为虚构 · sample data: all people and organisations are made up
				────────────────────────────────────────────────────────────────────────
				""".formatted(address));
		for (DemoAccount account : this.accounts.all()) {
			board.append("  %-36s %s%n".formatted(account.email(), account.password()));
			board.append("      %s%n".formatted(this.texts.text(Texts.FIRST, "demo." + account.story())));
			board.append("      %s%n".formatted(this.texts.text(Locale.ENGLISH, "demo." + account.story())));
		}
		return board.append("────────────────────────────────────────────────────────────────────────\n").toString();
	}

}
