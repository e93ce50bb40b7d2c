package org.zhiqiao.platform.panel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.BackgroundWork;
import org.zhiqiao.platform.expert.Candidate;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.panel.WatchTable.Change;

/**
 * Checks open panels again when facts change, and tells their organisers of what was not known before. Those whose profiles
 * changed are checked against each open panel, a lot at a time; everybody is checked only when a panel is new, or when the
 * people of its items or the register of organisations changed, and then only a few panels at a time. All state is in the
 * database, and looking twice finds the same, so after a crash it goes on.
 */
@Component
class PanelWatch extends BackgroundWork {

	/** Nobody has worked on the panel for so long: by then its review is over. */
	static final Duration OPEN = Duration.ofDays(180);

	/** An organiser gets no second mail about a panel within this. */
	static final Duration QUIET = Duration.ofHours(24);

	private static final Logger log = LoggerFactory.getLogger(PanelWatch.class);

	private static final Duration PAUSE = Duration.ofMinutes(1);

	private static final int CHANGES_AT_ONCE = 500;

	/** Each means to check everybody there is. */
	private static final int PANELS_AT_ONCE = 10;

	private final WatchTable table;

	private final PanelTable panels;

	private final WatchRounds rounds;

	private final Experts experts;

	private final Clock clock;

	private final Semaphore waking = new Semaphore(0);

	private final ReentrantLock working = new ReentrantLock();

	PanelWatch(WatchTable table, PanelTable panels, WatchRounds rounds, Experts experts, Clock clock) {
		super(Thread.ofPlatform().name("panel-watch").daemon());
		this.table = table;
		this.panels = panels;
		this.rounds = rounds;
		this.experts = experts;
		this.clock = clock;
	}

	@Override
	protected void run() {
		try {
			while (isRunning()) {
				if (this.waking.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
					this.waking.drainPermits();
				}
				if (isRunning()) {
					try {
						work(this.clock.instant());
					} catch (RuntimeException trouble) {
						// The database is away: what changed is still there at the next look.
						log.error("Open panels are not checked for now", trouble);
					}
				}
			}
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	protected void wake() {
		this.waking.release();
	}

	/** Looks at all that changed, and tells of what is new. */
	void work(Instant moment) {
		this.working.lock();
		try {
			var now = Moments.exact(moment);
			var open = this.table.open(now.minus(OPEN));
			var more = true;
			while (more && isRunning()) {
				more = followSome(open, now);
			}
			checkEverybody(open, now);
			this.table.untold(now.minus(QUIET)).forEach(panel -> guarded(panel, () -> this.rounds.tell(panel, now)));
		} finally {
			this.working.unlock();
		}
	}

	/** Whether there was something. */
	private boolean followSome(List<Long> open, Instant now) {
		var changes = this.table.changes(CHANGES_AT_ONCE);
		if (changes.isEmpty()) {
			return false;
		}
		var changed = changes.stream().map(Change::expert).collect(Collectors.toSet());
		var watched = this.table.watchedAmong(open);
		if (changed.contains(WatchTable.EVERYBODY)) {
			this.table.due(watched);
		} else {
			var people = this.experts.candidates(changed);
			for (var panel : watched) {
				if (!isRunning()) {
					return false;
				}
				var known = this.panels.find(panel);
				if (known.isPresent()) {
					if (named(known.get()).stream().anyMatch(changed::contains)
							|| !guarded(panel, () -> this.rounds.check(panel, people, changed, now))) {
						this.table.due(Set.of(panel));
					}
				}
			}
		}
		this.table.forgetChanges(changes.stream().map(Change::id).toList());
		return true;
	}

	private static Set<Long> named(Panel panel) {
		var named = new HashSet<Long>();
		panel.content().items().forEach(item -> {
			named.addAll(item.people());
			item.objections().forEach(objection -> named.add(objection.person()));
		});
		return named;
	}

	private void checkEverybody(List<Long> open, Instant now) {
		var wanted = new ArrayList<Long>();
		for (var panel : open) {
			if (wanted.size() < PANELS_AT_ONCE && this.rounds.wantsEverybody(panel)) {
				wanted.add(panel);
			}
		}
		List<Candidate> everybody = wanted.isEmpty() ? List.of() : this.experts.candidates();
		for (var panel : wanted) {
			if (isRunning()) {
				guarded(panel, () -> this.rounds.check(panel, everybody, null, now));
			}
		}
	}

	/** One panel that cannot be checked keeps no other one waiting; whether it could. */
	private static boolean guarded(long panel, Runnable work) {
		try {
			work.run();
			return true;
		} catch (RuntimeException failure) {
			log.error("Panel {} is not checked again", panel, failure);
			return false;
		}
	}

}
