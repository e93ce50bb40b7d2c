package org.zhiqiao.platform.demand;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Notices that deadlines have passed. */
@Component
class DemandWorker {

	private final Demands demands;

	DemandWorker(Demands demands) {
		this.demands = demands;
	}

	@Scheduled(initialDelay = 75_000, fixedDelay = 600_000)
	void onTime() {
		this.demands.askAboutDeadlines();
	}

}
