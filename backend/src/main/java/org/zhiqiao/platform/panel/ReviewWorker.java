package org.zhiqiao.platform.panel;

import java.time.Clock;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Notices that a member has to be told something, because time has passed or they came late. One transaction for each panel. */
@Component
class ReviewWorker {

	private static final Logger log = LoggerFactory.getLogger(ReviewWorker.class);

	private final ReviewTable reviews;

	private final ReviewNotices notices;

	private final Clock clock;

	ReviewWorker(ReviewTable reviews, ReviewNotices notices, Clock clock) {
		this.reviews = reviews;
		this.notices = notices;
		this.clock = clock;
	}

	@Scheduled(initialDelay = 45_000, fixedDelay = 60_000)
	void onTime() {
		work(this.clock.instant());
	}

	/** Tells what is due at a moment. */
	void work(Instant now) {
		for (var panel : this.reviews.underWay()) {
			try {
				this.notices.tell(panel, now);
			} catch (RuntimeException failure) {
				// The members of other panels are told all the same; this one is tried again at the next look.
				log.error("The members of panel {} are not told", panel, failure);
			}
		}
	}

}
