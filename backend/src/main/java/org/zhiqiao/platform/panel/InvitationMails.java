package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.notification.Mail;
import org.zhiqiao.platform.notification.Notifications;
import org.zhiqiao.platform.notification.Topic;

/**
 * Writes to those who are invited. What is reviewed is not told by mail, which others may read: only the page shows it, and
 * only to the person.
 */
@Component
class InvitationMails {

	private final Addressees addressees;

	private final Accounts accounts;

	private final InvitationTable table;

	private final Notifications notifications;

	InvitationMails(Addressees addressees, Accounts accounts, InvitationTable table, Notifications notifications) {
		this.addressees = addressees;
		this.accounts = accounts;
		this.table = table;
		this.notifications = notifications;
	}

	/**
	 * Asks.
	 *
	 * @return the number of the mail; none if nobody knows an address
	 */
	@Nullable
	Long invite(Invitation invitation, Selection method) {
		return write(invitation, (method == Selection.DIRECT) ? "panel-invitation-direct" : "panel-invitation");
	}

	/** Asks again; whether somebody knows an address. */
	boolean remind(Invitation invitation) {
		return write(invitation, "panel-invitation-reminder") != null;
	}

	/**
	 * Tells a member of the review.
	 *
	 * @param moment until when something is to be done
	 */
	void review(Invitation invitation, String template, Instant moment) {
		this.addressees.of(invitation.expert()).ifPresent(addressee -> {
			var letter = addressee.signsIn() ? "/workspace/invitations/" + invitation.id() : openedBy(invitation);
			this.notifications.send(this.addressees.opening(addressee,
					new Mail(Topic.PANELS, addressee.email(), addressee.language(), template, letter + "/review",
							Addressees.told(moment, addressee.zone(), addressee.language())).kept()));
		});
	}

	private @Nullable Long write(Invitation invitation, String template) {
		return this.addressees.of(invitation.expert()).map(addressee -> {
			var link = addressee.signsIn() ? "/workspace/invitations/" + invitation.id() : openedBy(invitation);
			var message = (invitation.message() != null) ? "\n\n" + invitation.message() : "";
			return this.notifications.send(this.addressees.opening(addressee,
					new Mail(Topic.INVITATIONS, addressee.email(), addressee.language(), template, link,
							Addressees.told(invitation.answerBy(), addressee.zone(), addressee.language()), message)
							.kept()
							.formal()))
					.orElseThrow();
		}).orElse(null);
	}

	/** The selection does not count, so the person need not come. */
	void revoke(Invitation invitation) {
		this.addressees.of(invitation.expert()).ifPresent(addressee -> this.notifications
				.send(new Mail(Topic.INVITATIONS, addressee.email(), addressee.language(), "panel-invitation-revoked",
						null)
						.kept()
						.formal()));
	}

	/** The person need not come: what they have to do with a party is told by nobody but the organiser. */
	void excuse(Invitation invitation) {
		this.addressees.of(invitation.expert()).ifPresent(addressee -> this.notifications
				.send(new Mail(Topic.INVITATIONS, addressee.email(), addressee.language(), "panel-invitation-excused",
						null)
						.kept()
						.formal()));
	}

	/** Nobody is left for a seat. */
	void vacant(Panel panel, String stratum) {
		Optional.ofNullable(panel.duties().get(Duty.ORGANISER))
				.flatMap(this.accounts::find)
				.ifPresent(organiser -> this.notifications.send(new Mail(Topic.PANELS, organiser.email(),
						organiser.language(),
						"panel-seat-vacant", "/workspace/panels/" + panel.id(), panel.content().title(), stratum)));
	}

	/** Each mail carries a token of its own: that of an earlier one is not known any more, and goes on to work. */
	String openedBy(Invitation invitation) {
		var token = this.addressees.token();
		this.table.token(invitation.id(), Addressees.digest(token));
		return "/invitations/" + token;
	}

}
