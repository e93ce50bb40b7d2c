package org.zhiqiao.platform.panel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.expert.Candidate;
import org.zhiqiao.platform.expert.Degree;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.organisation.Organisation;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.panel.conflict.Facts.Tie;
import org.zhiqiao.platform.panel.conflict.Facts.Tie.Stranger;
import org.zhiqiao.platform.panel.conflict.NamedOrganisation;
import org.zhiqiao.platform.panel.conflict.Years;

/** Puts what was declared, once for all or for one panel, into what the rules about conflicts of interest look at. */
@Component
class TieReader {

	static final String RULE = "declared-tie";

	private static final String DOCTOR = "doctor";

	private final InterestTable interests;

	private final DeclarationTable declarations;

	private final Organisations organisations;

	private final Accounts accounts;

	private final Clock clock;

	TieReader(InterestTable interests, DeclarationTable declarations, Organisations organisations, Accounts accounts,
			Clock clock) {
		this.interests = interests;
		this.declarations = declarations;
		this.organisations = organisations;
		this.accounts = accounts;
		this.clock = clock;
	}

	/**
	 * What was declared.
	 *
	 * @param ties by whose they are
	 * @param supervisors of doctoral theses, by who wrote them
	 */
	record Ties(Map<Long, List<Tie>> ties, Map<Long, Long> supervisors) {

		static final Ties NONE = new Ties(Map.of(), Map.of());

		List<Tie> of(long person) {
			return this.ties.getOrDefault(person, List.of());
		}

		/** All that are named. */
		List<NamedOrganisation> organisations() {
			return this.ties.values().stream().flatMap(List::stream).map(Tie::organisation).filter(Objects::nonNull)
					.toList();
		}

	}

	/**
	 * @param panel its number; none while it is not stored
	 * @param known by number, everybody whose ties are wanted
	 */
	Ties of(@Nullable Long panel, Map<Long, Candidate> known) {
		var standing = this.interests.all()
				.stream()
				.filter(one -> one.counts(panel) && known.containsKey(one.expert()))
				.toList();
		var answered = (panel != null)
				? this.declarations.of(panel).stream().filter(one -> known.containsKey(one.expert())).toList()
				: List.<Declaration>of();
		if (standing.isEmpty() && answered.isEmpty()) {
			return Ties.NONE;
		}
		return new Reading(known, standing, answered).ties();
	}

	private final class Reading {

		private final Map<Long, Candidate> known;

		private final List<Interest> standing;

		private final List<Declaration> answered;

		private final Map<Long, Organisation> named;

		private final Map<Long, String> officers;

		private final Map<Long, List<Tie>> ties = new HashMap<>();

		private final Map<Long, Long> supervisors = new HashMap<>();

		private Reading(Map<Long, Candidate> known, List<Interest> standing, List<Declaration> answered) {
			this.known = known;
			this.standing = standing;
			this.answered = answered;
			var numbers = new HashSet<Long>();
			standing.stream().map(one -> one.to().organisation()).filter(Objects::nonNull).forEach(numbers::add);
			answered.stream().map(Declaration::last).filter(Objects::nonNull).flatMap(last -> last.ties().stream())
					.map(Declaration.DeclaredTie::organisation).filter(Objects::nonNull).forEach(numbers::add);
			this.named = TieReader.this.organisations.all(numbers);
			this.officers = TieReader.this.accounts.names(standing.stream().map(Interest::noted)
					.filter(Objects::nonNull).map(Interest.Noted::by).toList());
		}

		private Ties ties() {
			this.standing.forEach(this::interest);
			this.answered.forEach(this::declaration);
			return new Ties(this.ties, this.supervisors);
		}

		private void interest(Interest one) {
			var other = one.to().person();
			if (other != null && one.kind() == InterestKind.SUPERVISOR && supervised(one.expert(), other)) {
				return;
			}
			if (other != null && one.kind() == InterestKind.STUDENT && supervised(other, one.expert())) {
				return;
			}
			if (other != null) {
				add(one, other, null, null);
				works(one, other);
				return;
			}
			var name = one.to().personName();
			var organisation = (one.to().organisation() != null || one.to().organisationName() != null)
					? FactReader.named(one.to().organisation(), one.to().organisationName(), this.named)
					: null;
			add(one, null, (name != null) ? new Stranger(name, keys(name)) : null, organisation);
		}

		/** Whether the profile has the thesis, which then knows who supervised it. */
		private boolean supervised(long author, long supervisor) {
			var candidate = this.known.get(author);
			return candidate != null && candidate.degrees().stream().anyMatch(TieReader::doctoral)
					&& Objects.requireNonNullElse(this.supervisors.putIfAbsent(author, supervisor),
							supervisor) == supervisor;
		}

		/** Family of, or money with, somebody who works at a party: somebody decides. */
		private void works(Interest one, long other) {
			var candidate = this.known.get(other);
			if (candidate == null || (one.kind() != InterestKind.FAMILY && one.kind() != InterestKind.FINANCIAL)) {
				return;
			}
			var stranger = new Stranger(FactReader.name(candidate), Set.of());
			candidate.affiliations()
					.stream()
					.filter(affiliation -> affiliation.to() == null)
					.map(affiliation -> FactReader.tenure(affiliation).organisation())
					.forEach(organisation -> add(one, null, stranger, organisation));
		}

		private void add(Interest one, @Nullable Long person, @Nullable Stranger stranger,
				@Nullable NamedOrganisation organisation) {
			var noted = one.noted();
			var by = (noted != null)
					? this.officers.getOrDefault(noted.by(), "#" + noted.by())
					: FactReader.name(Objects.requireNonNull(this.known.get(one.expert())));
			put(one.expert(), new Tie(one.kind().tie(), person, stranger, organisation, null, one.years(),
					day(one.declaredAt()), by, (noted != null) ? noted(one, noted) : one.words(), noted != null));
		}

		private void declaration(Declaration declaration) {
			var last = declaration.last();
			if (last == null) {
				return;
			}
			var by = FactReader.name(Objects.requireNonNull(this.known.get(declaration.expert())));
			for (var tie : last.ties()) {
				put(declaration.expert(), new Tie(tie.kind().tie(), null, null,
						tie.toItem()
								? null
								: FactReader.named(tie.organisation(), tie.organisationName(), this.named),
						tie.toItem() ? (long) tie.item() : null, Years.UNKNOWN, day(last.at()), by, tie.words(),
						false));
			}
		}

		private void put(long person, Tie tie) {
			this.ties.computeIfAbsent(person, _ -> new ArrayList<>()).add(tie);
		}

	}

	private static String noted(Interest one, Interest.Noted noted) {
		var words = (one.words() != null) ? one.words() + "；" + noted.source() : noted.source();
		return (noted.contest() != null) ? words + "；本人异议：" + noted.contest() : words;
	}

	private static Set<String> keys(String name) {
		return Candidate.nameKeys(name).stream().filter(key -> !key.isBlank()).collect(Collectors.toSet());
	}

	private static LocalDate day(Instant moment) {
		return LocalDate.ofInstant(moment, Moments.HERE);
	}

	/** Whether it is a doctor's, as a profile tells it. */
	static boolean doctoral(Degree degree) {
		return DOCTOR.equals(degree.level()) && degree.institution() != null
				&& !Organisations.nameKey(degree.institution()).isBlank();
	}

	/** Those among some people who are tied so that they may not sit together; none if the panel does not look at ties. */
	List<TiedPair> pairs(PanelContent content, long panel, Collection<Long> people) {
		if (!content.on(RULE)) {
			return List.of();
		}
		var among = new HashSet<>(people);
		var since = LocalDate.now(this.clock.withZone(Moments.HERE)).getYear() - content.years(RULE);
		var pairs = new LinkedHashSet<TiedPair>();
		for (var one : this.interests.all()) {
			var other = one.to().person();
			var until = one.years().to();
			if (other != null && one.counts(panel) && one.kind() != InterestKind.OTHER && among.contains(one.expert())
					&& among.contains(other) && (until == null || until >= since)) {
				pairs.add(TiedPair.of(one.expert(), other, one.kind()));
			}
		}
		return pairs.stream()
				.sorted(Comparator.comparingLong(TiedPair::one).thenComparingLong(TiedPair::other)
						.thenComparing(TiedPair::kind))
				.toList();
	}

}
