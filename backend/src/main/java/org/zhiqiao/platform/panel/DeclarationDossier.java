package org.zhiqiao.platform.panel;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.organisation.Organisation;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.panel.Declaration.Answer;
import org.zhiqiao.platform.panel.Declaration.DeclaredTie;
import org.zhiqiao.platform.panel.conflict.Finding;
import org.zhiqiao.platform.panel.dossier.Declared;
import org.zhiqiao.platform.panel.dossier.Declared.Asked;
import org.zhiqiao.platform.panel.dossier.Declared.Noted;
import org.zhiqiao.platform.panel.dossier.Declared.Round;
import org.zhiqiao.platform.panel.dossier.Declared.Standing;
import org.zhiqiao.platform.panel.dossier.Declared.Told;
import org.zhiqiao.platform.panel.dossier.Dossier.Apart;
import org.zhiqiao.platform.panel.dossier.Dossier.Person;
import org.zhiqiao.platform.problem.Texts;

/** Tells a dossier what candidates declared. Of standing ties it tells those that touch the panel: the others are nobody's business. */
@Component
class DeclarationDossier {

	private final DeclarationTable table;

	private final InterestTable interests;

	private final ReviewMembers members;

	private final Organisations organisations;

	private final Accounts accounts;

	DeclarationDossier(DeclarationTable table, InterestTable interests, ReviewMembers members,
			Organisations organisations, Accounts accounts) {
		this.table = table;
		this.interests = interests;
		this.members = members;
		this.organisations = organisations;
		this.accounts = accounts;
	}

	/**
	 * @param pool as it is now
	 * @param listed everybody who stood on a list from which members were taken
	 */
	Declared of(Panel panel, Pool pool, Set<Long> listed) {
		return new Reading(panel, pool, listed).declared();
	}

	/** Who among those on the list of a draw was known not to belong on the same panel when it was frozen. */
	List<Apart> apart(DrawRecord draw, Function<Long, Person> person) {
		return this.table.kept(draw.panel(), draw.number())
				.stream()
				.map(pair -> new Apart(person.apply(pair.one()), person.apply(pair.other()), code(pair.kind())))
				.toList();
	}

	private static String code(InterestKind kind) {
		return kind.name().toLowerCase(Locale.ROOT);
	}

	private final class Reading {

		private final Panel panel;

		private final List<Asking> askings;

		private final List<Declaration> asked;

		private final List<Interest> standing;

		private final Map<Long, String> names;

		private final Map<Long, Organisation> named;

		private final Map<Long, String> officers;

		private Reading(Panel panel, Pool pool, Set<Long> listed) {
			this.panel = panel;
			this.askings = DeclarationDossier.this.table.askings(panel.id());
			this.asked = DeclarationDossier.this.table.of(panel.id());
			this.standing = standing(pool, listed);
			this.names = names(pool);
			this.named = DeclarationDossier.this.organisations.all(Stream
					.concat(this.standing.stream().map(one -> one.to().organisation()),
							this.asked.stream()
									.flatMap(one -> one.answers().stream())
									.flatMap(answer -> answer.ties().stream())
									.map(DeclaredTie::organisation))
					.filter(Objects::nonNull)
					.collect(Collectors.toSet()));
			this.officers = DeclarationDossier.this.accounts.names(Stream
					.concat(this.askings.stream().map(Asking::by),
							this.standing.stream().map(Interest::noted).filter(Objects::nonNull)
									.map(Interest.Noted::by))
					.collect(Collectors.toSet()));
		}

		/** Those that an officer noted for the panel, those by which a rule found something, and those between people who meet. */
		private List<Interest> standing(Pool pool, Set<Long> listed) {
			var meeting = new HashSet<>(listed);
			pool.people()
					.stream()
					.filter(person -> person.groupBut(Obstacle.UNDECLARED) >= 0)
					.map(Pool.Person::id)
					.forEach(meeting::add);
			this.panel.content().items().forEach(item -> meeting.addAll(item.people()));
			var found = pool.people()
					.stream()
					.filter(person -> person.findings()
							.stream()
							.anyMatch(ruled -> ruled.finding().known() == Finding.Known.DECLARATION))
					.map(Pool.Person::id)
					.collect(Collectors.toSet());
			return DeclarationDossier.this.interests.all()
					.stream()
					.filter(one -> one.counts(this.panel.id()))
					.filter(one -> one.noted() != null || found.contains(one.expert())
							|| (one.to().person() != null && meeting.contains(one.expert())
									&& meeting.contains(one.to().person())))
					.sorted(Comparator.comparingLong(Interest::expert).thenComparingLong(Interest::id))
					.toList();
		}

		private Map<Long, String> names(Pool pool) {
			var people = Stream
					.of(this.asked.stream().map(Declaration::expert), this.standing.stream().map(Interest::expert),
							this.standing.stream().map(one -> one.to().person()).filter(Objects::nonNull))
					.flatMap(Function.identity())
					.collect(Collectors.toSet());
			var names = pool.people()
					.stream()
					.filter(person -> people.contains(person.id()))
					.collect(Collectors.toMap(Pool.Person::id, DrawService::name));
			names.putAll(left(people, names.keySet()));
			return names;
		}

		/** Who is in the pool no more. */
		private Map<Long, String> left(Collection<Long> people, Set<Long> known) {
			var left = people.stream().filter(person -> !known.contains(person)).toList();
			return left.isEmpty() ? Map.of() : DeclarationDossier.this.members.names(this.panel, left);
		}

		private Declared declared() {
			var shown = Declaration.shown(this.panel.content());
			return new Declared(this.panel.content().on("declared"),
					this.askings.stream()
							.map(one -> new Round(one.number(), one.at(), this.officers.get(one.by()), one.answerBy(),
									one.message(), one.confidential(), one.people(), one.mailed()))
							.toList(),
					this.asked.stream()
							.map(one -> new Asked(person(one.expert()), one.asking(), one.askedAt(),
									state(one.state(shown)),
									one.answers().stream().map(answer -> answer(answer, shown)).toList()))
							.toList(),
					this.standing.stream().map(this::standing).toList());
		}

		private static String state(DeclarationState state) {
			return switch (state) {
				case ASKED -> "asked";
				case NO_CONFLICT -> "noConflict";
				case TIES -> "ties";
				case UNWILLING -> "unwilling";
				case OUTDATED -> "outdated";
			};
		}

		private Declared.Answer answer(Answer answer, String shown) {
			return new Declared.Answer(answer.at(), answer.unwilling(), answer.note(), answer.shown().equals(shown),
					answer.ties()
							.stream()
							.map(tie -> new Told(tie.item(), organisation(tie.organisation(), tie.organisationName()),
									code(tie.kind()), tie.words()))
							.toList());
		}

		private Standing standing(Interest one) {
			var to = one.to();
			var noted = one.noted();
			return new Standing(person(one.expert()), code(one.kind()),
					(to.person() != null) ? person(to.person()) : null, to.personName(),
					organisation(to.organisation(), to.organisationName()), one.years().from(), one.years().to(),
					one.words(), one.declaredAt(),
					(noted != null)
							? new Noted(this.officers.get(noted.by()), noted.source(), noted.contest(),
									noted.contestedAt())
							: null);
		}

		private Person person(long number) {
			return new Person(number, this.names.getOrDefault(number, "#" + number), null);
		}

		private @Nullable String organisation(@Nullable Long number, @Nullable String name) {
			var known = (number != null) ? this.named.get(number) : null;
			if (known != null) {
				return known.name().in(Texts.FIRST);
			}
			return (number != null && name == null) ? "#" + number : name;
		}

	}

}
