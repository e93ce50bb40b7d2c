package org.zhiqiao.platform.research;

import org.springframework.stereotype.Component;

/** Takes down studies and guides of the made-up sample. */
@Component
public class SampleResearch {

	private final ResearchService research;

	SampleResearch(ResearchService research) {
		this.research = research;
	}

	/** As the public reads it. */
	public long add(SaveResearch save) {
		return this.research.placeSample(
				"guide".equals(save.kind()) ? ResearchKind.GUIDE : ResearchKind.STUDY, save);
	}

}
