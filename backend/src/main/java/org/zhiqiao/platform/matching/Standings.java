package org.zhiqiao.platform.matching;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.demand.Demand;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.ranking.Match;
import org.zhiqiao.search.ranking.Ranking;
import org.zhiqiao.search.ranking.Weights;

/**
 * Who stands where in view of a need, kept until the need, the usual weights, the index or the thesaurus change. So a weight that is moved, the
 * next page and an export ask the index nothing.
 */
@Component
class Standings {

	/** Each holds up to a few thousand people; firms look at one need at a time. */
	private static final int KEPT = 24;

	private final Map<Key, Standing> kept = new LinkedHashMap<>(16, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<Key, Standing> eldest) {
			return size() > KEPT;
		}

	};

	private final ExpertiseIndex index;

	private final CurrentMatching matching;

	private final UsualWeights usual;

	private final NeedReader reader;

	private final Clock clock;

	Standings(ExpertiseIndex index, CurrentMatching matching, UsualWeights usual, NeedReader reader, Clock clock) {
		this.index = index;
		this.matching = matching;
		this.usual = usual;
		this.reader = reader;
		this.clock = clock;
	}

	/**
	 * Everybody who fits a need.
	 *
	 * @param ranking with the usual weights
	 * @param at when the index was asked
	 * @param revision of the index, or of an older state of it
	 */
	record Standing(AskedNeed asked, Ranking ranking, Instant at, long revision) {

		Set<Long> people() {
			return this.ranking.matches().stream().map(Match::expertId).collect(Collectors.toUnmodifiableSet());
		}

	}

	/** Whether the index has changed since it was asked. */
	boolean overtaken(Standing standing) {
		return this.index.revision() != standing.revision();
	}

	private record Key(long demand, int version, Audience audience, Weights weights) {

	}

	private long revision = -1;

	Standing of(Demand demand, Audience audience) {
		var weights = this.usual.get();
		var key = new Key(demand.id(), demand.version(), audience, weights);
		// Read before the index is asked: a change in between makes the answer too new for its revision, never too old.
		var now = this.index.revision();
		synchronized (this.kept) {
			if (this.revision != now) {
				this.kept.clear();
				this.revision = now;
			}
			var known = this.kept.get(key);
			if (known != null) {
				return known;
			}
		}
		var asked = this.reader.read(demand.content());
		var standing = new Standing(asked, this.matching.get().match(asked.need(), audience, weights),
				this.clock.instant(), now);
		synchronized (this.kept) {
			if (this.revision == now) {
				this.kept.put(key, standing);
			}
		}
		return standing;
	}

}
