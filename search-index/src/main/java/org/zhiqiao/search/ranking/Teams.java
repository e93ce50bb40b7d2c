package org.zhiqiao.search.ranking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.zhiqiao.search.Condition;
import org.zhiqiao.search.ranking.TeamSearch.Requirement;
import org.zhiqiao.search.team.Candidate;
import org.zhiqiao.search.team.SmallestTeam;

/**
 * Looks for the people among whom a team is found: those who fit best alone, and for each requirement those who fit best of
 * whoever meets it, since a lawyer is far down in the ranking of a need for a chemist.
 */
final class Teams {

	/** So many are searched through exactly. */
	static final int CANDIDATES = 200;

	/** The best of each requirement. */
	private static final int OF_EACH = 20;

	/** One piece of evidence on the very subject. */
	private static final double SUBJECT = 0.5;

	private final Function<Need, List<Match>> people;

	/**
	 * Looks among some people.
	 * @param people gives those who fit a need, best first
	 */
	Teams(Function<Need, List<Match>> people) {
		this.people = people;
	}

	/**
	 * Finds the smallest team.
	 * @param keep people who must be on it; whoever has nothing to do with the need is not
	 */
	TeamSearch of(Need need, List<Long> keep) {
		Need open = need.relaxed();
		List<Match> all = this.people.apply(open);
		boolean limited = all.size() >= Matching.PEOPLE;
		List<Requirement> requirements = requirements(need);
		List<List<Match>> meeting = requirements.stream()
				.map((requirement) -> meeting(open, requirement, all, limited))
				.toList();
		List<Match> candidates = candidates(all, meeting, keep);
		List<Set<Long>> ids = meeting.stream().map(Teams::ids).toList();
		List<List<Integer>> covers = candidates.stream()
				.map((match) -> IntStream.range(0, requirements.size())
						.filter((i) -> ids.get(i).contains(match.expertId()))
						.boxed()
						.toList())
				.toList();
		List<Candidate> people = IntStream.range(0, candidates.size())
				.mapToObj((i) -> new Candidate(candidates.get(i).expertId(), candidates.get(i).score(),
						Set.copyOf(covers.get(i))))
				.toList();
		Set<Long> known = ids(candidates);
		return new TeamSearch(requirements, candidates, covers,
				SmallestTeam.of(requirements.size(), people,
						keep.stream().filter(known::contains).distinct().toList()),
				limited);
	}

	private static List<Requirement> requirements(Need need) {
		List<Requirement> requirements = new ArrayList<>();
		if (!need.title().isBlank() || !need.description().isBlank()) {
			requirements.add(Requirement.SUBJECT);
		}
		List<Condition> conditions = need.conditions();
		for (int place = 0; place < conditions.size(); place++) {
			if (need.counts(place)) {
				requirements.add(new Requirement(place, conditions.get(place)));
			}
		}
		return requirements;
	}

	/** Those who meet a requirement, best first. */
	private List<Match> meeting(Need open, Requirement requirement, List<Match> all, boolean limited) {
		Condition condition = requirement.condition();
		if (condition == null) {
			// where nobody has a piece on the very subject, whoever comes nearest must do
			double enough = all.stream().mapToDouble(Teams::subject).map((value) -> Math.min(value, SUBJECT)).max()
					.orElse(0);
			return all.stream().filter((match) -> enough > 0 && subject(match) >= enough).toList();
		}
		// facts hold no texts: only the engine knows who mentions free words
		boolean told = !(condition instanceof Condition.Mentions);
		List<Match> meeting = told ? all.stream().filter((match) -> condition.test(match.facts())).toList() : List.of();
		if (told && (!limited || meeting.size() >= OF_EACH)) {
			return meeting;
		}
		List<Match> asked = this.people.apply(open.withMust(condition));
		return told ? joined(meeting, asked) : asked;
	}

	private static double subject(Match match) {
		return match.contributions()
				.stream()
				.filter((part) -> part.criterion() == Criterion.DOMAIN)
				.mapToDouble(Contribution::value)
				.sum();
	}

	private static List<Match> candidates(List<Match> all, List<List<Match>> meeting, List<Long> keep) {
		Map<Long, Match> chosen = new LinkedHashMap<>();
		List<Match> everybody = new ArrayList<>(all);
		for (List<Match> some : meeting) {
			some.stream().limit(OF_EACH).forEach((match) -> chosen.putIfAbsent(match.expertId(), match));
			everybody.addAll(some);
		}
		everybody.stream()
				.filter((match) -> keep.contains(match.expertId()))
				.forEach((match) -> chosen.putIfAbsent(match.expertId(), match));
		for (Match match : all) {
			if (chosen.size() >= CANDIDATES) {
				break;
			}
			chosen.putIfAbsent(match.expertId(), match);
		}
		return chosen.values().stream().sorted(Ranking.BEST_FIRST).toList();
	}

	private static List<Match> joined(List<Match> one, List<Match> other) {
		Set<Long> ids = ids(one);
		List<Match> joined = new ArrayList<>(one);
		other.stream().filter((match) -> !ids.contains(match.expertId())).forEach(joined::add);
		joined.sort(Ranking.BEST_FIRST);
		return joined;
	}

	private static Set<Long> ids(List<Match> matches) {
		return matches.stream().map(Match::expertId).collect(Collectors.toUnmodifiableSet());
	}

}
