package org.zhiqiao.platform.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.change.SubjectKind;
import org.zhiqiao.platform.cooperation.CooperationTable.Wanted;
import org.zhiqiao.platform.cooperation.CooperationViews.CooperationEntry;
import org.zhiqiao.platform.cooperation.CooperationViews.CooperationView;
import org.zhiqiao.platform.expert.ExpertErased;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.expert.ExpertsMerged;
import org.zhiqiao.platform.expert.Viewer;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.organisation.SaveOrganisation;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.InvalidState;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.problem.StaleVersion;
import org.zhiqiao.platform.search.DocumentSource;
import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.platform.taxonomy.Tally;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.IndexChange;
import org.zhiqiao.search.Piece;
import org.zhiqiao.search.PieceKind;

/** The way of a project or a base from a draft to the figures, on a database. */
@SpringBootTest
@Transactional
abstract class CooperationContract {

	private static final Wanted ALL = new Wanted(null, null, null, null, null, null, null, List.of());

	@Autowired
	private Cooperations cooperations;

	@Autowired
	private CooperationTable table;

	@Autowired
	private CooperationFollower follower;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Organisations organisations;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private List<DocumentSource> sources;

	@Autowired
	private Experts experts;

	private Actor author = nobody();

	private Actor province = nobody();

	private long host;

	private long partner;

	private static Actor nobody() {
		return new Actor(0, "", Set.of(), null, null);
	}

	@BeforeEach
	void people() {
		this.author = actor("author", Role.INFORMATION_OFFICER);
		this.province = actor("province", Role.PROVINCIAL_OFFICER);
		this.host = organisation("合肥示例合作有限公司", "CN", "hefei");
		this.partner = organisation("Beispiel Kooperation GmbH", "DE", null);
	}

	private Actor actor(String name, Role... roles) {
		var held = EnumSet.copyOf(List.of(roles));
		var person = this.accounts.createSample(new Accounts.NewPerson("cooperation-" + name + "@example.org",
				"a long enough password", name, Locale.ENGLISH, held, null));
		return new Actor(person.accountId(), name, held, null, null);
	}

	private long organisation(String name, String country, @Nullable String city) {
		return this.organisations.register(
				new SaveOrganisation(new Bilingual(name, null), List.of(), country, city, "enterprise", null, null),
				true, true).id();
	}

	private SaveCooperation project(String title, List<Long> people) {
		return new SaveCooperation("project", new Bilingual(title, null), this.host, null, null,
				List.of("new-materials", "ai"), List.of(), List.of("DE", "FR"), List.of(this.partner), people, 2024,
				2026, 300, "people-to-people", null, null, null, null, null);
	}

	private CooperationEntry recorded(String title, List<Long> people) {
		var draft = this.cooperations.enter(project(title, people), this.author);
		var handed = this.cooperations.submit(draft.id(), draft.version(), this.author);
		return this.cooperations.record(draft.id(), handed.version(), this.province);
	}

	private long person() {
		this.jdbc.sql("""
				INSERT INTO expert (version, state, sample, name_zh, created_at, updated_at, verification_status)
				VALUES (1, 'published', TRUE, '某人', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 'unverified')""").update();
		return Objects.requireNonNull(this.jdbc.sql("SELECT MAX(id) FROM expert").query(Long.class).single());
	}

	@Test
	void countsOnceItWasReviewedAndNotBefore() {
		var draft = this.cooperations.enter(project("联合研发", List.of()), this.author);
		assertThat(draft.may()).containsExactly("edit", "submit", "delete");
		assertThat(draft.content().city()).as("the host's").isEqualTo("hefei");
		assertThat(draft.content().hostKind()).isEqualTo("enterprise");
		assertThatThrownBy(() -> this.cooperations.entry(draft.id(), this.province)).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> this.cooperations.read(draft.id(), null)).isInstanceOf(NotFound.class);
		var handed = this.cooperations.submit(draft.id(), draft.version(), this.author);
		assertThat(this.cooperations.reviewQueue(this.province, 1, 10).items()).hasSize(1);
		assertThatThrownBy(() -> this.cooperations.record(draft.id(), handed.version(), this.author))
				.isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> this.cooperations.record(draft.id(), draft.version(), this.province))
				.isInstanceOf(StaleVersion.class);
		assertThat(this.table.countRecorded(ALL)).isZero();
		this.cooperations.record(draft.id(), handed.version(), this.province);
		assertThat(this.cooperations.read(draft.id(), null).title().zh()).isEqualTo("联合研发");
		assertThat(this.cooperations.byIndustryAndCity(CooperationKind.PROJECT, null))
				.containsExactlyInAnyOrder(new Tally("new-materials", "hefei", 1), new Tally("ai", "hefei", 1));
		assertThat(this.cooperations.byIndustryAndCity(CooperationKind.PROJECT, "JP")).isEmpty();
		assertThat(this.cooperations.byIndustryAndCity(CooperationKind.BASE, null)).isEmpty();
		assertThat(this.cooperations.byIndustryAndCountry(CooperationKind.PROJECT, "hefei")).hasSize(4)
				.contains(new Tally("ai", "DE", 1));
		assertThat(this.jdbc.sql("SELECT subject FROM mail_outbox WHERE recipient = 'cooperation-author@example.org'")
				.query(String.class)
				.list()).singleElement().asString().contains("联合研发");
	}

	@Test
	void keepsWhatCountsWhileAChangeIsWritten() {
		var first = recorded("联合研发", List.of());
		var changed = this.cooperations.rewrite(first.id(), first.version(), project("联合研发二期", List.of()),
				this.author);
		assertThat(changed.state()).isEqualTo(CooperationState.DRAFT);
		assertThat(this.cooperations.read(first.id(), null).title().zh()).isEqualTo("联合研发");
		assertThatThrownBy(() -> this.cooperations.delete(first.id(), this.author)).isInstanceOf(InvalidState.class);
		var handed = this.cooperations.submit(first.id(), changed.version(), this.author);
		var back = this.cooperations.giveBack(first.id(), handed.version(), "请写明合作内容", this.province);
		assertThat(back.remarks()).isEqualTo("请写明合作内容");
		var again = this.cooperations.submit(first.id(), back.version(), this.author);
		this.cooperations.record(first.id(), again.version(), this.province);
		assertThat(this.cooperations.read(first.id(), null).title().zh()).isEqualTo("联合研发二期");
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM cooperation_version WHERE cooperation_id = ?")
				.param(first.id())
				.query(Integer.class)
				.single()).isEqualTo(2);
		assertThat(this.cooperations.byIndustryAndCity(CooperationKind.PROJECT, null)).hasSize(2);
	}

	@Test
	void saysEverythingThatIsWrongOrMissing() {
		var wrong = new SaveCooperation("trip", Bilingual.NONE, 999_999L, "club", "atlantis", List.of("gold"),
				List.of("no-such-concept"), List.of("XX"), List.of(999_998L), List.of(999_997L), 1800, 1700, -1,
				"radio",
				null, null, "local", null, null);
		assertThatThrownBy(() -> this.cooperations.enter(wrong, this.author)).isInstanceOfSatisfying(InvalidInput.class,
				problem -> assertThat(problem.errors()).extracting(FieldError::pointer)
						.contains("/kind", "/title", "/host", "/hostKind", "/city", "/industries/0", "/domains/0",
								"/countries/0", "/partners/0", "/people/0", "/fromYear", "/toYear", "/funding",
								"/channel",
								"/baseLevel"));
		var bare = this.cooperations.enter(new SaveCooperation("base", new Bilingual("基地", null), null, null, null,
				List.of(), List.of(), List.of(), List.of(), List.of(), null, null, null, null, null, null, null, null,
				null), this.author);
		assertThatThrownBy(() -> this.cooperations.submit(bare.id(), bare.version(), this.author))
				.isInstanceOfSatisfying(InvalidInput.class,
						problem -> assertThat(problem.errors()).extracting(FieldError::pointer)
								.containsExactlyInAnyOrder("/host", "/hostKind", "/city", "/fromYear", "/industries",
										"/countries", "/baseType", "/baseLevel"));
		this.cooperations.delete(bare.id(), this.author);
		assertThatThrownBy(() -> this.cooperations.entry(bare.id(), this.author)).isInstanceOf(NotFound.class);
	}

	/** The projects on record that a search would find somebody by. */
	private List<Piece> found(long person) {
		return pieces(person).stream().filter(piece -> piece.kind() == PieceKind.COOPERATION).toList();
	}

	/** What a search would find somebody by. */
	private List<Piece> pieces(long person) {
		var change = this.sources.stream()
				.filter(source -> source.kind() == SubjectKind.EXPERT)
				.findFirst()
				.orElseThrow()
				.load(List.of(person))
				.getFirst();
		return (change instanceof IndexChange.PutExpert put)
				? put.document().pieces()
				: List.of();
	}

	private List<Long> noted() {
		return this.jdbc.sql("SELECT subject_id FROM change_log WHERE kind = 'EXPERT' ORDER BY id")
				.query((row, _) -> row.getLong(1))
				.list();
	}

	private void forgetNotes() {
		this.jdbc.sql("DELETE FROM change_log").update();
	}

	private void show(long person, String visibility) {
		this.jdbc.sql("DELETE FROM expert_group WHERE expert_id = ? AND field_group = 'evidence'").param(person)
				.update();
		this.jdbc.sql("""
				INSERT INTO expert_group (expert_id, field_group, source, visibility)
				VALUES (?, 'evidence', 'self', ?)""").params(person, visibility).update();
	}

	@Test
	void isEvidenceOfThoseItNamesOnceItCounts() {
		var one = person();
		var other = person();
		var draft = this.cooperations.enter(project("联合研发雷达", List.of(one)), this.author);
		var handed = this.cooperations.submit(draft.id(), draft.version(), this.author);
		assertThat(found(one)).as("nobody has reviewed it").isEmpty();
		forgetNotes();
		var recorded = this.cooperations.record(draft.id(), handed.version(), this.province);
		assertThat(noted()).containsExactly(one);
		assertThat(found(one)).singleElement().satisfies(piece -> {
			assertThat(piece.id()).isEqualTo("cooperation-" + draft.id());
			assertThat(piece.title()).isEqualTo("联合研发雷达");
			assertThat(piece.year()).isEqualTo(2024);
			assertThat(piece.audience()).isEqualTo(Audience.PUBLIC);
		});
		assertThat(this.experts.recordedOf(one, Viewer.ANYBODY)).containsExactly(draft.id());
		var changed = this.cooperations.rewrite(draft.id(), recorded.version(),
				project("联合研发雷达二期", List.of(other)), this.author);
		var again = this.cooperations.submit(draft.id(), changed.version(), this.author);
		assertThat(found(other)).as("the change counts no sooner").isEmpty();
		forgetNotes();
		this.cooperations.record(draft.id(), again.version(), this.province);
		assertThat(noted()).as("who was taken out as well").containsExactlyInAnyOrder(one, other);
		assertThat(found(one)).isEmpty();
		assertThat(found(other)).extracting(Piece::title).containsExactly("联合研发雷达二期");
	}

	@Test
	void isNoEvidenceToWhomThePersonShowsNone() {
		var person = person();
		var id = recorded("联合研发", List.of(person)).id();
		var list = new Wanted(null, null, null, null, null, person, null, List.of());
		show(person, "registered");
		assertThat(found(person)).singleElement()
				.satisfies(piece -> assertThat(piece.audience()).isEqualTo(Audience.REGISTERED));
		assertThat(this.experts.recordedOf(person, Viewer.ANYBODY)).isEmpty();
		assertThat(this.cooperations.list(list, 1, 10, null).total()).isZero();
		assertThat(this.cooperations.list(list, 1, 10, this.author).items()).extracting(CooperationView::id)
				.containsExactly(id);
		show(person, "private");
		assertThat(found(person)).isEmpty();
		assertThat(this.cooperations.list(list, 1, 10, this.author).total()).isZero();
		show(person, "public");
		this.jdbc.sql("INSERT INTO expert_exclusion (expert_id, item_key) VALUES (?, ?)")
				.params(person, "recorded:" + id)
				.update();
		assertThat(found(person)).as("kept off the profile").isEmpty();
		assertThat(this.cooperations.list(list, 1, 10, this.author).total()).isZero();
		assertThat(this.experts.recordedOf(person, Viewer.of(this.province))).containsExactly(id);
		this.jdbc.sql("UPDATE expert SET state = 'withdrawn' WHERE id = ?").param(person).update();
		assertThat(this.experts.recordedOf(person, Viewer.of(this.author))).isEmpty();
		assertThat(found(person)).isEmpty();
	}

	@Test
	void countsNoMoreOnceItIsWithdrawnAndStaysOnFile() {
		var person = person();
		var recorded = recorded("联合研发", List.of(person));
		var id = recorded.id();
		assertThatThrownBy(() -> this.cooperations.withdraw(id, recorded.version(), "错误", this.author))
				.isInstanceOf(NotAllowed.class);
		forgetNotes();
		var back = this.cooperations.withdraw(id, recorded.version(), "参与人员有误", this.province);
		assertThat(back.entry()).isTrue();
		assertThat(noted()).containsExactly(person);
		assertThat(found(person)).isEmpty();
		assertThatThrownBy(() -> this.cooperations.read(id, null)).isInstanceOf(NotFound.class);
		assertThat(this.table.countRecorded(ALL)).isZero();
		assertThat(this.cooperations.byIndustryAndCountry(CooperationKind.PROJECT, null)).isEmpty();
		var entry = this.cooperations.entry(id, this.author);
		assertThat(entry.state()).isEqualTo(CooperationState.RETURNED);
		assertThat(entry.withdrawal()).isEqualTo("参与人员有误");
		assertThat(entry.may()).containsExactly("edit", "submit");
		assertThatThrownBy(() -> this.cooperations.delete(id, this.author)).isInstanceOf(InvalidState.class);
		assertThatThrownBy(() -> this.cooperations.withdraw(id, entry.version(), "再次", this.province))
				.isInstanceOf(InvalidState.class);
		assertThat(this.cooperations.leftBehind(this.province, 1, 10).items()).as("its author is there").isEmpty();
		// Put right and reviewed, it counts again, and nobody is told any more that it does not.
		var handed = this.cooperations.submit(id, entry.version(), this.author);
		assertThat(this.cooperations.record(id, handed.version(), this.province).withdrawal()).isNull();
		assertThat(this.cooperations.read(id, null).title().zh()).isEqualTo("联合研发");
		assertThat(versions(id)).isEqualTo(2);
	}

	private int versions(long id) {
		return this.jdbc.sql("SELECT COUNT(*) FROM cooperation_version WHERE cooperation_id = ?")
				.param(id)
				.query(Integer.class)
				.single();
	}

	@Test
	void tellsNobodyWhatItsAuthorIsWritingWhenItIsWithdrawn() {
		var first = recorded("联合研发", List.of());
		var id = first.id();
		this.jdbc.sql("DELETE FROM mail_outbox").update();
		var draft = this.cooperations.rewrite(id, first.version(), project("未公开的二期", List.of()), this.author);
		var back = this.cooperations.withdraw(id, draft.version(), "承担单位有误", this.province);
		assertThat(back.entry()).isFalse();
		assertThatThrownBy(() -> this.cooperations.entry(id, this.province)).isInstanceOf(NotFound.class);
		var entry = this.cooperations.entry(id, this.author);
		assertThat(entry.state()).isEqualTo(CooperationState.DRAFT);
		assertThat(entry.content().title().zh()).isEqualTo("未公开的二期");
		assertThat(entry.withdrawal()).isEqualTo("承担单位有误");
		assertThat(entry.remarks()).isNull();
		assertThat(entry.may()).containsExactly("edit", "submit");
		assertThat(this.jdbc.sql("SELECT subject FROM mail_outbox").query(String.class).list()).singleElement()
				.asString()
				.contains("联合研发")
				.doesNotContain("二期");
		// The audit is written as the transaction ends.
		TransactionSynchronizationManager.getSynchronizations().forEach(one -> one.beforeCommit(false));
		assertThat(this.jdbc.sql("""
				SELECT d.after_json FROM audit_entry e JOIN audit_detail d ON d.entry_id = e.id
				WHERE e.action = 'cooperation.withdrawn' AND e.subject_id = ?""")
				.param(String.valueOf(id))
				.query(String.class)
				.list()).singleElement().asString().contains("联合研发").doesNotContain("二期");
	}

	@Test
	void staysInReviewAsAChangeWhenTheRecordIsWithdrawn() {
		var first = recorded("联合研发", List.of());
		var id = first.id();
		var draft = this.cooperations.rewrite(id, first.version(), project("联合研发二期", List.of()), this.author);
		var handed = this.cooperations.submit(id, draft.version(), this.author);
		assertThat(this.cooperations.withdraw(id, handed.version(), "有误", this.province).entry()).isTrue();
		assertThatThrownBy(() -> this.cooperations.read(id, null)).isInstanceOf(NotFound.class);
		assertThat(this.cooperations.reviewQueue(this.province, 1, 10).items()).singleElement().satisfies(entry -> {
			assertThat(entry.withdrawal()).isEqualTo("有误");
			this.cooperations.record(id, entry.version(), this.province);
		});
		assertThat(this.cooperations.read(id, null).title().zh()).isEqualTo("联合研发二期");
	}

	@Test
	void withdrawsOnlyWhatWasSeen() {
		var first = recorded("联合研发", List.of());
		var id = first.id();
		var shown = this.cooperations.read(id, this.province);
		assertThat(shown.may()).containsExactly("withdraw");
		assertThat(shown.version()).isEqualTo(first.version());
		assertThat(this.cooperations.read(id, actor("admin", Role.ADMINISTRATOR)).may()).containsExactly("withdraw");
		for (var other : new Actor[]{null, this.author, actor("auditor", Role.AUDITOR)}) {
			assertThat(this.cooperations.read(id, other).may()).isEmpty();
			assertThat(this.cooperations.read(id, other).version()).isNull();
		}
		var draft = this.cooperations.rewrite(id, first.version(), project("联合研发（更正）", List.of()), this.author);
		var handed = this.cooperations.submit(id, draft.version(), this.author);
		this.cooperations.record(id, handed.version(), this.province);
		assertThatThrownBy(() -> this.cooperations.withdraw(id, first.version(), "有误", this.province))
				.isInstanceOf(StaleVersion.class);
		assertThat(this.cooperations.read(id, null).title().zh()).isEqualTo("联合研发（更正）");

		// An officer reviews nothing of their own, and is not asked for a reason first.
		var own = this.cooperations.enter(project("自己的", List.of()), this.province);
		var given = this.cooperations.submit(own.id(), own.version(), this.province);
		this.cooperations.record(own.id(), given.version(), actor("colleague", Role.PROVINCIAL_OFFICER));
		assertThat(this.cooperations.read(own.id(), this.province).may()).isEmpty();
	}

	@Test
	void staysOfItsKindWhenItIsWithdrawn() {
		var first = recorded("联合研发", List.of());
		this.cooperations.withdraw(first.id(), first.version(), "有误", this.province);
		var entry = this.cooperations.entry(first.id(), this.author);
		assertThatThrownBy(() -> this.cooperations.rewrite(first.id(), entry.version(),
				course(held("training", null, null), null), this.author)).isInstanceOfSatisfying(InvalidInput.class,
						problem -> assertThat(problem.errors()).singleElement()
								.satisfies(error -> assertThat(error.code()).isEqualTo("cooperation-kind-fixed")));
	}

	@Test
	void saysAgainWhatCountedOnceTheAuthorOfAWithdrawnRecordHasLeft() {
		var person = person();
		var erased = person();
		var writing = recorded("联合研发", List.of(person, erased));
		var draft = this.cooperations.rewrite(writing.id(), writing.version(), project("未公开的二期", List.of()),
				this.author);
		this.cooperations.withdraw(writing.id(), draft.version(), "人员有误", this.province);
		var changed = recorded("联合示范", List.of());
		this.cooperations.withdraw(changed.id(), changed.version(), "有误", this.province);
		this.cooperations.rewrite(changed.id(), this.cooperations.entry(changed.id(), this.author).version(),
				project("未提交的修改", List.of()), this.author);
		this.follower.forget(new ExpertErased(erased));
		this.follower.erase(this.author.accountId());
		assertThat(versions(writing.id())).as("what has counted stays on file").isEqualTo(1);
		for (var reviewer : List.of(this.province, actor("admin", Role.ADMINISTRATOR))) {
			assertThat(this.cooperations.leftBehind(reviewer, 1, 10)).satisfies(page -> {
				assertThat(page.total()).isEqualTo(2);
				assertThat(page.items()).extracting(entry -> entry.content().title().zh())
						.containsExactly("联合研发", "联合示范");
				assertThat(page.items()).extracting(CooperationEntry::state)
						.containsOnly(CooperationState.RETURNED);
				assertThat(page.items()).extracting(CooperationEntry::withdrawal).containsExactly("人员有误", "有误");
			});
		}
		assertThat(this.table.find(writing.id()).orElseThrow().content().people())
				.as("nobody comes back who was erased")
				.containsExactly(person);

		// Somebody takes it over, and it is on their list.
		var left = this.cooperations.entry(writing.id(), this.province);
		assertThat(left.may()).containsExactly("edit");
		var taken = this.cooperations.rewrite(writing.id(), left.version(), project("联合研发", List.of()),
				this.province);
		assertThat(taken.may()).containsExactly("edit", "submit");
		assertThat(this.cooperations.leftBehind(this.province, 1, 10).items()).extracting(CooperationEntry::id)
				.containsExactly(changed.id());
		assertThat(this.cooperations.mine(this.province, 1, 10).items()).extracting(CooperationEntry::id)
				.containsExactly(writing.id());
	}

	@Test
	void countsAProjectOnceThatThePersonListsToo() {
		var person = person();
		lists(person, 0, "project", "联合研发　雷达-Ⅱ（ＡＩ）");
		lists(person, 1, "project", "另一个项目");
		lists(person, 2, "publication", "联合研发雷达II(AI)");
		lists(person, 3, "project", "Joint RADAR: II");
		assertThat(pieces(person)).hasSize(4);
		var draft = this.cooperations.enter(new SaveCooperation("project",
				new Bilingual("联合研发雷达II (ai)", "Joint radar II"), this.host, null, null, List.of("ai"), List.of(),
				List.of("DE"), List.of(), List.of(person), 2024, null, null, "people-to-people", null, null, null, null,
				null), this.author);
		var handed = this.cooperations.submit(draft.id(), draft.version(), this.author);
		var recorded = this.cooperations.record(draft.id(), handed.version(), this.province);
		assertThat(pieces(person)).extracting(Piece::kind, Piece::title)
				.containsExactlyInAnyOrder(tuple(PieceKind.PROJECT, "另一个项目"),
						tuple(PieceKind.PUBLICATION, "联合研发雷达II(AI)"),
						tuple(PieceKind.COOPERATION, "联合研发雷达II (ai) · Joint radar II"));
		this.cooperations.withdraw(draft.id(), recorded.version(), "有误", this.province);
		assertThat(pieces(person)).as("what they list themselves stands again").hasSize(4);
	}

	private void lists(long person, int place, String kind, String title) {
		this.jdbc.sql("INSERT INTO expert_evidence (expert_id, pos, kind, title) VALUES (?, ?, ?, ?)")
				.params(person, place, kind, title)
				.update();
	}

	@Test
	void followsThePersonItNames() {
		var goes = person();
		var stays = person();
		recorded("联合研发", List.of(goes));
		this.follower.follow(new ExpertsMerged(goes, stays));
		assertThat(found(stays)).hasSize(1);
		assertThat(this.experts.recordedOf(goes, Viewer.ANYBODY)).isEmpty();
		this.follower.forget(new ExpertErased(stays));
		assertThat(found(stays)).isEmpty();
	}

	@Test
	void takesOnlyProjectsForWhatSomebodyCanDo() {
		var person = person();
		var draft = this.cooperations.enter(new SaveCooperation("event", new Bilingual("访问", null), this.host, null,
				null, List.of(), List.of(), List.of("CR"), List.of(), List.of(person), null, null, null, "government",
				null, null, null, null, null, held("visit", null, null), null), this.author);
		var handed = this.cooperations.submit(draft.id(), draft.version(), this.author);
		this.cooperations.record(draft.id(), handed.version(), this.province);
		assertThat(found(person)).isEmpty();
		assertThat(this.experts.recordedOf(person, Viewer.ANYBODY)).as("told on the profile all the same")
				.containsExactly(draft.id());
	}

	private SaveCooperation course(Occasion occasion, @Nullable String reference) {
		return new SaveCooperation("programme", new Bilingual("水稻培训班", null), this.host, null, null, List.of(),
				List.of(),
				List.of("CR"), List.of(), List.of(), 1999, null, 36, "government", "developing-countries-training",
				null,
				null, null, null, occasion, reference);
	}

	private static Occasion held(String form, @Nullable String to, @Nullable Integer people,
			Occasion.FromCountry... from) {
		return new Occasion(form, LocalDate.parse("2025-09-08"), (to != null) ? LocalDate.parse(to) : null, people,
				List.of(from));
	}

	@Test
	void takesProgrammesAndEventsWithTheirDaysAndPeople() {
		var draft = this.cooperations.enter(
				course(held("training", "2026-01-20", 24, new Occasion.FromCountry("CR", 14)), "A-1"), this.author);
		assertThat(draft.content().fromYear()).as("the year of its first day").isEqualTo(2025);
		assertThat(draft.content().toYear()).isEqualTo(2026);
		assertThat(draft.content().reference()).isEqualTo("A-1");
		var handed = this.cooperations.submit(draft.id(), draft.version(), this.author);
		this.cooperations.record(draft.id(), handed.version(), this.province);
		var shown = this.cooperations.read(draft.id(), null);
		assertThat(Objects.requireNonNull(shown.occasion()).countries())
				.containsExactly(new Occasion.FromCountry("CR", 14));
		assertThat(shown.reference()).as("nobody else's business").isNull();
		assertThat(found(new Wanted(CooperationKind.PROGRAMME, null, null, null, null, null, 2026, List.of())))
				.containsExactly(draft.id());
		assertThat(this.cooperations.byIndustryAndCity(CooperationKind.PROJECT, null)).isEmpty();
	}

	@Test
	void saysWhatIsWrongWithAnOccasion() {
		var wrong = course(held("visit", "2025-09-01", 3, new Occasion.FromCountry("CR", 2),
				new Occasion.FromCountry("CR", 2), new Occasion.FromCountry("XX", -1),
				new Occasion.FromCountry(null, null)), null);
		assertThatThrownBy(() -> this.cooperations.enter(wrong, this.author)).isInstanceOfSatisfying(InvalidInput.class,
				problem -> assertThat(problem.errors()).extracting(FieldError::pointer)
						.containsExactlyInAnyOrder("/occasion/form", "/occasion/to", "/occasion/byCountry/1/country",
								"/occasion/byCountry/2/country", "/occasion/byCountry/2/people",
								"/occasion/byCountry/3/country", "/occasion/byCountry/3/people"));
		assertThatThrownBy(() -> this.cooperations.enter(
				course(held("training", null, 3, new Occasion.FromCountry("CR", 4)), null), this.author))
				.isInstanceOfSatisfying(InvalidInput.class, problem -> assertThat(problem.errors())
						.extracting(FieldError::pointer).containsExactly("/occasion/people"));
		var bare = this.cooperations.enter(course(Occasion.NONE, null), this.author);
		assertThatThrownBy(() -> this.cooperations.submit(bare.id(), bare.version(), this.author))
				.isInstanceOfSatisfying(InvalidInput.class, problem -> assertThat(problem.errors())
						.extracting(FieldError::pointer).containsExactly("/occasion/form", "/occasion/from"));
	}

	@Test
	void letsNobodyGiveOneNumberToTwoThings() {
		var first = this.cooperations.enter(course(held("team", null, null), "A-1"), this.author);
		assertThatThrownBy(() -> this.cooperations.enter(course(held("team", null, null), " A-1 "), this.author))
				.isInstanceOf(InvalidInput.class);
		assertThat(this.cooperations.rewrite(first.id(), first.version(), course(held("team", null, 2), "A-1"),
				this.author).version()).isEqualTo(2);
		assertThat(this.cooperations.enter(course(held("team", null, null), "A-1"), this.province).version())
				.as("theirs")
				.isEqualTo(1);
	}

	@Test
	void isFoundByWhatItIsAbout() {
		var one = recorded("超精密 磨床", List.of());
		assertThat(found(new Wanted(CooperationKind.PROJECT, "ai", "hefei", "FR", this.partner, null, 2025,
				List.of("磨床")))).containsExactly(one.id());
		assertThat(found(new Wanted(CooperationKind.BASE, null, null, null, null, null, null, List.of()))).isEmpty();
		assertThat(found(new Wanted(null, null, null, null, this.host, null, null, List.of()))).hasSize(1);
		assertThat(found(new Wanted(null, null, null, null, null, null, 2027, List.of()))).isEmpty();
		assertThat(found(new Wanted(null, null, null, null, null, null, null, List.of("%")))).isEmpty();
	}

	private List<Long> found(Wanted wanted) {
		assertThat(this.table.countRecorded(wanted)).isEqualTo(this.table.recorded(wanted, 0, 50).size());
		return this.table.recorded(wanted, 0, 50);
	}

	@Test
	void tellsNobodyOfThoseWhomTheyMayNotSee() {
		var person = person();
		this.jdbc.sql("""
				INSERT INTO expert_group (expert_id, field_group, source, visibility)
				VALUES (?, 'basics', 'self', 'private')""").param(person).update();
		var one = recorded("联合研发", List.of(person));
		var asked = new Wanted(null, null, null, null, null, person, null, List.of());
		assertThat(found(asked)).hasSize(1);
		assertThat(this.cooperations.list(asked, 1, 10, null).total()).isZero();
		assertThat(this.cooperations.read(one.id(), null).people()).isEmpty();
		// A form that was not told of them does not lose them.
		this.cooperations.rewrite(one.id(), one.version(), project("联合研发二期", List.of()), this.author);
		assertThat(this.table.find(one.id()).orElseThrow().content().people()).containsExactly(person);
	}

	@Test
	void followsPeopleAndOrganisations() {
		var gone = person();
		var stays = person();
		var one = recorded("联合研发", List.of(gone, stays));
		this.follower.follow(new ExpertsMerged(gone, stays));
		assertThat(found(new Wanted(null, null, null, null, null, gone, null, List.of()))).isEmpty();
		assertThat(found(new Wanted(null, null, null, null, null, stays, null, List.of()))).containsExactly(one.id());
		this.follower.forget(new ExpertErased(stays));
		assertThat(found(new Wanted(null, null, null, null, null, stays, null, List.of()))).isEmpty();
		var other = organisation("Andere Kooperation AG", "DE", null);
		assertThat(this.follower.count(this.partner)).isEqualTo(1);
		this.follower.move(this.partner, other);
		assertThat(this.follower.count(this.partner)).isZero();
		assertThat(this.cooperations.read(one.id(), null).partners()).singleElement()
				.satisfies(known -> assertThat(known.id()).isEqualTo(other));
		var draft = this.cooperations.enter(project("草稿", List.of()), this.author);
		this.cooperations.rewrite(one.id(), this.table.find(one.id()).orElseThrow().version(),
				project("未完成的修改", List.of()), this.author);
		this.follower.erase(this.author.accountId());
		assertThat(this.cooperations.read(one.id(), null).title().zh()).isEqualTo("联合研发");
		assertThat(this.table.find(one.id()).orElseThrow().state()).isEqualTo(CooperationState.RECORDED);
		assertThat(this.cooperations.mine(this.author, 1, 10).items()).isEmpty();
		assertThat(this.table.find(draft.id())).isEmpty();

		// What counts goes on with whoever takes it over, and is reviewed by somebody else again.
		var left = this.cooperations.entry(one.id(), this.province);
		assertThat(left.may()).containsExactly("edit");
		var taken = this.cooperations.rewrite(one.id(), left.version(), project("联合研发二期", List.of()), this.province);
		assertThat(taken.mine()).isTrue();
		var handed = this.cooperations.submit(one.id(), taken.version(), this.province);
		assertThatThrownBy(() -> this.cooperations.record(one.id(), handed.version(), this.province))
				.isInstanceOf(NotAllowed.class);
	}

	@Test
	void keepsTheFiguresOfThePaperApartFromItsOwn() {
		var projects = ReferenceFigures.read().sets().getFirst();
		assertThat(projects.total().value()).isEqualTo(279);
		assertThat(projects.parts()).extracting(part -> part.label().en())
				.containsExactly("Firms", "Universities", "Institutes", "Other");
		assertThat(ReferenceFigures.read().sets()).allSatisfy(set -> {
			assertThat(set.source()).startsWith("§");
			if (!set.parts().isEmpty()) {
				assertThat(set.parts().stream().mapToLong(ReferenceFigures.ReferenceFigure::value).sum())
						.as(set.key())
						.isEqualTo(set.total().value());
			}
		});
		var before = this.table.countRecorded(ALL);
		recorded("联合研发", List.of());
		assertThat(this.table.countRecorded(ALL)).as("one more, and none of the paper's").isEqualTo(before + 1)
				.isLessThan(20);
		assertThat(this.cooperations.byIndustryAndCity(CooperationKind.PROJECT, null)
				.stream()
				.mapToLong(Tally::count)
				.sum()).isLessThan(20);
	}

}
