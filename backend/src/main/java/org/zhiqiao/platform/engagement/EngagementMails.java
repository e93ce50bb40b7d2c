package org.zhiqiao.platform.engagement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.demand.Confidentiality;
import org.zhiqiao.platform.demand.Demand;
import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.platform.expert.Candidate;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.notification.Mail;
import org.zhiqiao.platform.notification.Notifications;
import org.zhiqiao.platform.notification.Topic;
import org.zhiqiao.platform.problem.ProblemException.Word;
import org.zhiqiao.platform.problem.Texts;

/** Tells both sides by mail, each in their language. The sample's made-up people are told nothing. */
@Component
class EngagementMails {

	private static final int TOKEN_BYTES = 32;

	private static final String LETTERS = "/engagements/";

	/** They hold words or a contact: these are on the page, and go from there when whose they are is erased. */
	private static final Set<String> WORDS = Set.of("engagement-invited", "engagement-offered", "engagement-asked",
			"engagement-exchanged", "engagement-declined", "engagement-withdrawn", "engagement-stage",
			"engagement-over");

	private final Experts experts;

	private final Accounts accounts;

	private final Demands demands;

	private final EngagementTable table;

	private final Notifications notifications;

	private final SecureRandom random;

	EngagementMails(Experts experts, Accounts accounts, Demands demands, EngagementTable table,
			Notifications notifications, SecureRandom random) {
		this.experts = experts;
		this.accounts = accounts;
		this.demands = demands;
		this.table = table;
		this.notifications = notifications;
		this.random = random;
	}

	/** @param signsIn whether they open it with their account */
	private record Addressee(String email, Locale language, boolean signsIn) {

	}

	/** Whether anybody knows where to write to. */
	boolean reaches(long expert) {
		return person(expert).isPresent();
	}

	/**
	 * Tells one side.
	 *
	 * @param more what comes after the title of the need in the texts
	 */
	void tell(Engagement one, Side side, String template, Object... more) {
		this.demands.find(one.demandId()).ifPresent(need -> {
			if (side == Side.PERSON) {
				toPerson(one, need, template, more);
			} else {
				toOwners(one, need, template, more);
			}
		});
	}

	void tellBoth(Engagement one, String template, Object... more) {
		tell(one, Side.OWNER, template, more);
		tell(one, Side.PERSON, template, more);
	}

	private void toPerson(Engagement one, Demand need, String template, Object... more) {
		person(one.expertId()).ifPresent(person -> {
			var link = person.signsIn() ? page(one) : letter(one, person.email());
			var mail = new Mail(Topic.NEEDS, person.email(), person.language(), template, link,
					arguments(title(one, need), more)).kept();
			send(person.signsIn() ? mail : mail.secret());
		});
	}

	private void toOwners(Engagement one, Demand need, String template, Object... more) {
		var people = new LinkedHashMap<Long, Accounts.Person>();
		this.demands.toTell(need).forEach(person -> people.put(person.accountId(), person));
		for (var account : new Long[]{(one.by() == Side.OWNER) ? one.byAccount() : null, one.owner().account()}) {
			// Whoever began it hears of it too, unless they do not act for the firm any more.
			Optional.ofNullable(account)
					.flatMap(this.accounts::find)
					.filter(person -> Objects.equals(need.ownerId(), person.accountId())
							|| (need.organisationId() != null
									&& need.organisationId().equals(person.organisationId())))
					.ifPresent(person -> people.put(person.accountId(), person));
		}
		people.values()
				.forEach(person -> send(new Mail(Topic.NEEDS, person.email(), person.language(), template, page(one),
						arguments(need.content().title(), more))));
	}

	/** The owner of a need hears what an officer thinks of it. */
	void triaged(Demand need, String template, Object... more) {
		this.demands.toTell(need)
				.forEach(person -> send(
						new Mail(Topic.NEEDS, person.email(), person.language(), template, "/demands/" + need.id(),
								arguments(need.content().title(), more))));
	}

	private void send(Mail mail) {
		this.notifications.send(WORDS.contains(mail.template()) ? mail.inBrief() : mail);
	}

	/** What anybody was told of them goes, and what is still to be sent does not go out. */
	void forget(Collection<Engagement> all) {
		var ids = all.stream().map(Engagement::id).collect(Collectors.toSet());
		if (ids.isEmpty()) {
			return;
		}
		this.notifications.forgetAbout(all.stream().map(EngagementMails::page).toList());
		this.notifications.forgetUnsent(link -> link.startsWith(LETTERS)
				&& this.table.letter(digest(link.substring(LETTERS.length())))
						.filter(letter -> ids.contains(letter.engagement()))
						.isPresent());
	}

	private static Object[] arguments(Object title, Object... more) {
		var all = new ArrayList<Object>(List.of(title));
		all.addAll(List.of(more));
		return all.toArray();
	}

	/** A mail is read by others too: it calls a confidential need by its name only where its owner has shown it. */
	static Object title(Engagement one, Demand need) {
		var open = need.content().confidentiality() != null
				&& need.content().confidentiality() != Confidentiality.CONFIDENTIAL;
		return (open || one.fullText()) ? need.content().title() : new Word("engagement.confidential-need");
	}

	/** As they are called in a mail. */
	String name(long expert) {
		return this.experts.candidates(List.of(expert))
				.stream()
				.map(Candidate::names)
				.map(names -> names.any())
				.findFirst()
				.orElse("");
	}

	private static String page(Engagement one) {
		return "/workspace/engagements/" + one.id();
	}

	/** Each mail opens it by a link of its own: that of an earlier one is not known any more, and goes on to work. */
	private String letter(Engagement one, String email) {
		var bytes = new byte[TOKEN_BYTES];
		this.random.nextBytes(bytes);
		var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		this.table.letter(one.id(), digest(token), addressed(token, email));
		return LETTERS + token;
	}

	/** Whether a letter still opens it: not once the person has an account or another address. */
	boolean isFor(EngagementTable.Letter letter, String token, Engagement one) {
		return person(one.expertId()).filter(person -> !person.signsIn())
				.filter(person -> letter.address() == null
						|| letter.address().equals(addressed(token, person.email())))
				.isPresent();
	}

	/** Together with the token: an address alone could be guessed. */
	private static String addressed(String token, String email) {
		return digest(token + ' ' + email.strip().toLowerCase(Locale.ROOT));
	}

	/** Under which a token is kept; a plain digest is enough for what cannot be guessed. */
	static String digest(String token) {
		try {
			return HexFormat.of()
					.formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException("Every Java has SHA-256", impossible);
		}
	}

	/** The account, if the person can answer there; else the address of the profile. */
	private Optional<Addressee> person(long expert) {
		return this.experts.reach(expert).flatMap(reach -> {
			var account = Optional.ofNullable(reach.accountId())
					.flatMap(this.accounts::find)
					.filter(known -> known.roles().contains(Role.EXPERT));
			if (account.isPresent()) {
				return account
						.map(known -> new Addressee(known.email(), language(reach.language(), known.language()), true));
			}
			return Optional.ofNullable(reach.email())
					.map(email -> new Addressee(email, language(reach.language(), homeLanguage(expert)), false));
		});
	}

	/** Nobody has asked people who live abroad and have no account; English is safer there. */
	private Locale homeLanguage(long expert) {
		return this.experts.candidates(List.of(expert))
				.stream()
				.map(Candidate::residence)
				.findFirst()
				.filter(country -> !country.equals("CN"))
				.map(_ -> Locale.ENGLISH)
				.orElse(Texts.FIRST);
	}

	/** Whoever prefers a language that is not ours reads English more probably than Chinese. */
	private static Locale language(@Nullable String preferred, Locale otherwise) {
		if (preferred == null) {
			return otherwise;
		}
		return preferred.startsWith("zh") ? Texts.FIRST : Locale.ENGLISH;
	}

}
