package org.zhiqiao.platform.panel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.expert.ExpertCard;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.expert.Viewer;
import org.zhiqiao.platform.matching.Relevance;
import org.zhiqiao.platform.panel.BestPanelView.PanelMember;
import org.zhiqiao.platform.panel.BestPanelView.StandIn;
import org.zhiqiao.platform.panel.solve.PanelSolution;
import org.zhiqiao.platform.taxonomy.Concepts;

/** Gathers what the solver needs to know of those who may serve, and tells its answer by their names. */
@Component
class PanelQuestions {

	private final PoolReader pools;

	private final TieReader ties;

	private final Relevance relevance;

	private final Experts experts;

	private final Concepts concepts;

	PanelQuestions(PoolReader pools, TieReader ties, Relevance relevance, Experts experts, Concepts concepts) {
		this.pools = pools;
		this.ties = ties;
		this.relevance = relevance;
		this.experts = experts;
		this.concepts = concepts;
	}

	PanelQuestion of(Panel panel, Pool pool) {
		var content = panel.content();
		var fields = Stream
				.concat(content.items().stream().flatMap(item -> item.fields().stream()),
						content.groups().stream().flatMap(group -> group.fields().stream()))
				.distinct()
				.toList();
		var fit = new HashMap<Long, Integer>();
		for (var item : content.items()) {
			var about = item.fields().isEmpty() ? fields : item.fields();
			this.relevance.to(item.title(), about)
					.forEach((person, points) -> fit.merge(person,
							(int) Math.round(points * PanelQuestion.POINT / content.items().size()), Integer::sum));
		}
		var known = new HashMap<Long, Set<String>>();
		var able = pool.people().stream().filter(person -> person.group() >= 0).map(Pool.Person::id).toList();
		for (var person : this.experts.candidates(able)) {
			var all = new HashSet<>(person.domains());
			person.domains().forEach(domain -> all.addAll(this.concepts.ancestors(domain)));
			known.put(person.id(), all);
		}
		return new PanelQuestion(pool, fields, fit, known, this.pools.load(panel),
				this.ties.pairs(content, panel.id(), able));
	}

	/**
	 * The members with what they add, those who add most first.
	 * @param kept who had to sit
	 */
	List<PanelMember> members(PanelQuestion question, PanelSolution solution, Set<Long> kept, Viewer viewer) {
		var cards = this.experts.cards(solution.members(), viewer)
				.stream()
				.collect(Collectors.toMap(ExpertCard::id, Function.identity()));
		var groups = question.plan().seated(solution.members(), question::fits);
		var lost = solution.contributions()
				.stream()
				.collect(Collectors.toMap(PanelSolution.Contribution::member, Function.identity()));
		var stand = solution.alternates()
				.stream()
				.collect(Collectors.toMap(PanelSolution.Alternates::member, PanelSolution.Alternates::swaps));
		var members = new ArrayList<PanelMember>();
		for (var member : solution.members()) {
			var card = cards.get(member);
			var contribution = lost.get(member);
			if (card == null || contribution == null) {
				continue;
			}
			var group = groups.get(member);
			members.add(new PanelMember(card, (group != null) ? question.pool().groups().get(group).name() : null,
					PanelQuestion.points(question.fit(member)), PanelQuestion.points(contribution.drop()),
					contribution.breaks()
							.stream()
							.filter(rule -> rule.matches("\\d+"))
							.map(question.plan()::names)
							.toList(),
					this.concepts.refs(question.known(member)),
					stand.getOrDefault(member, List.of())
							.stream()
							.map(swap -> new StandIn(swap.outsider(), question.name(swap.outsider()),
									PanelQuestion.points(solution.objective() - swap.objective())))
							.toList(),
					kept.contains(member)));
		}
		members.sort(Comparator.comparingDouble(PanelMember::adds).reversed());
		return members;
	}

	/** Where each member sits. */
	static Map<Long, Integer> groups(PanelQuestion question, PanelSolution solution) {
		return question.plan().seated(solution.members(), question::fits);
	}

}
