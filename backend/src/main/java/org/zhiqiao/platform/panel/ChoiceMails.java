package org.zhiqiao.platform.panel;

import java.util.Optional;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.notification.Mail;
import org.zhiqiao.platform.notification.Notifications;
import org.zhiqiao.platform.notification.Topic;

/** Tells officers that a direct choice waits for them or was decided. Never who is on it: others may read mail. */
@Component
class ChoiceMails {

	private final Accounts accounts;

	private final Notifications notifications;

	ChoiceMails(Accounts accounts, Notifications notifications) {
		this.accounts = accounts;
		this.notifications = notifications;
	}

	void proposed(Panel panel, int number) {
		write(panel, Duty.SUPERVISOR, number, "panel-choice-proposed");
	}

	void decided(Panel panel, int number, boolean approved) {
		write(panel, Duty.ORGANISER, number, approved ? "panel-choice-approved" : "panel-choice-refused");
	}

	private void write(Panel panel, Duty duty, int number, String template) {
		Optional.ofNullable(panel.duties().get(duty))
				.flatMap(this.accounts::find)
				.ifPresent(person -> this.notifications
						.send(new Mail(Topic.PANELS, person.email(), person.language(), template,
								"/workspace/panels/" + panel.id() + "/choices/" + number, panel.content().title())));
	}

}
