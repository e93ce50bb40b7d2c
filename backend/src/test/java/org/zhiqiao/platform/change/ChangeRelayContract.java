package org.zhiqiao.platform.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.FreshDatabase;

/** No change is lost and none holds up another, on every database and whenever the process ends. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ChangeRelayContract {

	private static final int BATCH = 100;

	private final FreshDatabase database;

	private final DataSource source;

	private final TransactionTemplate transaction;

	private Hands hands = new Hands();

	private Follower follower = new Follower();

	private ChangeLog log;

	private ChangeRelay relay;

	/** One database for all tests of an engine: to migrate one takes longer than they do. */
	ChangeRelayContract(Engine engine) {
		this.database = FreshDatabase.on(engine).migrated();
		this.source = this.database.dataSource();
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(this.source));
		var bell = new ChangeBell();
		this.log = new ChangeLog(new JdbcTemplate(this.source), this.hands, bell);
		this.relay = relay(bell);
	}

	private ChangeRelay relay(ChangeBell bell) {
		return new ChangeRelay(new ChangeTable(JdbcClient.create(this.source)), bell,
				new StaticListableBeanFactory(Map.of("follower", this.follower)).getBeanProvider(ChangeFollower.class),
				new JdbcTransactionManager(this.source), new ChangeSettings(Duration.ofMinutes(10), BATCH), this.hands);
	}

	@BeforeEach
	void nothingIsPending() {
		var jdbc = new JdbcTemplate(this.source);
		jdbc.update("DELETE FROM change_log");
		this.hands = new Hands();
		this.follower = new Follower();
		var bell = new ChangeBell();
		this.log = new ChangeLog(jdbc, this.hands, bell);
		this.relay = relay(bell);
	}

	@AfterEach
	void stop() {
		this.relay.stop();
	}

	@AfterAll
	void drop() {
		this.database.close();
	}

	@Test
	void handsOnWhatWasCommittedAndForgetsIt() {
		change(1, 2);
		assertThat(this.relay.pending().count()).isEqualTo(2);
		assertThat(this.relay.pending().oldest()).isEqualTo(this.hands.instant());
		this.relay.relayBatch();
		assertThat(this.follower.told).containsExactly(List.of(expert(1), expert(2)));
		assertThat(this.relay.pending().count()).isZero();
	}

	@Test
	void knowsNothingOfWhatWasRolledBack() {
		this.transaction.executeWithoutResult(status -> {
			this.log.changed(SubjectKind.EXPERT, 1);
			status.setRollbackOnly();
		});
		this.relay.relayBatch();
		assertThat(this.follower.told).isEmpty();
	}

	@Test
	void makesOneOfManyChangesOfOneThing() {
		change(1, 1, 2, 1);
		change(1);
		assertThat(this.relay.relayBatch()).isEqualTo(5);
		assertThat(this.follower.told).containsExactly(List.of(expert(1), expert(2)));
	}

	@Test
	void takesBatchAfterBatch() {
		for (long id = 1; id <= BATCH + 1; id++) {
			change(id);
		}
		assertThat(this.relay.relayBatch()).isEqualTo(BATCH);
		assertThat(this.relay.relayBatch()).isEqualTo(1);
	}

	@Test
	void keepsTheRowsIfTheProcessEndsAfterTheFollowerAndBeforeTheDeletion() {
		change(1, 2);
		this.follower.afterwards = () -> {
			throw new ProcessEnds();
		};
		assertThatThrownBy(this.relay::relayBatch).isInstanceOf(ProcessEnds.class);
		assertThat(this.relay.pending().count()).isEqualTo(2);
		this.follower.afterwards = () -> {};
		this.relay.relayBatch();
		assertThat(this.follower.told).containsExactly(List.of(expert(1), expert(2)), List.of(expert(1), expert(2)));
		assertThat(this.relay.pending().count()).isZero();
	}

	@Test
	void keepsWhatFailsAndIsNotHeldUpByIt() {
		change(1, 2, 3);
		this.follower.refused.add(expert(2));
		this.relay.relayBatch();
		assertThat(this.follower.told).containsExactly(List.of(expert(1)), List.of(expert(3)));
		PendingChanges pending = this.relay.pending();
		assertThat(pending.count()).isEqualTo(1);
		assertThat(pending.failed()).singleElement().satisfies(failed -> {
			assertThat(failed.id()).isEqualTo(2);
			assertThat(failed.attempts()).isEqualTo(1);
			assertThat(failed.lastError()).contains("refused 2");
			assertThat(failed.nextAttempt()).isCloseTo(this.hands.instant().plusSeconds(2),
					within(1, ChronoUnit.MILLIS));
		});
	}

	@Test
	void triesAgainLaterAndLater() {
		change(1);
		this.follower.refused.add(expert(1));
		this.relay.relayBatch();
		assertThat(this.relay.relayBatch()).isZero();
		this.hands.pass(Duration.ofSeconds(2));
		this.relay.relayBatch();
		assertThat(this.relay.pending().failed()).singleElement().satisfies(failed -> {
			assertThat(failed.attempts()).isEqualTo(2);
			assertThat(failed.nextAttempt()).isEqualTo(this.hands.instant().plusSeconds(4));
		});
		this.follower.refused.clear();
		this.hands.pass(Duration.ofSeconds(4));
		this.relay.relayBatch();
		assertThat(this.relay.pending().count()).isZero();
		assertThat(ChangeRelay.wait(60)).isEqualTo(Duration.ofMinutes(10));
	}

	@Test
	void settlesAnOldFailureWithANewSuccess() {
		change(1);
		this.follower.refused.add(expert(1));
		this.relay.relayBatch();
		this.follower.refused.clear();
		change(1);
		this.relay.relayBatch();
		assertThat(this.relay.pending().count()).isZero();
	}

	@Test
	void blamesNobodyWhenTheFollowerIsNotReady() {
		change(1);
		this.follower.ready = false;
		assertThatThrownBy(this.relay::relayBatch).isInstanceOf(NotReadyToFollow.class);
		assertThat(this.relay.pending().count()).isEqualTo(1);
		assertThat(this.relay.pending().failed()).isEmpty();
		this.follower.ready = true;
		assertThat(this.relay.relayBatch()).isEqualTo(1);
	}

	@Test
	void missesNoChangeThatIsCommittedLate() throws Exception {
		var begun = new CountDownLatch(1);
		var go = new CountDownLatch(1);
		Thread late = Thread.startVirtualThread(() -> this.transaction.executeWithoutResult(status -> {
			this.log.changed(SubjectKind.EXPERT, 1);
			begun.countDown();
			await(go);
		}));
		await(begun);
		change(2);
		this.relay.relayBatch();
		assertThat(this.follower.told).containsExactly(List.of(expert(2)));
		go.countDown();
		late.join();
		this.relay.relayBatch();
		assertThat(this.follower.told).containsExactly(List.of(expert(2)), List.of(expert(1)));
	}

	@Test
	void keepsAChangeThatComesWhileItWorks() {
		change(1);
		this.follower.afterwards = () -> {
			this.follower.afterwards = () -> {};
			// On another connection, and it must not wait for the relay's locks.
			Thread other = Thread.startVirtualThread(() -> change(1));
			try {
				assertThat(other.join(Duration.ofSeconds(5))).isTrue();
			} catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		};
		this.relay.relayBatch();
		assertThat(this.relay.pending().count()).isEqualTo(1);
		this.relay.relayBatch();
		assertThat(this.follower.told).hasSize(2);
		assertThat(this.relay.pending().count()).isZero();
	}

	@Test
	void isWokenByACommit() throws Exception {
		this.relay.start();
		change(1);
		assertThat(this.follower.news.poll(10, TimeUnit.SECONDS)).containsExactly(expert(1));
		change(2);
		assertThat(this.follower.news.poll(10, TimeUnit.SECONDS)).containsExactly(expert(2));
	}

	@Test
	void beginsWithWhatAnEarlierProcessLeft() throws Exception {
		change(1);
		this.relay.start();
		assertThat(this.follower.news.poll(10, TimeUnit.SECONDS)).containsExactly(expert(1));
	}

	private void change(long... ids) {
		this.transaction.executeWithoutResult(status -> {
			for (long id : ids) {
				this.log.changed(SubjectKind.EXPERT, id);
			}
		});
	}

	private static Subject expert(long id) {
		return new Subject(SubjectKind.EXPERT, id);
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
		} catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Remembers what it was told. */
	private static final class Follower implements ChangeFollower {

		private final List<List<Subject>> told = new ArrayList<>();

		private final LinkedBlockingQueue<List<Subject>> news = new LinkedBlockingQueue<>();

		private final Set<Subject> refused = ConcurrentHashMap.newKeySet();

		private Runnable afterwards = () -> {};

		private boolean ready = true;

		@Override
		public void follow(List<Subject> subjects) {
			if (!this.ready) {
				throw new NotReadyToFollow(new IllegalStateException("rebuilding"));
			}
			for (Subject subject : subjects) {
				if (this.refused.contains(subject)) {
					throw new IllegalStateException("refused " + subject.id());
				}
			}
			this.told.add(subjects);
			this.news.add(subjects);
			this.afterwards.run();
		}

	}

	/** No exception that anybody handles: nothing more happens in this transaction. */
	private static final class ProcessEnds extends Error {}

	/** A clock that goes when told. */
	private static final class Hands extends Clock {

		private Instant now = Instant.parse("2030-01-01T00:00:00Z");

		void pass(Duration time) {
			this.now = this.now.plus(time);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
