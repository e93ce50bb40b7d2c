package org.zhiqiao.platform.panel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import org.zhiqiao.platform.expert.Experts;

/**
 * Notices that time has passed: reminds, ends what nobody answered, and has seats filled. One transaction for each panel; what
 * is to be done is read from the database each time, so after a crash the next look goes on.
 */
@Component
class InvitationWorker {

	private static final Logger log = LoggerFactory.getLogger(InvitationWorker.class);

	private final InvitationTable table;

	private final InvitationRounds rounds;

	private final Experts experts;

	private final Clock clock;

	private final ClockWatch watch = new ClockWatch();

	private boolean jumped;

	InvitationWorker(InvitationTable table, InvitationRounds rounds, Experts experts, Clock clock) {
		this.table = table;
		this.rounds = rounds;
		this.experts = experts;
		this.clock = clock;
	}

	@Scheduled(initialDelay = 30_000, fixedDelay = 60_000)
	void onTime() {
		look(this.clock.instant(), System.nanoTime());
	}

	/** Does nothing while the clock cannot be believed: whoever lost a seat because of it would not get it back. */
	synchronized void look(Instant now, long nanos) {
		if (this.watch.steady(now, nanos)) {
			this.jumped = false;
			work(now);
		} else if (!this.jumped) {
			this.jumped = true;
			log.error("The clock of this machine jumped to {}: no invitation ends until it has kept its pace for {}",
					now,
					ClockWatch.DOUBT);
		}
	}

	/** Does what is due at a moment. */
	void work(Instant now) {
		var panels = new TreeSet<>(this.table.panelsDue(now));
		var seated = this.table.standingSince(now.minus(Invitation.WATCHED));
		var published = this.experts
				.publishedAmong(seated.stream().map(InvitationTable.Seated::expert).distinct().toList());
		seated.stream().filter(one -> !published.contains(one.expert())).forEach(one -> panels.add(one.panel()));
		for (var panel : panels) {
			try {
				this.rounds.settle(panel, now);
			} catch (RuntimeException failure) {
				// One panel that cannot be settled keeps no other one waiting; it is tried again at the next look.
				log.error("The invitations of panel {} are not settled", panel, failure);
			}
		}
	}

}
