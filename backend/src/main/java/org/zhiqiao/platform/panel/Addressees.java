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
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.notification.Mail;
import org.zhiqiao.platform.problem.Texts;

/** Where, in which language and by which clock experts are written to, and what opens a page for those without an account. */
@Component
class Addressees {

	private static final int TOKEN_BYTES = 32;

	private final Experts experts;

	private final Accounts accounts;

	private final SecureRandom random;

	Addressees(Experts experts, Accounts accounts, SecureRandom random) {
		this.experts = experts;
		this.accounts = accounts;
		this.random = random;
	}

	/** Nobody can guess it. */
	String token() {
		var bytes = new byte[TOKEN_BYTES];
		this.random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/** Under which a token is kept; a plain digest is enough for what cannot be guessed. */
	static String digest(String token) {
		return DrawHash.hex(DrawHash.sha256(token.getBytes(StandardCharsets.UTF_8)));
	}

	/** @param signsIn whether the person can answer there */
	record Addressee(String email, Locale language, ZoneId zone, boolean signsIn) {

	}

	/** The account, if the person can answer there; else the address of the profile. */
	Optional<Addressee> of(long expert) {
		return this.experts.reach(expert).flatMap(reach -> {
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

	/** A mail whose link opens a page without signing in is kept nowhere but in the letter-box. */
	Mail opening(Addressee addressee, Mail mail) {
		return addressee.signsIn() ? mail : mail.secret();
	}

	/** Whoever prefers a language that is not ours reads English more probably than Chinese. */
	private static Locale language(String tag) {
		return tag.startsWith("zh") ? Texts.FIRST : Locale.ENGLISH;
	}

	private static ZoneId zone(@Nullable String given) {
		try {
			return (given != null) ? ZoneId.of(given) : Moments.HERE;
		} catch (DateTimeException unknown) {
			return Moments.HERE;
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
