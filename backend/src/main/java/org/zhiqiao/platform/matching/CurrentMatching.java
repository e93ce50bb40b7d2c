package org.zhiqiao.platform.matching;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.taxonomy.Concepts;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.ranking.ExpertRanking;
import org.zhiqiao.search.ranking.Matching;

/** The matching with the thesaurus as it is now; administrators edit it while the platform runs. */
@Component
class CurrentMatching {

	private final ExpertiseIndex index;

	private final Concepts concepts;

	private final Clock clock;

	CurrentMatching(ExpertiseIndex index, Concepts concepts, Clock clock) {
		this.index = index;
		this.concepts = concepts;
		this.clock = clock;
	}

	Matching get() {
		return new Matching(this.index, new ExpertRanking(this.concepts.current(), this.clock));
	}

}
