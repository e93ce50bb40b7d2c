package org.zhiqiao.platform.panel;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Notices that a member has to be told something, because time has passed or they came late, and that an organiser has not said
 * in time how members served. One transaction for each panel.
 */
@Component
class ReviewWorker {

	private static final Logger log = LoggerFactory.getLogger(ReviewWorker.class);

	private final ReviewTable reviews;

	private final ReviewNotices notices;

	private final AssessmentService assessing;

	private final Clock clock;

	ReviewWorker(ReviewTable reviews, ReviewNotices notices, AssessmentService assessing, Clock clock) {
		this.reviews = reviews;
		this.notices = notices;
		this.assessing = assessing;
		this.clock = clock;
	}

	@Scheduled(initialDelay = 45_000, fixedDelay = 60_000)
	void onTime() {
		work(this.clock.instant());
	}

	/** Tells what is due at a moment. */
	void work(Instant now) {
		each(this.reviews.underWay(), panel -> this.notices.tell(panel, now));
		each(this.assessing.due(now), panel -> this.assessing.remind(panel, now));
	}

	private static void each(List<Long> panels, LongConsumer step) {
		for (var panel : panels) {
			try {
				step.accept(panel);
			} catch (RuntimeException failure) {
				// The people of other panels are told all the same; this one is tried again at the next look.
				log.error("The people of panel {} are not told", panel, failure);
			}
		}
	}

}
