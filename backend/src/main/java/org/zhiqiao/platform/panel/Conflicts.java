package org.zhiqiao.platform.panel;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.expert.Candidate;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.panel.RulingTable.Ruling;
import org.zhiqiao.platform.panel.conflict.ConflictCheck;
import org.zhiqiao.platform.panel.conflict.ConflictRules;
import org.zhiqiao.platform.panel.conflict.Finding;
import org.zhiqiao.platform.panel.conflict.RuleSetting;

/** What candidates for a panel have to do with the parties, as it is known now, and what was ruled on it. */
@Component
class Conflicts {

	private final Experts experts;

	private final FactReader facts;

	private final RulingTable rulings;

	private final ServiceTable services;

	private final TieReader ties;

	private final Clock clock;

	Conflicts(Experts experts, FactReader facts, RulingTable rulings, ServiceTable services, TieReader ties,
			Clock clock) {
		this.experts = experts;
		this.facts = facts;
		this.rulings = rulings;
		this.services = services;
		this.ties = ties;
		this.clock = clock;
	}

	/**
	 * A finding with what was decided on it.
	 *
	 * @param key tells it from any other and changes with it, so that a ruling covers what its giver saw
	 */
	record Ruled(Finding finding, String key, @Nullable Ruling ruling) {

		static String key(Finding finding) {
			return DrawHash.hex(DrawHash.sha256(finding.toString().getBytes(StandardCharsets.UTF_8)));
		}

		/** What keeps the person away; nothing if it is for information or they may serve. */
		@Nullable
		Obstacle obstacle() {
			return switch (this.finding.severity()) {
				case HARD -> Obstacle.CONFLICT;
				case SOFT -> (this.ruling == null)
						? Obstacle.UNDECIDED
						: this.ruling.mayServe() ? null : Obstacle.CONFLICT;
				case INFORMATION -> null;
			};
		}

	}

	/**
	 * Everything that is found, by the numbers of the candidates; those of whom nothing is found are left out.
	 * @param panel its number; none while it is not stored
	 * @param officers accounts of those who have duties for it
	 */
	Map<Long, List<Ruled>> of(PanelContent content, @Nullable Long panel, Collection<Long> officers,
			Collection<Candidate> candidates) {
		var known = candidates.stream().collect(Collectors.toMap(Candidate::id, Function.identity()));
		var items = content.items().stream().map(this::present).toList();
		var named = items.stream().flatMap(item -> item.people().stream()).collect(Collectors.toSet());
		var people = new HashMap<Long, Candidate>();
		named.stream().filter(known::containsKey).forEach(id -> people.put(id, known.get(id)));
		var missing = named.stream().filter(id -> !known.containsKey(id)).toList();
		this.experts.candidates(missing).forEach(person -> people.put(person.id(), person));

		var all = new ArrayList<>(candidates);
		all.addAll(people.values());
		var everybody = new HashMap<>(known);
		everybody.putAll(people);
		var ties = this.ties.of(panel, everybody);
		var check = new ConflictCheck(rules(content), this.facts.items(items, people, ties),
				LocalDate.now(this.clock.withZone(Moments.HERE)),
				this.facts.families(all, items, ties.organisations()));
		var ruled = (panel != null) ? this.rulings.of(panel) : Map.<Long, Map<String, Ruling>>of();
		var reviewed = this.services.reviewed(content.items(), panel);
		var supervised = content.items().stream().map(item -> (long) item.number()).collect(Collectors.toSet());
		var found = new LinkedHashMap<Long, List<Ruled>>();
		for (var candidate : candidates) {
			var isOfficer = candidate.accountId() != null && officers.contains(candidate.accountId());
			var facts = FactReader.facts(candidate, reviewed.getOrDefault(candidate.id(), Map.of()),
					isOfficer ? supervised : Set.of(), ties);
			var findings = check.check(facts);
			if (!findings.isEmpty()) {
				var rulings = ruled.getOrDefault(candidate.id(), Map.of());
				found.put(candidate.id(),
						findings.stream().map(finding -> {
							var key = Ruled.key(finding);
							return new Ruled(finding, key, rulings.get(key));
						}).toList());
			}
		}
		return found;
	}

	/** The item with everybody under the number of the profile that they have now: two profiles may have become one. */
	private PanelContent.Item present(PanelContent.Item item) {
		return new PanelContent.Item(item.number(), item.title(), item.parties(),
				item.people().stream().map(this::present).distinct().toList(), item.fields(),
				item.objections()
						.stream()
						.map(objection -> new PanelContent.Objection(present(objection.person()), objection.by(),
								objection.reason(), objection.upheld(), objection.ruling()))
						.toList());
	}

	private long present(long person) {
		return this.experts.present(person).orElse(person);
	}

	/** What keeps somebody away for conflicts. */
	static Set<Obstacle> obstacles(List<Ruled> findings) {
		var obstacles = new HashSet<Obstacle>();
		findings.forEach(ruled -> {
			var obstacle = ruled.obstacle();
			if (obstacle != null) {
				obstacles.add(obstacle);
			}
		});
		return obstacles;
	}

	/** Rules that the panel's pack does not know stay off. */
	private static ConflictRules rules(PanelContent content) {
		var codes = new HashSet<>(ConflictRules.codes());
		return ConflictRules.of(content.rules()
				.stream()
				.filter(setting -> codes.contains(setting.code()))
				.map(setting -> new RuleSetting(setting.code(), setting.on(), null,
						content.years(setting.code())))
				.toList());
	}

}
