package org.zhiqiao.platform.panel;

import java.util.Optional;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.notification.Mail;
import org.zhiqiao.platform.notification.Notifications;
import org.zhiqiao.platform.notification.Topic;

/** Writes that something about an assessment is to be looked at. What it says stands on the page alone. */
@Component
class AssessmentMails {

	private final Addressees addressees;

	private final InvitationMails invitations;

	private final Accounts accounts;

	private final Notifications notifications;

	AssessmentMails(Addressees addressees, InvitationMails invitations, Accounts accounts,
			Notifications notifications) {
		this.addressees = addressees;
		this.invitations = invitations;
		this.accounts = accounts;
		this.notifications = notifications;
	}

	/** To the person, who may contest it. */
	void given(Invitation about) {
		toPerson(about, "panel-assessment-given");
	}

	/** To the person: somebody has decided on what they had against it. */
	void ruled(Invitation about) {
		toPerson(about, "panel-assessment-ruled");
	}

	private void toPerson(Invitation about, String template) {
		this.addressees.of(about.expert()).ifPresent(addressee -> {
			var link = addressee.signsIn() ? "/workspace/credit" : this.invitations.openedBy(about) + "/credit";
			this.notifications.send(this.addressees.opening(addressee,
					new Mail(Topic.PANELS, addressee.email(), addressee.language(), template, link).kept()));
		});
	}

	/** To the supervisor, who decides. */
	void contested(Panel panel) {
		toOfficer(panel, Duty.SUPERVISOR, "panel-assessment-contested");
	}

	/** To the organiser, who has not assessed everybody. */
	void due(Panel panel) {
		toOfficer(panel, Duty.ORGANISER, "panel-assessment-due");
	}

	private void toOfficer(Panel panel, Duty duty, String template) {
		Optional.ofNullable(panel.duties().get(duty))
				.flatMap(this.accounts::find)
				.ifPresent(officer -> this.notifications
						.send(new Mail(Topic.PANELS, officer.email(), officer.language(), template,
								"/workspace/panels/" + panel.id() + "/review", panel.content().title())));
	}

}
