package org.zhiqiao.platform.panel;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.zhiqiao.platform.expert.ExpertErased;
import org.zhiqiao.platform.expert.ExpertsMerged;

/** Keeps published lists with the person when two profiles become one, and takes their name out when they are erased. */
@Component
class ReviewFollower {

	private final OpinionTable opinions;

	private final PublicationTable publications;

	private final AssessmentTable assessments;

	ReviewFollower(OpinionTable opinions, PublicationTable publications, AssessmentTable assessments) {
		this.opinions = opinions;
		this.publications = publications;
		this.assessments = assessments;
	}

	/** In the transaction of the merge. What they said hangs on their invitations, which follow by themselves. */
	@EventListener
	void follow(ExpertsMerged merged) {
		this.publications.move(merged.gone(), merged.stays());
	}

	/** In the transaction that erases. What they signed stays in the file, which the law wants kept. */
	@EventListener
	void forget(ExpertErased erased) {
		this.opinions.forgetDrafts(erased.expertId());
		this.publications.forget(erased.expertId());
		this.assessments.forgetWords(erased.expertId());
	}

}
