package org.zhiqiao.platform.panel;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.expert.Affiliation;
import org.zhiqiao.platform.expert.Candidate;
import org.zhiqiao.platform.expert.Evidence;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.panel.PanelContent.Group;
import org.zhiqiao.platform.panel.PanelContent.Residence;
import org.zhiqiao.platform.taxonomy.Concepts;
import org.zhiqiao.search.CefrLevel;

/** Holds everybody who is published against the conditions of a panel. The database is asked, never the index. */
@Component
class PoolReader {

	private static final String HOME = "CN";

	private static final Set<String> SENIOR = Set.of("senior", "associate-senior");

	private final Experts experts;

	private final LegalPersons legalPersons;

	private final Concepts concepts;

	private final ServiceTable services;

	private final Credits credits;

	private final Conflicts conflicts;

	private final DeclarationTable declarations;

	private final Clock clock;

	PoolReader(Experts experts, LegalPersons legalPersons, Concepts concepts, ServiceTable services, Credits credits,
			Conflicts conflicts, DeclarationTable declarations, Clock clock) {
		this.experts = experts;
		this.legalPersons = legalPersons;
		this.concepts = concepts;
		this.services = services;
		this.credits = credits;
		this.conflicts = conflicts;
		this.declarations = declarations;
		this.clock = clock;
	}

	/** Everybody for a panel that is stored. */
	Pool read(Panel panel) {
		return read(panel, this.experts.candidates());
	}

	/** Some people for a panel that is stored. */
	Pool read(Panel panel, List<Candidate> candidates) {
		return read(panel.content(), panel.id(), panel.duties().values(),
				LocalDate.ofInstant(panel.createdAt(), Moments.HERE), candidates);
	}

	/** Everybody for a panel that is not stored yet. */
	Pool preview(PanelContent content) {
		return read(content, null, List.of(), LocalDate.MAX, this.experts.candidates());
	}

	/** @param begun the day on which the panel was set up */
	private Pool read(PanelContent content, @Nullable Long panel, Collection<Long> officers, LocalDate begun,
			List<Candidate> candidates) {
		var findings = this.conflicts.of(content, panel, officers, candidates);
		var today = LocalDate.now(this.clock.withZone(Moments.HERE));
		var employers = this.legalPersons.employers(candidates);
		var keepers = content.on("pool-keeper") ? Set.copyOf(officers) : Set.<Long>of();
		var reading = new Reading(content, today,
				content.on("load") ? this.services.countSince(today.minusYears(1), panel) : Map.of(),
				content.on("rotation")
						? this.services.countSince(today.minusMonths(content.number("rotation")), panel).keySet()
						: Set.of(),
				content.on("credit") ? this.credits.below(content.number("credit")) : Set.of());
		var declared = declared(content, panel);
		var people = new ArrayList<Pool.Person>();
		for (var candidate : candidates) {
			var found = findings.getOrDefault(candidate.id(), List.of());
			var general = reading.general(candidate);
			if (content.on("outside-government") && employers.government(candidate)) {
				general.add(Obstacle.GOVERNMENT);
			}
			var checked = candidate.checked();
			if (checked != null && checked.by() != null && keepers.contains(checked.by())
					&& !checked.on().isBefore(begun)) {
				general.add(Obstacle.KEEPER);
			}
			general.addAll(Conflicts.obstacles(found));
			var state = declared.get(candidate.id());
			if (state == DeclarationState.UNWILLING) {
				general.add(Obstacle.DECLINED);
			} else if (panel != null && content.on("declared") && (state == null || !state.declared())) {
				general.add(Obstacle.UNDECLARED);
			}
			people.add(new Pool.Person(candidate.id(), candidate.names().any(),
					employers.of(candidate), general, reading.measures(candidate),
					content.groups().stream().map(group -> reading.ofGroup(candidate, group)).toList(), found));
		}
		return new Pool(content.groups(), content.mostOfOneOrganisation(),
				content.on("pool-size") ? content.number("pool-size") : 1, people);
	}

	/** How the declarations of a panel stand, by who was asked; before it is stored nobody can have been. */
	Map<Long, DeclarationState> declared(PanelContent content, @Nullable Long panel) {
		var states = new HashMap<Long, DeclarationState>();
		if (panel != null) {
			var shown = Declaration.shown(content);
			this.declarations.of(panel)
					.forEach(declaration -> states.put(declaration.expert(), declaration.state(shown)));
		}
		return states;
	}

	/** On how many other panels people sat within a year, as far as the organiser of a panel may know. */
	Map<Long, Integer> load(Panel panel) {
		return this.services.countSince(LocalDate.now(this.clock.withZone(Moments.HERE)).minusYears(1), panel.id());
	}

	static @Nullable Long employer(Candidate candidate) {
		var now = LegalPersons.now(candidate);
		return (now != null) ? now.organisationId() : null;
	}

	/** The first year that anything is known of; none if nothing is. */
	static @Nullable Integer since(Candidate candidate) {
		return Stream.concat(candidate.affiliations().stream().map(Affiliation::from),
				candidate.evidence().stream().map(Evidence::year))
				.filter(Objects::nonNull)
				.min(Integer::compare)
				.orElse(null);
	}

	private final class Reading {

		private final PanelContent content;

		private final LocalDate today;

		private final Map<Long, Integer> load;

		private final Set<Long> served;

		private final Set<Long> discredited;

		private Reading(PanelContent content, LocalDate today, Map<Long, Integer> load, Set<Long> served,
				Set<Long> discredited) {
			this.content = content;
			this.today = today;
			this.load = load;
			this.served = served;
			this.discredited = discredited;
		}

		private Set<Obstacle> general(Candidate candidate) {
			var found = Pool.none();
			if (this.content.on("available") && "none".equals(candidate.availability().status())) {
				found.add(Obstacle.UNAVAILABLE);
			}
			if (this.content.on("verified") && !candidate.verified()) {
				found.add(Obstacle.UNVERIFIED);
			}
			if (this.content.on("title")
					&& (candidate.title().level() == null || !SENIOR.contains(candidate.title().level()))) {
				found.add(Obstacle.TITLE);
			}
			if (this.content.on("experience")) {
				var since = since(candidate);
				if (since == null || Year.from(this.today).getValue() - since < this.content.number("experience")) {
					found.add(Obstacle.EXPERIENCE);
				}
			}
			if (this.content.on("load")
					&& this.load.getOrDefault(candidate.id(), 0) >= this.content.number("load")) {
				found.add(Obstacle.LOAD);
			}
			if (this.served.contains(candidate.id())) {
				found.add(Obstacle.ROTATION);
			}
			if (this.discredited.contains(candidate.id())) {
				found.add(Obstacle.CREDIT);
			}
			return found;
		}

		/** How far somebody is, in numbers, where that keeps them away. */
		private Map<Obstacle, Integer> measures(Candidate candidate) {
			var measures = new EnumMap<Obstacle, Integer>(Obstacle.class);
			var since = since(candidate);
			if (this.content.on("experience") && since != null) {
				measures.put(Obstacle.EXPERIENCE, Year.from(this.today).getValue() - since);
			}
			if (this.content.on("load")) {
				measures.put(Obstacle.LOAD, this.load.getOrDefault(candidate.id(), 0));
			}
			return measures;
		}

		private Set<Obstacle> ofGroup(Candidate candidate, Group group) {
			var found = Pool.none();
			if (!group.fields().isEmpty() && !knows(candidate.domains(), group.fields())) {
				found.add(Obstacle.FIELD);
			}
			if (!group.languages().isEmpty()
					&& group.languages().stream().noneMatch(asked -> speaks(candidate, asked))) {
				found.add(Obstacle.LANGUAGE);
			}
			if (!group.countries().isEmpty()
					&& candidate.countries().stream().noneMatch(known -> group.countries().contains(known.code()))) {
				found.add(Obstacle.COUNTRY);
			}
			if (group.residence() != Residence.ANYWHERE && (candidate.residence() == null
					|| HOME.equals(candidate.residence()) != (group.residence() == Residence.HOME))) {
				found.add(Obstacle.RESIDENCE);
			}
			return found;
		}

		private boolean knows(Collection<String> domains, List<String> asked) {
			var known = new HashSet<String>(domains);
			domains.forEach(domain -> known.addAll(PoolReader.this.concepts.ancestors(domain)));
			return asked.stream().anyMatch(known::contains);
		}

		private static boolean speaks(Candidate candidate, PanelContent.Language asked) {
			return candidate.languages()
					.stream()
					.anyMatch(skill -> skill.code().equals(asked.code())
							&& level(skill.level()).reaches(level(asked.level())));
		}

		private static CefrLevel level(String code) {
			return CefrLevel.valueOf(code.toUpperCase(Locale.ROOT));
		}

	}

}
