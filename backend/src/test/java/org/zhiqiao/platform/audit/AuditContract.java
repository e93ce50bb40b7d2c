package org.zhiqiao.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What the chain promises on every database. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
abstract class AuditContract {

	private static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null);

	@Autowired
	private AuditLog log;

	@Autowired
	private AuditChain chain;

	@Autowired
	private AuditRepository repository;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void beginAnew() {
		this.jdbc.sql("DELETE FROM audit_detail").update();
		this.jdbc.sql("DELETE FROM audit_entry").update();
		this.repository.moveHead(0, AuditEntry.START);
	}

	@Test
	void keepsWhatWasDoneAndFindsItAgain() {
		record("expert.verified", "7");
		record("demand.published", "8");
		List<AuditRepository.Stored> found = this.repository
				.find(new AuditFilter(null, "expert.", "expert", "7", null, null), 0, 10);
		assertThat(found).singleElement().satisfies(stored -> {
			assertThat(stored.entry().action()).isEqualTo("expert.verified");
			assertThat(stored.detail()).get()
					.satisfies(detail -> assertThat(detail.after()).isEqualTo("{\"name\":\"林若溪\"}"));
		});
		assertThat(this.repository.count(ALL)).isEqualTo(2);
		assertThat(this.chain.verify()).isEqualTo(new AuditChain.Verdict(true, 2, null, this.repository.head().hash()));
	}

	@Test
	void leavesNothingOfWhatWasRolledBack() {
		this.transaction.executeWithoutResult(status -> {
			this.log.record("expert.verified", "expert", 7, null, null);
			status.setRollbackOnly();
		});
		assertThat(this.repository.count(ALL)).isZero();
		assertThat(this.chain.verify().intact()).isTrue();
	}

	@Test
	void refusesToRecordOutsideATransaction() {
		assertThatThrownBy(() -> this.log.record("expert.verified", "expert", 7, null, null))
				.isInstanceOf(IllegalTransactionStateException.class);
	}

	@Test
	void showsARemovedEntry() {
		IntStream.range(0, 5).forEach(number -> record("expert.saved", Integer.toString(number)));
		this.jdbc.sql("DELETE FROM audit_detail WHERE entry_id = 3").update();
		this.jdbc.sql("DELETE FROM audit_entry WHERE id = 3").update();
		assertThat(this.chain.verify().intact()).isFalse();
		assertThat(this.chain.verify().broken()).isEqualTo(3);
	}

	@Test
	void showsARemovedEnd() {
		IntStream.range(0, 5).forEach(number -> record("expert.saved", Integer.toString(number)));
		this.jdbc.sql("DELETE FROM audit_entry WHERE id = 5").update();
		assertThat(this.chain.verify().broken()).isEqualTo(5);
	}

	@Test
	void showsAChangedEntryAndAChangedDetail() {
		record("expert.saved", "1");
		record("expert.saved", "2");
		this.jdbc.sql("UPDATE audit_detail SET after_json = '{}' WHERE entry_id = 2").update();
		assertThat(this.chain.verify().broken()).isEqualTo(2);
		this.jdbc.sql("UPDATE audit_entry SET actor_id = 99 WHERE id = 1").update();
		assertThat(this.chain.verify().broken()).isEqualTo(1);
	}

	@Test
	void holdsWhenAPersonIsErased() {
		this.transaction.executeWithoutResult(
				_ -> this.log.recordBy(5L, "expert.saved", "expert", 7, null, Map.of("name", "林若溪")));
		record("expert.saved", "8");
		record("expert.saved", "9");
		this.transaction.executeWithoutResult(_ -> {
			this.log.forgetActor(5);
			this.log.forget("expert", 8);
		});
		assertThat(this.repository.find(ALL, 0, 10)).extracting(stored -> stored.detail().isPresent())
				.containsExactly(false, true, false, false);
		assertThat(this.chain.verify().intact()).isTrue();
	}

	@Test
	void staysOneChainWhenManyWriteAtOnce() throws Exception {
		try (var workers = Executors.newFixedThreadPool(8)) {
			for (var done : workers.invokeAll(IntStream.range(0, 40).<Callable<Boolean>>mapToObj(number -> () -> {
				record("expert.saved", Integer.toString(number));
				return true;
			}).toList())) {
				assertThat(done.get()).isTrue();
			}
		}
		assertThat(this.chain.verify().intact()).isTrue();
		assertThat(this.chain.verify().entries()).isEqualTo(40);
	}

	private void record(String action, String id) {
		this.transaction.executeWithoutResult(_ -> this.log.record(action, action.substring(0, action.indexOf('.')), id,
				null, Map.of("name", "林若溪")));
	}

}
