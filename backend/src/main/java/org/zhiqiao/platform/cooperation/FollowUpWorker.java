package org.zhiqiao.platform.cooperation;

import java.time.Clock;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Notices that the report of a year has become late. */
@Component
class FollowUpWorker {

	private final FollowUp followUp;

	private final Clock clock;

	FollowUpWorker(FollowUp followUp, Clock clock) {
		this.followUp = followUp;
		this.clock = clock;
	}

	@Scheduled(initialDelay = 90_000, fixedDelay = 3_600_000)
	void onTime() {
		this.followUp.remind(this.clock.instant());
	}

}
