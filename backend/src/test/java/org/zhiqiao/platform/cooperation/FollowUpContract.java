package org.zhiqiao.platform.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.cooperation.FollowUp.ReportState;
import org.zhiqiao.platform.cooperation.FollowUp.Unclear;
import org.zhiqiao.platform.cooperation.SaveBaseYear.SaveMeasure;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.organisation.SaveOrganisation;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.problem.StaleVersion;
import org.zhiqiao.platform.taxonomy.Bilingual;

/** How bases are followed up, on a database. */
@SpringBootTest
@Transactional
abstract class FollowUpContract {

	@Autowired
	private Cooperations cooperations;

	@Autowired
	private CooperationTable table;

	@Autowired
	private BaseYearTable years;

	@Autowired
	private CooperationViews views;

	@Autowired
	private org.zhiqiao.platform.notification.Notifications notifications;

	@Autowired
	private org.zhiqiao.platform.audit.AuditLog audit;

	@Autowired
	private CooperationSettings settings;

	@Autowired
	private CooperationFollower follower;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Organisations organisations;

	@Autowired
	private JdbcClient jdbc;

	private Actor author = new Actor(0, "", Set.of(), null, null);

	private Actor province = this.author;

	private Actor hefei = this.author;

	private Actor wuhu = this.author;

	private long base;

	@BeforeEach
	void base() {
		this.author = actor("author", Role.INFORMATION_OFFICER, null);
		this.province = actor("province", Role.PROVINCIAL_OFFICER, null);
		this.hefei = actor("hefei", Role.CITY_OFFICER, "hefei");
		this.wuhu = actor("wuhu", Role.CITY_OFFICER, "wuhu");
		var host = this.organisations.register(new SaveOrganisation(new Bilingual("合肥示例研究院", null), List.of(), "CN",
				"hefei", "institute", null, null), true, true).id();
		var draft = this.cooperations.enter(new SaveCooperation("base", new Bilingual("示例基地", "Example base"), host,
				null,
				null, List.of("ai"), List.of(), List.of("DE"), List.of(), List.of(), 2020, null, null, null, null,
				"demonstration", "provincial", null, null), this.author);
		var handed = this.cooperations.submit(draft.id(), draft.version(), this.author);
		this.base = this.cooperations.record(draft.id(), handed.version(), this.province).id();
		recordedAt("2025-06-01 00:00:00");
	}

	private void recordedAt(String moment) {
		this.jdbc.sql("UPDATE cooperation_version SET recorded_at = ? WHERE cooperation_id = ?")
				.params(java.sql.Timestamp.valueOf(moment).toLocalDateTime(), this.base)
				.update();
	}

	private Actor actor(String name, Role role, @Nullable String city) {
		var person = this.accounts.createSample(new Accounts.NewPerson("follow-up-" + name + "@example.org",
				"a long enough password", name, Locale.ENGLISH, EnumSet.of(role), city));
		return new Actor(person.accountId(), name, Set.of(role), city, null);
	}

	private FollowUp at(String moment) {
		var clock = java.time.Clock.fixed(Instant.parse(moment), java.time.ZoneOffset.UTC);
		return new FollowUp(this.table, this.years, this.views, this.accounts, this.notifications, this.audit,
				this.settings, clock);
	}

	private static SaveMeasure measure(String area, @Nullable String result) {
		return new SaveMeasure(area, "培养博士", "人", new BigDecimal("12"),
				(result != null) ? new BigDecimal(result) : null);
	}

	private List<String> mails() {
		return this.jdbc.sql("SELECT recipient FROM mail_outbox WHERE subject LIKE '%2025%' ORDER BY id")
				.query((row, _) -> row.getString(1))
				.list();
	}

	@Test
	void takesTargetsThenResultsThenTheReport() {
		var march = at("2026-03-01T00:00:00Z");
		var begun = march.save(this.base, 2025, 0,
				new SaveBaseYear(List.of(measure("training", null), measure("research", "3.5")), " 说明 "), this.author);
		assertThat(begun.version()).isEqualTo(1);
		assertThat(begun.state()).isEqualTo(ReportState.OPEN);
		assertThat(begun.note()).isEqualTo("说明");
		assertThatThrownBy(() -> march.save(this.base, 2025, 0, new SaveBaseYear(List.of(), null), this.hefei))
				.isInstanceOf(StaleVersion.class);
		assertThatThrownBy(() -> march.report(this.base, 2025, 1, this.author)).isInstanceOfSatisfying(
				InvalidInput.class,
				problem -> assertThat(problem.errors()).extracting(FieldError::pointer)
						.containsExactly("/measures", "/measures/0/result"));
		var whole = march.save(this.base, 2025, 1, new SaveBaseYear(
				List.of(measure("training", "14"), measure("research", "3.5"), measure("output", "0")), null),
				this.hefei);
		var in = march.report(this.base, 2025, whole.version(), this.author);
		assertThat(in.state()).isEqualTo(ReportState.IN);
		assertThat(in.reportedAt()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
		// What was reported may be put right, but not emptied.
		assertThatThrownBy(
				() -> march.save(this.base, 2025, in.version(), new SaveBaseYear(List.of(), null), this.author))
				.isInstanceOf(InvalidInput.class);
		var ahead = march.save(this.base, 2027, 0, new SaveBaseYear(
				List.of(measure("training", "0"), measure("research", "0"), measure("output", "0")), null),
				this.author);
		assertThatThrownBy(() -> march.report(this.base, 2027, ahead.version(), this.author))
				.hasMessageContaining("cooperation-year-ahead");
		var year = at("2027-01-01T00:00:00Z").year(2025, null, this.province);
		assertThat(year.all().in()).isEqualTo(1);
		assertThat(year.all().late()).isZero();
	}

	@Test
	void saysWhatIsWrongWithFigures() {
		var wrong = new SaveBaseYear(
				List.of(new SaveMeasure("sport", " ", "一二三四五六七八九十一二三四五六七八九十一", new BigDecimal("-1"),
						new BigDecimal("0.123"))),
				null);
		assertThatThrownBy(() -> at("2026-01-01T00:00:00Z").save(this.base, 2025, 0, wrong, this.author))
				.isInstanceOfSatisfying(InvalidInput.class, problem -> assertThat(problem.errors())
						.extracting(FieldError::pointer)
						.containsExactly("/measures/0/area", "/measures/0/what", "/measures/0/unit",
								"/measures/0/target",
								"/measures/0/result"));
		assertThatThrownBy(() -> at("2026-01-01T00:00:00Z").save(this.base, 2019, 0, new SaveBaseYear(List.of(), null),
				this.author)).as("it was not there yet").isInstanceOf(NotFound.class);
	}

	@Test
	void isLateFromTheDayAfterAndTellsItsEditorsOnce() {
		var inTime = at("2026-03-31T15:59:59Z");
		assertThat(inTime.year(2025, null, this.province).bases().getFirst().state()).isEqualTo(ReportState.OPEN);
		inTime.remind(Instant.parse("2026-03-31T15:59:59Z"));
		assertThat(mails()).isEmpty();
		// Midnight in Anhui.
		var late = at("2026-03-31T16:00:00Z");
		assertThat(late.year(2025, null, this.province).all().late()).isEqualTo(1);
		late.remind(Instant.parse("2026-03-31T16:00:00Z"));
		late.remind(Instant.parse("2026-04-01T16:00:00Z"));
		assertThat(mails()).containsExactly("follow-up-author@example.org");
	}

	@Test
	void tellsTheCityWhereNobodyLooksAfterItAnyMore() {
		this.follower.erase(this.author.accountId());
		at("2026-04-02T00:00:00Z").remind(Instant.parse("2026-04-02T00:00:00Z"));
		assertThat(mails()).containsExactly("follow-up-hefei@example.org");
	}

	@Test
	void owesNothingThatWasDueBeforeItWasRecorded() {
		recordedAt("2026-04-01 00:00:00");
		var now = at("2026-05-01T00:00:00Z");
		var year = now.year(null, null, this.province);
		assertThat(year.year()).as("the last one that is over").isEqualTo(2025);
		assertThat(year.bases().getFirst().state()).isEqualTo(ReportState.NOT_OWED);
		assertThat(year.all().due()).isZero();
		now.remind(Instant.parse("2026-05-01T00:00:00Z"));
		assertThat(mails()).isEmpty();
	}

	@Test
	void owesNothingThatWasDueWhileItWasWithdrawn() {
		withdrawn("2026-03-01 00:00:00", "2026-05-01 00:00:00");
		assertThat(stateOf(2024)).as("it counts only since 2025").isEqualTo(ReportState.NOT_OWED);
		assertThat(stateOf(2025)).as("nobody could hand it in").isEqualTo(ReportState.NOT_OWED);
		assertThat(stateOf(2026)).isEqualTo(ReportState.OPEN);
		at("2026-06-01T00:00:00Z").remind(Instant.parse("2026-06-01T00:00:00Z"));
		assertThat(mails()).isEmpty();
	}

	@Test
	void owesWhatWasDueBeforeOrAfterItWasWithdrawn() {
		withdrawn("2026-04-02 00:00:00", "2026-05-01 00:00:00");
		assertThat(stateOf(2025)).as("it was late by then").isEqualTo(ReportState.LATE);
		withdrawn("2026-05-02 00:00:00", "2026-05-03 00:00:00");
		assertThat(stateOf(2025)).as("whatever became of it later").isEqualTo(ReportState.LATE);
	}

	@Test
	void owesWhatIsDueAfterItCountsAgain() {
		withdrawn("2026-02-01 00:00:00", "2026-03-01 00:00:00");
		assertThat(stateOf(2025)).isEqualTo(ReportState.LATE);
	}

	private ReportState stateOf(int year) {
		return at("2026-06-01T00:00:00Z").one(this.base, year, this.province).state();
	}

	/** It is withdrawn at one moment, and recorded anew at another. */
	private void withdrawn(String from, String to) {
		var before = this.table.find(this.base).orElseThrow().version();
		var first = this.jdbc.sql("SELECT MAX(number) FROM cooperation_version WHERE cooperation_id = ?")
				.param(this.base)
				.query(Integer.class)
				.single();
		this.cooperations.withdraw(this.base, before, "有误", this.province);
		var entry = this.cooperations.entry(this.base, this.author);
		var handed = this.cooperations.submit(this.base, entry.version(), this.author);
		this.cooperations.record(this.base, handed.version(), this.province);
		this.jdbc.sql("UPDATE cooperation_version SET withdrawn_at = ? WHERE cooperation_id = ? AND number = ?")
				.params(java.sql.Timestamp.valueOf(from).toLocalDateTime(), this.base, first)
				.update();
		this.jdbc.sql("UPDATE cooperation_version SET recorded_at = ? WHERE cooperation_id = ? AND number = ?")
				.params(java.sql.Timestamp.valueOf(to).toLocalDateTime(), this.base, first + 1)
				.update();
	}

	@Test
	void showsBasesToThoseWhoseBusinessTheyAre() {
		var now = at("2026-05-01T00:00:00Z");
		assertThat(now.year(2025, null, this.hefei).cities()).singleElement()
				.satisfies(place -> assertThat(place.city()).isEqualTo("hefei"));
		assertThat(now.year(2025, null, this.wuhu).bases()).isEmpty();
		assertThat(now.year(2025, null, this.author).bases()).hasSize(1);
		assertThat(now.year(2025, null, actor("stranger", Role.INFORMATION_OFFICER, null)).all().bases()).isZero();
		assertThat(now.year(2025, "wuhu", this.province).bases()).isEmpty();
		assertThatThrownBy(() -> now.one(this.base, 2025, this.wuhu)).isInstanceOf(NotFound.class);
		var auditor = actor("auditor", Role.AUDITOR, null);
		assertThat(now.one(this.base, 2025, auditor).editable()).isFalse();
		assertThatThrownBy(() -> now.save(this.base, 2025, 0, new SaveBaseYear(List.of(), null), auditor))
				.isInstanceOf(org.zhiqiao.platform.problem.NotAllowed.class);
	}

	@Test
	void marksABaseWithoutAClearTarget() {
		var one = at("2026-05-01T00:00:00Z").one(this.base, 2025, this.province);
		assertThat(one.unclear()).containsExactly(Unclear.DOMAINS, Unclear.THEME);
	}

}
