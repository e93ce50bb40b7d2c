package org.zhiqiao.platform.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.zhiqiao.platform.problem.TooManyAttempts;
import org.zhiqiao.platform.testing.MovableClock;

/** How guessing is slowed down, on every database. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import(ClockForTests.class)
abstract class AttemptsContract {

	private static final AccountSettings.Limit THREE = new AccountSettings.AccountLimit(3, Duration.ofSeconds(30),
			Duration.ofMinutes(5));

	@Autowired
	private Attempts attempts;

	@Autowired
	private MovableClock clock;

	@Test
	void waitsLongerAfterEachFurtherAttempt() {
		String who = "doubling";
		take(who, 3);
		assertThatThrownBy(() -> take(who, 1)).isInstanceOf(TooManyAttempts.class);
		this.clock.advance(Duration.ofSeconds(31));
		take(who, 1);
		this.clock.advance(Duration.ofSeconds(31));
		assertThatThrownBy(() -> take(who, 1)).isInstanceOf(TooManyAttempts.class);
		this.clock.advance(Duration.ofSeconds(30));
		take(who, 1);
	}

	@Test
	void neverWaitsLongerThanTheLongestWait() {
		assertThat(Attempts.wait(0, THREE)).isEqualTo(Duration.ofSeconds(30));
		assertThat(Attempts.wait(1, THREE)).isEqualTo(Duration.ofMinutes(1));
		assertThat(Attempts.wait(60, THREE)).isEqualTo(Duration.ofMinutes(5));
	}

	@Test
	void beginsAnewAfterSuccessAndAfterALongTime() {
		take("success", 3);
		this.attempts.forgive("test", "success");
		take("success", 3);
		take("patient", 2);
		this.clock.advance(Duration.ofHours(25));
		take("patient", 3);
	}

	@Test
	void countsEachSubjectForItself() {
		take("one", 3);
		take("other", 1);
	}

	@Test
	void letsNoMoreThroughWhenManyTryAtOnce() throws Exception {
		try (var workers = Executors.newFixedThreadPool(8)) {
			long through = 0;
			for (Future<Boolean> tried : workers.invokeAll(IntStream.range(0, 24)
					.<Callable<Boolean>>mapToObj(_ -> () -> this.attempts.may("test", "at-once", THREE))
					.toList())) {
				through += tried.get() ? 1 : 0;
			}
			assertThat(through).isEqualTo(3);
		}
	}

	private void take(String who, int times) {
		IntStream.range(0, times).forEach(_ -> this.attempts.take("test", who, THREE));
	}

}
