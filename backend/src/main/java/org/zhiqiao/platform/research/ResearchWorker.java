package org.zhiqiao.platform.research;

import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes PDF files that no study has. */
@Component
class ResearchWorker {

	private static final Logger log = LoggerFactory.getLogger(ResearchWorker.class);

	private final PdfTable files;

	private final ResearchSettings settings;

	private final Clock clock;

	ResearchWorker(PdfTable files, ResearchSettings settings, Clock clock) {
		this.files = files;
		this.settings = settings;
		this.clock = clock;
	}

	@Scheduled(initialDelay = 120_000, fixedDelay = 3_600_000)
	@Transactional
	void onTime() {
		var removed = this.files.removeUnused(this.clock.instant().minus(this.settings.keepUnused()));
		if (removed > 0) {
			log.info("Removed {} PDF files that no study has", removed);
		}
	}

}
