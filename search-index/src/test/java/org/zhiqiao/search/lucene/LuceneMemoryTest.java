package org.zhiqiao.search.lucene;

import org.zhiqiao.search.Knowledge;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.ExpertiseIndexContract;
import org.zhiqiao.search.SamplePeople;

/**
 * The engine in memory.
 */
class LuceneMemoryTest extends ExpertiseIndexContract {

	@Override
	protected ExpertiseIndex open() {
		return LuceneExpertiseIndex.inMemory(Knowledge.ofWords(SamplePeople.THESAURUS));
	}

}
