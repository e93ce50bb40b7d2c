package org.zhiqiao.platform.publishing;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notices that time has passed: reminds those who review, and removes pictures that no article shows. */
@Component
class ArticleWorker {

	private static final Logger log = LoggerFactory.getLogger(ArticleWorker.class);

	private final Articles articles;

	private final PictureTable pictures;

	private final PublishingSettings settings;

	private final Clock clock;

	ArticleWorker(Articles articles, PictureTable pictures, PublishingSettings settings, Clock clock) {
		this.articles = articles;
		this.pictures = pictures;
		this.settings = settings;
		this.clock = clock;
	}

	@Scheduled(initialDelay = 60_000, fixedDelay = 600_000)
	@Transactional
	void onTime() {
		work(this.clock.instant());
	}

	/** Does what is due at a moment. */
	void work(Instant now) {
		this.articles.remind(now);
		var removed = this.pictures.removeUnused(now.minus(this.settings.keepUnused()));
		if (removed > 0) {
			log.info("Removed {} pictures that no article shows", removed);
		}
	}

}
