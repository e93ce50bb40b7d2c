package org.zhiqiao.platform.matching;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.ranking.Contribution;
import org.zhiqiao.search.ranking.Criterion;
import org.zhiqiao.search.ranking.Match;
import org.zhiqiao.search.ranking.Ranking;
import org.zhiqiao.search.ranking.Weights;

/** What rankings would be with other weights, for whoever weighs them; whom it is about must not be told from there. */
@Component
public class Trials {

	private static final int FIRST = 10;

	private final Demands demands;

	private final Standings standings;

	private final MatchingService matches;

	private final NeedReader reader;

	private final CurrentMatching matching;

	Trials(Demands demands, Standings standings, MatchingService matches, NeedReader reader, CurrentMatching matching) {
		this.demands = demands;
		this.standings = standings;
		this.matches = matches;
		this.reader = reader;
		this.matching = matching;
	}

	/**
	 * How well people fulfil the criteria that a need asks for, 0 to 1, as things stand now and whether or not a must leaves them
	 * out. Whoever has nothing to do with it is missing.
	 */
	@Transactional(readOnly = true)
	public Map<Long, Map<Criterion, Double>> values(long demandId, Collection<Long> people) {
		var demand = this.demands.find(demandId);
		if (demand.isEmpty() || people.isEmpty()) {
			return Map.of();
		}
		var need = this.reader.read(demand.get().content()).need().relaxed();
		return this.matching.get()
				.among(need, Set.copyOf(people), Audience.MATCHED, Weights.DEFAULT)
				.stream()
				.collect(Collectors.toMap(Match::expertId, Trials::values));
	}

	static Map<Criterion, Double> values(Match match) {
		var values = new EnumMap<Criterion, Double>(Criterion.class);
		match.contributions().forEach((Contribution part) -> values.put(part.criterion(), part.value()));
		return values;
	}

	/**
	 * How the head of a ranking would change.
	 *
	 * @param first how many people are among the first ten now
	 * @param stay how many of them would be
	 * @param moved how many of them would not have the place they have
	 */
	public record Change(int first, int stay, int moved) {

	}

	/** What other weights would change in the ranking of a need; empty if there is no such need, or nobody fits it. */
	@Transactional(readOnly = true)
	public Optional<Change> change(long demandId, Percentages other) {
		return this.demands.find(demandId).flatMap(demand -> {
			var standing = this.standings.of(demand, Audience.MATCHED);
			var now = first(standing.ranking());
			var then = first(standing.ranking().reweighted(other.weights()));
			var moved = (int) IntStream.range(0, now.size())
					.filter(place -> then.indexOf(now.get(place)) != place)
					.count();
			return now.isEmpty()
					? Optional.empty()
					: Optional.of(new Change(now.size(), (int) now.stream().filter(then::contains).count(), moved));
		});
	}

	private List<Long> first(Ranking ranking) {
		return this.matches.present(ranking.matches()).stream().limit(FIRST).map(Match::expertId).toList();
	}

}
