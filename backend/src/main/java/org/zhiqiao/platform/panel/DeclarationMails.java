package org.zhiqiao.platform.panel;

import java.util.OptionalLong;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.notification.Mail;
import org.zhiqiao.platform.notification.Notifications;
import org.zhiqiao.platform.notification.Topic;

/** Writes to those who are asked for a declaration. What is reviewed is told by the page alone: others may read a mail. */
@Component
class DeclarationMails {

	private final Addressees addressees;

	private final DeclarationTable table;

	private final Notifications notifications;

	DeclarationMails(Addressees addressees, DeclarationTable table, Notifications notifications) {
		this.addressees = addressees;
		this.table = table;
		this.notifications = notifications;
	}

	boolean reaches(long expert) {
		return this.addressees.of(expert).isPresent();
	}

	/**
	 * Asks.
	 *
	 * @return the number of the mail; none if nobody knows an address
	 */
	OptionalLong ask(long declaration, long expert, Asking asking) {
		var addressee = this.addressees.of(expert).orElse(null);
		if (addressee == null) {
			return OptionalLong.empty();
		}
		var link = addressee.signsIn() ? "/workspace/declarations/" + declaration : openedBy(declaration);
		var message = (asking.message() != null) ? "\n\n" + asking.message() : "";
		return OptionalLong
				.of(this.notifications.send(this.addressees.opening(addressee,
						new Mail(Topic.INVITATIONS, addressee.email(), addressee.language(), "panel-declaration", link,
								Addressees.told(asking.answerBy(), addressee.zone(), addressee.language()), message)
								.kept()
								.formal()))
						.orElseThrow());
	}

	/** Each mail carries a token of its own, and earlier ones go on to work. */
	private String openedBy(long declaration) {
		var token = this.addressees.token();
		this.table.token(declaration, Addressees.digest(token));
		return "/declarations/" + token;
	}

}
