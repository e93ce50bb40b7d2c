package org.zhiqiao.platform.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.demand.Budget;
import org.zhiqiao.platform.demand.DemandState;
import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.platform.demand.SaveDemand;
import org.zhiqiao.platform.directory.Searches;
import org.zhiqiao.platform.newsletter.Newsletters.Change;
import org.zhiqiao.platform.newsletter.Newsletters.Wanted;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.ProblemException;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.problem.StaleVersion;
import org.zhiqiao.platform.problem.TooManyAttempts;
import org.zhiqiao.search.IndexNotReady;

/** From a search that somebody saves to the mails about it, on every database. */
@SpringBootTest
abstract class NewslettersContract {

	private static final Pattern SECRET = Pattern.compile("confirm\\?token=([\\w-]+)");

	private static final String STORIES = "kind=stories";

	@Autowired
	private Newsletters newsletters;

	@Autowired
	private NewsletterTable table;

	@Autowired
	private IssueWorker worker;

	@Autowired
	private NewsletterPersonalData personalData;

	@Autowired
	private Searches searches;

	@Autowired
	private Demands demands;

	@Autowired
	private Accounts accounts;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	private Actor firm = new Actor(0, "", java.util.Set.of(), null, null);

	private Actor province = this.firm;

	@BeforeEach
	void people() {
		for (String name : List.of("mail_outbox", "newsletter", "notice", "article_link", "article_content",
				"article")) {
			this.jdbc.sql("DELETE FROM " + name).update();
		}
		this.firm = actor(Role.FIRM);
		this.province = actor(Role.PROVINCIAL_OFFICER);
	}

	private Actor actor(Role role) {
		var person = this.accounts.createSample(new Accounts.NewPerson(UUID.randomUUID() + "@example.org",
				"a long enough password", role.name(), Locale.ENGLISH, EnumSet.of(role), null));
		return this.accounts.acting(person.accountId()).orElseThrow();
	}

	private String address(Actor actor) {
		return this.accounts.find(actor.accountId()).orElseThrow().email();
	}

	private Newsletter subscribe(Actor reader, String source, String query) {
		return this.newsletters.subscribe(reader, new Wanted(source, "Batteries", query, "daily", null));
	}

	private static Instant inDays(int days) {
		return Instant.now().plus(Duration.ofDays(days));
	}

	private void story(String title, String country) {
		this.transaction.executeWithoutResult(_ -> {
			long id = Objects.requireNonNull(
					this.jdbc.sql("SELECT COALESCE(MAX(id), 0) + 1 FROM article").query(Long.class).single());
			LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
			this.jdbc.sql("""
					INSERT INTO article (id, version, sample, state, edition, live, reminders, first_published_at,
					published_at, created_at, updated_at) VALUES (?, 1, TRUE, 'PUBLISHED', 1, TRUE, 0, ?, ?, ?, ?)""")
					.params(id, now, now, now, now)
					.update();
			this.jdbc.sql("""
					INSERT INTO article_content (article_id, edition, kind, title_zh, title_en, plain, published_at)
					VALUES (?, 1, 'NEWS', ?, ?, '', ?)""")
					.params(id, title, title, now)
					.update();
			this.jdbc.sql(
					"INSERT INTO article_link (article_id, edition, kind, place, code) VALUES (?, 1, 'country', 0, ?)")
					.params(id, country)
					.update();
		});
	}

	private long need(String title, String confidentiality) {
		return this.demands.placeSample(this.province.accountId(),
				new SaveDemand("technical-problem", title, "薄壁结构件局部热裂，希望找到懂凝固与铸造的专家帮助分析。", "zh", null, "hefei",
						List.of("new-materials"), List.of(new SaveDemand.SoughtDomain("casting", null, true, 3)),
						List.of(new SaveDemand.SoughtCountry("DE", null, "work", false, 2)), List.of(), List.of(),
						new Budget(50, 120), LocalDate.of(2099, 1, 31), confidentiality),
				DemandState.PUBLISHED, null, null, 0);
	}

	private List<String> bodies(String recipient) {
		return this.jdbc.sql("SELECT CONCAT(subject, '\n', body) FROM mail_outbox WHERE recipient = ? ORDER BY id")
				.param(recipient)
				.query((row, _) -> row.getString(1))
				.list();
	}

	/** The index follows on a thread of its own. */
	private void untilIndexed(List<Long> needs) throws InterruptedException {
		Instant patience = Instant.now().plus(Duration.ofMinutes(2));
		while (true) {
			try {
				this.searches.demands("", null, needs, Instant.now().minus(Duration.ofDays(1)), true);
				return;
			} catch (Searches.Outdated | IndexNotReady later) {
				assertThat(Instant.now()).as(later.toString()).isBefore(patience);
				Thread.sleep(50);
			}
		}
	}

	@Test
	void tellsWhatIsNewOnceAndNothingIfNothingIs() throws Exception {
		story("Long ago", "DE");
		subscribe(this.firm, "topics", STORIES + "&country=DE");
		this.worker.work(inDays(2));
		assertThat(bodies(address(this.firm))).as("nothing new, no mail").isEmpty();
		subscribe(this.province, "topics", STORIES + "&country=DE");
		story("A joint laboratory", "DE");
		story("Something else", "JP");
		Instant morning = inDays(3);
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Callable<Boolean> work = () -> {
				this.worker.work(morning);
				return true;
			};
			for (var done : threads.invokeAll(Collections.nCopies(3, work))) {
				assertThat(done.get()).isTrue();
			}
		}
		assertThat(bodies(address(this.province))).singleElement()
				.asString()
				.contains("Batteries: 1 new", "A joint laboratory", "/newsletters/stop?token=")
				.doesNotContain("Something else", "Long ago");
		this.worker.work(inDays(5));
		assertThat(bodies(address(this.province))).as("once").hasSize(1);
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM notice").query(Integer.class).single()).isZero();
	}

	@Test
	void losesNothingAndTellsNothingTwiceWhenAnIssueBreaksOff() {
		subscribe(this.firm, "topics", STORIES);
		story("A joint laboratory", "DE");
		Instant morning = inDays(2);
		// As when the process is killed before the commit.
		this.transaction.executeWithoutResult(status -> {
			this.worker.work(morning);
			assertThat(bodies(address(this.firm))).hasSize(1);
			status.setRollbackOnly();
		});
		assertThat(bodies(address(this.firm))).isEmpty();
		this.worker.work(morning);
		this.worker.work(morning);
		assertThat(bodies(address(this.firm))).hasSize(1);
	}

	@Test
	void tellsNothingTwiceWhenItsReaderChangesItWhileAnIssueIsWritten() {
		Newsletter mine = subscribe(this.firm, "topics", STORIES);
		story("A joint laboratory", "DE");
		// As the change reads it; the issue is written before the change is.
		Newsletter read = this.table.find(this.firm.accountId(), mine.id()).orElseThrow();
		this.worker.work(inDays(2));
		assertThat(bodies(address(this.firm))).hasSize(1);
		Newsletter told = this.table.find(this.firm.accountId(), mine.id()).orElseThrow();
		assertThat(told.coveredUntil()).isAfter(read.coveredUntil());
		assertThat(this.table.update(read, null)).as("nobody else has changed it").isTrue();
		Newsletter saved = this.table.find(this.firm.accountId(), mine.id()).orElseThrow();
		assertThat(saved.coveredUntil()).isEqualTo(told.coveredUntil());
		assertThat(saved.nextIssueAt()).isEqualTo(read.nextIssueAt());
		this.worker.work(inDays(3));
		assertThat(bodies(address(this.firm))).as("once").hasSize(1);
	}

	/** With a read that stays as it was, as MySQL keeps it for a transaction. */
	@Test
	void savesAChangeOfItsReaderAfterAnIssueThatTheReadDidNotSee() {
		Newsletter mine = subscribe(this.firm, "topics", STORIES);
		story("A joint laboratory", "DE");
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			this.transaction.executeWithoutResult(_ -> {
				assertThat(this.newsletters.of(this.firm)).hasSize(1);
				CompletableFuture.runAsync(() -> this.worker.work(inDays(2)), threads).join();
				this.newsletters.change(this.firm, mine.id(), mine.version(), new Change("Other", "daily", null, true));
			});
		}
		assertThat(this.newsletters.of(this.firm)).singleElement()
				.satisfies(one -> assertThat(one.name()).isEqualTo("Other"));
		this.worker.work(inDays(3));
		assertThat(bodies(address(this.firm))).as("once").hasSize(1);
	}

	@Test
	void findsWhatASavedSearchFindsAndNeverMoreThanTheOutlineOfAConfidentialNeed() throws Exception {
		subscribe(this.firm, "demands", "industry=new-materials&sort=updated");
		Actor other = actor(Role.FIRM);
		subscribe(other, "demands", "country=DE");
		subscribe(this.province, "demands", "?q=&kind=technical-problem");
		subscribe(this.firm, "demands", "industry=ai");
		this.newsletters.ask("visitor@example.org", Locale.ENGLISH,
				new Wanted("topics", "", "kind=needs", "daily", null), "127.0.0.1");
		confirm("visitor@example.org");
		long open = need("公开的需求 " + UUID.randomUUID(), "public");
		long registered = need("登录可见的需求", "registered");
		long secret = need("绝密材料的需求", "confidential");
		untilIndexed(List.of(open, registered, secret));
		this.jdbc.sql("DELETE FROM mail_outbox").update();
		this.worker.work(inDays(2));
		assertThat(bodies(address(this.firm))).singleElement()
				.asString()
				.contains("公开的需求", "登录可见的需求", "A need whose text is not public (New materials)", "/demands/" + secret)
				.doesNotContain("绝密");
		assertThat(bodies(address(this.province))).as("by mail not even to those who may read it")
				.singleElement()
				.asString()
				.contains("登录可见的需求")
				.doesNotContain("绝密");
		assertThat(bodies(address(other))).as("not even found by what only the text says")
				.singleElement()
				.asString()
				.contains("登录可见的需求")
				.doesNotContain("/demands/" + secret);
		assertThat(bodies("visitor@example.org")).singleElement()
				.asString()
				.contains("公开的需求")
				.doesNotContain("登录可见的需求", "绝密");
	}

	@Test
	void refusesWhatCannotBeSaved() {
		assertThatThrownBy(() -> this.newsletters.subscribe(this.firm,
				new Wanted("weather", " ", "kind=gossip&industry=gold&country=XX&x=1", "hourly", null)))
				.isInstanceOfSatisfying(InvalidInput.class, wrong -> assertThat(wrong.errors())
						.extracting(FieldError::pointer)
						.containsExactlyInAnyOrder("/source", "/name", "/rhythm", "/query", "/kinds", "/industries",
								"/countries"));
		assertThatThrownBy(
				() -> this.newsletters.subscribe(this.firm, new Wanted("topics", "News", STORIES, "weekly", 8)))
				.isInstanceOf(InvalidInput.class);
		assertThatThrownBy(() -> subscribe(this.firm, "experts", "account=7")).isInstanceOf(InvalidInput.class);
		assertThatThrownBy(() -> subscribe(this.firm, "experts", "q=name%3Asun&mode=advanced"))
				.isInstanceOf(NotAllowed.class);
		assertThat(this.newsletters.of(this.firm)).isEmpty();
	}

	@Test
	void belongsToItsReaderAlone() {
		Newsletter mine = subscribe(this.firm, "topics", STORIES);
		var change = new Change("Other", "monthly", null, true);
		assertThatThrownBy(() -> this.newsletters.change(this.province, mine.id(), 1, change))
				.isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> this.newsletters.delete(this.province, mine.id())).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> this.newsletters.change(this.firm, mine.id(), 7, change))
				.isInstanceOf(StaleVersion.class);
		Newsletter changed = this.newsletters.change(this.firm, mine.id(), mine.version(), change);
		assertThat(changed.name()).isEqualTo("Other");
		assertThat(changed.rhythm()).isEqualTo(Rhythm.MONTHLY);
		assertThat(changed.version()).isEqualTo(mine.version() + 1);
	}

	@Test
	void stopsByItsTokenAndIsTakenUpAgainWithoutWhatHappenedMeanwhile() {
		Newsletter mine = subscribe(this.firm, "topics", STORIES);
		assertThat(this.newsletters.toStop("wrong")).isEmpty();
		assertThat(this.newsletters.toStop(mine.stopToken())).isPresent();
		this.newsletters.stop(mine.stopToken());
		this.newsletters.stop(mine.stopToken());
		assertThat(this.newsletters.toStop(mine.stopToken())).isEmpty();
		story("Meanwhile", "DE");
		this.worker.work(inDays(2));
		Newsletter stopped = this.newsletters.of(this.firm).getFirst();
		assertThat(stopped.state()).isEqualTo(NewsletterState.STOPPED);
		this.newsletters.change(this.firm, stopped.id(), stopped.version(),
				new Change(stopped.name(), "daily", null, true));
		this.worker.work(inDays(4));
		assertThat(bodies(address(this.firm))).isEmpty();
	}

	@Test
	void writesToNobodyWhoIsLockedOut() {
		subscribe(this.firm, "topics", STORIES);
		story("A joint laboratory", "DE");
		this.jdbc.sql("UPDATE account SET locked = TRUE WHERE id = ?").param(this.firm.accountId()).update();
		this.worker.work(inDays(2));
		assertThat(bodies(address(this.firm))).isEmpty();
		this.jdbc.sql("UPDATE account SET locked = FALSE WHERE id = ?").param(this.firm.accountId()).update();
		this.worker.work(inDays(4));
		assertThat(bodies(address(this.firm))).as("told once they are back").hasSize(1);
	}

	private void ask(String email, String network) {
		this.newsletters.ask(email, Locale.ENGLISH, new Wanted("topics", "", STORIES, "daily", null), network);
	}

	private void confirm(String email) {
		this.newsletters.confirm(secret(email));
	}

	private String secret(String email) {
		var found = SECRET.matcher(bodies(email).getLast());
		assertThat(found.find()).isTrue();
		return found.group(1);
	}

	@Test
	void writesToAVisitorOnlyAfterTheyConfirmed() {
		ask("Visitor@Example.org ", "10.0.0.1");
		assertThat(bodies("visitor@example.org")).hasSize(1);
		String secret = secret("visitor@example.org");
		assertThat(this.newsletters.toConfirm(secret).source()).isEqualTo(Source.TOPICS);
		story("A joint laboratory", "DE");
		this.worker.work(Instant.now().plus(Duration.ofHours(30)));
		assertThat(bodies("visitor@example.org")).as("reading the link confirms nothing").hasSize(1);
		this.newsletters.confirm(secret);
		assertThatThrownBy(() -> this.newsletters.confirm(secret)).isInstanceOf(ProblemException.class)
				.hasMessageContaining("link-expired");
		story("Another laboratory", "FR");
		this.worker.work(inDays(3));
		assertThat(bodies("visitor@example.org")).hasSize(2)
				.last()
				.asString()
				.contains("Another laboratory")
				.doesNotContain("A joint laboratory");
		String token = this.jdbc.sql("SELECT stop_token FROM newsletter").query(String.class).single();
		this.newsletters.stop(token);
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM newsletter").query(Integer.class).single())
				.as("nothing of a visitor stays")
				.isZero();
	}

	@Test
	void forgetsWhatIsNotConfirmed() {
		ask("visitor@example.org", "10.0.0.1");
		String secret = secret("visitor@example.org");
		this.worker.work(inDays(3));
		assertThatThrownBy(() -> this.newsletters.confirm(secret)).isInstanceOf(ProblemException.class);
	}

	@Test
	void cannotBeUsedToFillLetterBoxes() {
		for (int i = 0; i < 5; i++) {
			ask("visitor@example.org", "10.0.0." + i);
		}
		assertThat(bodies("visitor@example.org")).hasSize(3);
		for (int i = 0; i < 20; i++) {
			ask("v" + i + "@example.org", "10.1.1.1");
		}
		assertThatThrownBy(() -> ask("last@example.org", "10.1.1.1")).isInstanceOf(TooManyAttempts.class);
		for (int i = 0; i < 20; i++) {
			subscribe(this.firm, "topics", STORIES);
		}
		assertThatThrownBy(() -> subscribe(this.firm, "topics", STORIES)).isInstanceOf(ProblemException.class)
				.hasMessageContaining("too-many-newsletters");
	}

	@Test
	void belongsToWhatIsExportedAndErased() {
		subscribe(this.firm, "topics", STORIES);
		subscribe(this.province, "topics", STORIES);
		ask(address(this.firm), "10.0.0.1");
		assertThat((List<?>) this.personalData.export(this.firm.accountId())).hasSize(2);
		this.personalData.erase(this.firm.accountId());
		assertThat((List<?>) this.personalData.export(this.firm.accountId())).isEmpty();
		assertThat(this.newsletters.of(this.province)).hasSize(1);
	}

}
