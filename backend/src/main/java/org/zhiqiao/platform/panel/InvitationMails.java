package org.zhiqiao.platform.panel;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.notification.Mail;
import org.zhiqiao.platform.notification.Notifications;
import org.zhiqiao.platform.problem.Texts;

/**
 * Writes to those who are invited. What is reviewed is not told by mail, which others may read: only the page shows it, and
 * only to the person.
 */
@Component
class InvitationMails {

	private static final int TOKEN_BYTES = 32;

	private final Experts experts;

	private final Accounts accounts;

	private final InvitationTable table;

	private final Notifications notifications;

	private final SecureRandom random;

	InvitationMails(Experts experts, Accounts accounts, InvitationTable table, Notifications notifications,
			SecureRandom random) {
		this.experts = experts;
		this.accounts = accounts;
		this.table = table;
		this.notifications = notifications;
		this.random = random;
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
		addressee(invitation).ifPresent(addressee -> {
			var letter = addressee.signsIn() ? "/workspace/invitations/" + invitation.id() : openedBy(invitation);
			this.notifications.send(new Mail(addressee.email(), addressee.language(), template, letter + "/review",
					told(moment, addressee.zone(), addressee.language())));
		});
	}

	private @Nullable Long write(Invitation invitation, String template) {
		return addressee(invitation).map(addressee -> {
			var link = addressee.signsIn() ? "/workspace/invitations/" + invitation.id() : openedBy(invitation);
			var message = (invitation.message() != null) ? "\n\n" + invitation.message() : "";
			return this.notifications.send(new Mail(addressee.email(), addressee.language(), template, link,
					told(invitation.answerBy(), addressee.zone(), addressee.language()), message));
		}).orElse(null);
	}

	/** The selection does not count, so the person need not come. */
	void revoke(Invitation invitation) {
		addressee(invitation).ifPresent(addressee -> this.notifications
				.send(new Mail(addressee.email(), addressee.language(), "panel-invitation-revoked", null)));
	}

	/** Nobody is left for a seat. */
	void vacant(Panel panel, String stratum) {
		Optional.ofNullable(panel.duties().get(Duty.ORGANISER))
				.flatMap(this.accounts::find)
				.ifPresent(organiser -> this.notifications.send(new Mail(organiser.email(), organiser.language(),
						"panel-seat-vacant", "/workspace/panels/" + panel.id(), panel.content().title(), stratum)));
	}

	/** Each mail carries a token of its own: that of an earlier one is not known any more, and goes on to work. */
	private String openedBy(Invitation invitation) {
		var bytes = new byte[TOKEN_BYTES];
		this.random.nextBytes(bytes);
		var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		this.table.token(invitation.id(), digest(token));
		return "/invitations/" + token;
	}

	/** Under which a token is kept; a plain digest is enough for what cannot be guessed. */
	static String digest(String token) {
		return DrawHash.hex(DrawHash.sha256(token.getBytes(StandardCharsets.UTF_8)));
	}

	private record Addressee(String email, Locale language, ZoneId zone, boolean signsIn) {

	}

	/** The account, if the person can answer there; else the address of the profile. */
	private Optional<Addressee> addressee(Invitation invitation) {
		return this.experts.reach(invitation.expert()).flatMap(reach -> {
			var account = Optional.ofNullable(reach.accountId()).flatMap(this.accounts::find)
					.filter(person -> person.roles().contains(Role.EXPERT));
			var zone = zone(reach.timeZone());
			if (account.isPresent()) {
				return account.map(person -> new Addressee(person.email(),
						(reach.language() != null) ? language(reach.language()) : person.language(), zone, true));
			}
			return Optional.ofNullable(reach.email())
					.map(email -> new Addressee(email,
							(reach.language() != null) ? language(reach.language()) : Texts.FIRST, zone, false));
		});
	}

	/** Whoever prefers a language that is not ours reads English more probably than Chinese. */
	private static Locale language(String tag) {
		return tag.startsWith("zh") ? Texts.FIRST : Locale.ENGLISH;
	}

	private static ZoneId zone(@Nullable String given) {
		try {
			return (given != null) ? ZoneId.of(given) : PoolReader.HERE;
		} catch (DateTimeException unknown) {
			return PoolReader.HERE;
		}
	}

	/** A moment as clocks show it where the person is, with the zone's name. */
	static String told(Instant moment, ZoneId zone, Locale language) {
		var pattern = language.getLanguage().equals("zh")
				? "uuuu年M月d日 HH:mm（zzzz，'UTC'xxx）"
				: "d MMMM uuuu, HH:mm (zzzz, 'UTC'xxx)";
		return DateTimeFormatter.ofPattern(pattern, language).format(moment.atZone(zone));
	}

}
