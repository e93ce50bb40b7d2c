package org.zhiqiao.platform.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.platform.expert.ExpertCard;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.expert.Viewer;
import org.zhiqiao.platform.matching.TeamView.MemberView;
import org.zhiqiao.platform.matching.TeamView.RequirementView;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.ranking.Criterion;
import org.zhiqiao.search.ranking.Match;
import org.zhiqiao.search.ranking.TeamSearch;
import org.zhiqiao.search.team.Team;

/** Finds the fewest people who together cover what a need asks for. */
@Service
class TeamService {

	private final Demands demands;

	private final Experts experts;

	private final MatchingService matches;

	private final NeedReader reader;

	private final ReasonViews reasons;

	private final ShortlistTable shortlists;

	private final CurrentMatching matching;

	private final UsualWeights usual;

	TeamService(Demands demands, Experts experts, MatchingService matches, NeedReader reader, ReasonViews reasons,
			ShortlistTable shortlists, CurrentMatching matching, UsualWeights usual) {
		this.demands = demands;
		this.experts = experts;
		this.matches = matches;
		this.reader = reader;
		this.reasons = reasons;
		this.shortlists = shortlists;
		this.matching = matching;
		this.usual = usual;
	}

	/**
	 * Finds the team.
	 * @param keep people who are to be on it; whoever has nothing to do with the need is not
	 * @param without people who are not
	 */
	@Transactional(readOnly = true)
	TeamView team(long demandId, Actor actor, List<Long> keep, Set<Long> without) {
		var demand = this.demands.entrusted(demandId, actor);
		var asked = this.reader.read(demand.content());
		// Members need not be matches, so a firm sees of them, and judges them by, what they show to every signed-in reader.
		var open = actor.isOfficer() ? Audience.MATCHED : Audience.REGISTERED;
		var need = asked.need().without(without);
		var kept = keep.stream().filter(id -> !without.contains(id)).toList();
		var search = this.matching.get().team(need, open, this.usual.get(), kept, this.matches::present);
		var team = search.team();
		return new TeamView(requirements(asked, search), members(demandId, search, kept, actor),
				sorted(team.uncovered()), team.atLeast(),
				(team.proof() instanceof Team.Apart(Set<Integer> apart)) ? sorted(apart) : null,
				(team.proof() instanceof Team.Exhausted(long steps)) ? steps : null, team.best(),
				search.candidates().size(), search.limited());
	}

	private static List<RequirementView> requirements(AskedNeed asked, TeamSearch search) {
		var requirements = new ArrayList<RequirementView>();
		for (var i = 0; i < search.requirements().size(); i++) {
			var place = search.requirements().get(i).place();
			var entry = (place >= 0)
					? asked.entries().get(place)
					: new AskedNeed.Entry("", Criterion.DOMAIN, "", true);
			var number = i;
			var people = (int) search.covers().stream().filter(covers -> covers.contains(number)).count();
			requirements.add(new RequirementView(entry.pointer(), ReasonViews.code(entry.criterion()), entry.code(),
					entry.must(), people));
		}
		return requirements;
	}

	private List<MemberView> members(long demandId, TeamSearch search, List<Long> kept, Actor actor) {
		var places = new HashMap<Long, Integer>();
		IntStream.range(0, search.candidates().size())
				.forEach(place -> places.put(search.candidates().get(place).expertId(), place));
		var cards = this.experts.cards(search.team().members(), Viewer.of(actor))
				.stream()
				.collect(Collectors.toMap(ExpertCard::id, Function.identity()));
		var listed = this.shortlists.expertsOf(demandId);
		return search.team().members().stream().filter(cards::containsKey).map(id -> {
			var place = Objects.requireNonNull(places.get(id));
			Match match = search.candidates().get(place);
			return new MemberView(match.score(), Objects.requireNonNull(cards.get(id)), kept.contains(id),
					listed.contains(id), search.covers().get(place), this.reasons.of(match));
		}).toList();
	}

	private static List<Integer> sorted(Set<Integer> numbers) {
		return numbers.stream().sorted().toList();
	}

}
