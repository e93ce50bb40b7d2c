package org.zhiqiao.platform.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiqiao.platform.problem.TooManyAttempts;

/**
 * Slows down guessing. An attempt is counted before it is made, so that many at the same
 * time do not slip through; success takes the count back. The counts are in the database
 * and outlive a restart. Who is counted is kept as a digest, and counted whether or not
 * there is such an account: the answer does not tell.
 */
@Component
class Attempts {

	private static final int TRIES = 20;

	private final JdbcClient jdbc;

	private final AccountSettings settings;

	private final Clock clock;

	Attempts(JdbcClient jdbc, AccountSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Counts one attempt, in a transaction of its own.
	 *
	 * @throws TooManyAttempts while the subject has to wait
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW, isolation = Isolation.READ_COMMITTED)
	public void take(String what, String who, AccountSettings.Limit limit) {
		take(subject(what, who), limit).ifPresent(wait -> {
			throw new TooManyAttempts(wait);
		});
	}

	/** Counts one attempt and tells whether it may be made. */
	@Transactional(propagation = Propagation.REQUIRES_NEW, isolation = Isolation.READ_COMMITTED)
	public boolean may(String what, String who, AccountSettings.Limit limit) {
		return take(subject(what, who), limit).isEmpty();
	}

	/** Takes one attempt back that was none: those before still count. */
	@Transactional(propagation = Propagation.REQUIRES_NEW, isolation = Isolation.READ_COMMITTED)
	public void giveBack(String what, String who) {
		this.jdbc.sql(
				"UPDATE attempt SET failures = failures - 1, blocked_until = NULL WHERE subject = ? AND failures > 0")
				.param(subject(what, who))
				.update();
	}

	/** Takes all counts of a subject back. */
	@Transactional(propagation = Propagation.REQUIRES_NEW, isolation = Isolation.READ_COMMITTED)
	public void forgive(String what, String who) {
		this.jdbc.sql("DELETE FROM attempt WHERE subject = ?").param(subject(what, who)).update();
	}

	private Optional<Duration> take(String subject, AccountSettings.Limit limit) {
		Instant now = this.clock.instant();
		Counted counted = held(subject, now);
		if (counted.blockedUntil != null && counted.blockedUntil.isAfter(now)) {
			return Optional.of(Duration.between(now, counted.blockedUntil));
		}
		boolean old = counted.lastAt.isBefore(now.minus(this.settings.forgetAfter()));
		int failures = (old ? 0 : counted.failures) + 1;
		Instant blockedUntil = failures < limit.free() ? null : now.plus(wait(failures - limit.free(), limit));
		this.jdbc.sql("UPDATE attempt SET failures = ?, last_at = ?, blocked_until = ? WHERE subject = ?")
				.param(failures)
				.param(utc(now))
				.param(blockedUntil == null ? null : utc(blockedUntil))
				.param(subject)
				.update();
		return Optional.empty();
	}

	/**
	 * A row to hold on to: without one, two first attempts would both count as the first. The empty update takes the row for
	 * writing at once; INSERT IGNORE would take it for reading first, and two would block. Another sign-in that succeeds just now
	 * may take the row away before it is held; then it is put there again.
	 */
	private Counted held(String subject, Instant now) {
		Optional<Counted> found = Optional.empty();
		for (int tries = 0; found.isEmpty() && tries < TRIES; tries++) {
			this.jdbc.sql("""
					INSERT INTO attempt (subject, failures, last_at) VALUES (?, 0, ?)
					ON DUPLICATE KEY UPDATE failures = failures""")
					.param(subject)
					.param(utc(now))
					.update();
			found = this.jdbc
					.sql("SELECT failures, last_at, blocked_until FROM attempt WHERE subject = ? FOR UPDATE")
					.param(subject)
					.query((row, _) -> new Counted(row.getInt("failures"),
							row.getObject("last_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
							moment(row.getObject("blocked_until", LocalDateTime.class))))
					.optional();
		}
		return found.orElseGet(() -> new Counted(0, now, null));
	}

	static Duration wait(int further, AccountSettings.Limit limit) {
		Duration wait = limit.firstWait().multipliedBy(1L << Math.min(20, further));
		return wait.compareTo(limit.longestWait()) > 0 ? limit.longestWait() : wait;
	}

	@Scheduled(initialDelay = 60_000, fixedDelay = 3_600_000)
	void forgetOld() {
		this.jdbc.sql("DELETE FROM attempt WHERE last_at < ? AND (blocked_until IS NULL OR blocked_until < ?)")
				.param(utc(this.clock.instant().minus(this.settings.forgetAfter())))
				.param(utc(this.clock.instant()))
				.update();
	}

	private static String subject(String what, String who) {
		return what + ":" + Secrets.digest(who);
	}

	private static LocalDateTime utc(Instant moment) {
		return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
	}

	private static @Nullable Instant moment(@Nullable LocalDateTime stored) {
		return stored == null ? null : stored.toInstant(ZoneOffset.UTC);
	}

	private record Counted(int failures, Instant lastAt, @Nullable Instant blockedUntil) {}

}
