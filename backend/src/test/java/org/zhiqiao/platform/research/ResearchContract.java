package org.zhiqiao.platform.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.demand.DemandCard;
import org.zhiqiao.platform.demand.DemandState;
import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.platform.demand.SaveDemand;
import org.zhiqiao.platform.expert.ExpertErased;
import org.zhiqiao.platform.expert.ExpertsMerged;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.organisation.SaveOrganisation;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.InvalidState;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.problem.StaleVersion;
import org.zhiqiao.platform.publishing.ListedPages;
import org.zhiqiao.platform.research.ResearchTable.Wanted;
import org.zhiqiao.platform.research.ResearchViews.ResearchEntry;
import org.zhiqiao.platform.research.SaveResearch.SaveAuthor;
import org.zhiqiao.platform.research.SaveResearch.SaveTopic;
import org.zhiqiao.platform.taxonomy.Bilingual;

/** The way of a study and of a guide to the public, on a database. */
@SpringBootTest
@Transactional
abstract class ResearchContract {

	private static final byte[] PDF = "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<<>>\n%%EOF\n"
			.getBytes(StandardCharsets.ISO_8859_1);

	private static final Wanted STUDIES = new Wanted(ResearchKind.STUDY, null, null, List.of());

	@Autowired
	private ResearchService research;

	@Autowired
	private ResearchTable table;

	@Autowired
	private ResearchFollower follower;

	@Autowired
	private PaperPages pages;

	@Autowired
	private PdfFiles files;

	@Autowired
	private PdfTable pdfs;

	@Autowired
	private Demands demands;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Organisations organisations;

	@Autowired
	private JdbcClient jdbc;

	private Actor author = new Actor(0, "", Set.of(), null, null);

	private Actor city = this.author;

	private Actor province = this.author;

	@BeforeEach
	void people() {
		this.author = actor("author", Role.INFORMATION_OFFICER, null);
		this.city = actor("city", Role.CITY_OFFICER, "wuhu");
		this.province = actor("province", Role.PROVINCIAL_OFFICER, null);
	}

	private Actor actor(String name, Role role, @Nullable String of) {
		var person = this.accounts.createSample(new Accounts.NewPerson("research-" + name + "@example.org",
				"a long enough password", name, Locale.ENGLISH, EnumSet.of(role), of));
		return new Actor(person.accountId(), name, Set.of(role), of, null);
	}

	private long person(String name, boolean hidden) {
		this.jdbc.sql("""
				INSERT INTO expert (version, state, sample, name_zh, created_at, updated_at, verification_status)
				VALUES (1, 'published', TRUE, ?, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 'unverified')""")
				.param(name)
				.update();
		var id = Objects.requireNonNull(this.jdbc.sql("SELECT MAX(id) FROM expert").query(Long.class).single());
		this.jdbc.sql("""
				INSERT INTO expert_group (expert_id, field_group, source, visibility)
				VALUES (?, 'basics', 'self', ?)""").params(id, hidden ? "private" : "public").update();
		return id;
	}

	private static SaveResearch study(String title, @Nullable String pdf, SaveAuthor... authors) {
		return new SaveResearch("study", new Bilingual(title, null), new Bilingual("摘要", null),
				List.of("policy", "talent"), List.of(authors), pdf, null, List.of());
	}

	private ResearchEntry published(SaveResearch save, Actor writer) {
		var draft = this.research.write(save, writer);
		var handed = this.research.submit(draft.id(), draft.version(), writer);
		return this.research.publish(draft.id(), handed.version(), this.province);
	}

	private long need(String title, String confidentiality, DemandState state) {
		var host = this.organisations.register(
				new SaveOrganisation(new Bilingual("合肥示例需求公司" + title, null), List.of(), "CN", "hefei", "enterprise",
						null, null),
				true, true).id();
		return this.demands.placeSample(null,
				new SaveDemand("technical-problem", title, "需要解决的问题：请说明已有的工作条件、希望达到的指标和期望完成的时间。", "zh", host, "hefei",
						List.of("new-materials"),
						List.of(new SaveDemand.SoughtDomain("solid-state-battery", null, false, 3)),
						List.of(), List.of(), List.of(), null, LocalDate.now(java.time.ZoneOffset.UTC).plusDays(60),
						confidentiality),
				state, null, null, 0);
	}

	@Test
	void listsEachPageThatThePublicReadsForSearchEngines() {
		var study = published(study("列入地址表的研究", null, new SaveAuthor(null, "某人")), this.author);
		var draft = this.research.write(study("还在写的研究", null, new SaveAuthor(null, "某人")), this.author);
		assertThat(this.pages.latest(50)).extracting(ListedPages.ListedPage::path)
				.startsWith("/research/" + study.id())
				.doesNotContain("/research/" + draft.id());
		assertThat(this.pages.latest(1)).hasSize(1);
		this.research.withdraw(study.id(), "需要核实。", this.province);
		assertThat(this.pages.latest(50)).extracting(ListedPages.ListedPage::path)
				.doesNotContain("/research/" + study.id());
		assertThat(ResearchKind.GUIDE.path(7)).isEqualTo("/guides/7");
	}

	@Test
	void letsThePublicReadWhatSomebodyElseReviewed() {
		var draft = this.research.write(study("对外合作研究", null, new SaveAuthor(null, "吴示例")), this.author);
		assertThat(draft.may()).containsExactly("edit", "submit", "delete");
		assertThatThrownBy(() -> this.research.entry(draft.id(), this.province)).isInstanceOf(NotFound.class);
		var handed = this.research.submit(draft.id(), draft.version(), this.author);
		assertThat(this.research.reviewQueue(this.province, 1, 10).items()).hasSize(1);
		assertThatThrownBy(() -> this.research.publish(draft.id(), handed.version(), this.author))
				.isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> this.research.publish(draft.id(), draft.version(), this.province))
				.isInstanceOf(StaleVersion.class);
		assertThatThrownBy(() -> this.research.read(draft.id(), null, null)).isInstanceOf(NotFound.class);
		this.research.publish(draft.id(), handed.version(), this.province);
		assertThat(this.research.list(STUDIES, 1, 10, null).total()).isEqualTo(1);
		assertThat(
				this.research.list(new Wanted(ResearchKind.STUDY, "policy", null, List.of("摘要")), 1, 10, null).items())
				.hasSize(1);
		assertThat(this.research
				.list(new Wanted(ResearchKind.STUDY, "intellectual-property", null, List.of()), 1, 10, null)
				.total()).isZero();
		assertThat(this.research.list(new Wanted(ResearchKind.GUIDE, null, null, List.of()), 1, 10, null).total())
				.isZero();
	}

	@Test
	void keepsEditionsWhileTheNextIsWritten() {
		var first = published(study("第一版", null, new SaveAuthor(null, "吴示例")), this.author);
		var changed = this.research.rewrite(first.id(), first.version(),
				study("第二版", null, new SaveAuthor(null, "吴示例")),
				this.author);
		assertThat(this.research.read(first.id(), null, null).content().title().zh()).isEqualTo("第一版");
		assertThatThrownBy(() -> this.research.delete(first.id(), this.author)).isInstanceOf(InvalidState.class);
		var handed = this.research.submit(first.id(), changed.version(), this.author);
		this.research.publish(first.id(), handed.version(), this.province);
		var now = this.research.read(first.id(), null, null);
		assertThat(now.number()).isEqualTo(2);
		assertThat(now.editions()).hasSize(2);
		assertThat(Objects.requireNonNull(now.citation()).gbt()).startsWith("吴示例. 第二版[R/OL]. 2版. (");
		assertThat(this.research.read(first.id(), 1, null).content().title().zh()).isEqualTo("第一版");
		this.research.withdraw(first.id(), "过期", this.province);
		assertThatThrownBy(() -> this.research.read(first.id(), null, null)).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> this.research.read(first.id(), 1, null)).isInstanceOf(NotFound.class);
	}

	@Test
	void saysEverythingThatIsWrongOrMissing() {
		var wrong = new SaveResearch("study", Bilingual.NONE, null, List.of("astrology"),
				List.of(new SaveAuthor(999_999L, null)), "no-such-file", null, List.of());
		assertThatThrownBy(() -> this.research.write(wrong, this.author)).isInstanceOfSatisfying(InvalidInput.class,
				problem -> assertThat(problem.errors()).extracting(FieldError::pointer)
						.containsExactlyInAnyOrder("/title", "/themes/0", "/authors/0", "/pdf"));
		var bare = this.research
				.write(new SaveResearch("study", new Bilingual("题", null), null, List.of(), List.of(), null,
						null, List.of()), this.author);
		assertThatThrownBy(() -> this.research.submit(bare.id(), bare.version(), this.author))
				.isInstanceOfSatisfying(InvalidInput.class, problem -> assertThat(problem.errors())
						.extracting(FieldError::pointer).containsExactlyInAnyOrder("/text", "/themes", "/authors"));
		assertThatThrownBy(
				() -> this.research.write(new SaveResearch("guide", new Bilingual("指南", null), null, List.of(),
						List.of(), null, null, List.of()), this.author))
				.as("no officer of a city or the province")
				.isInstanceOf(NotAllowed.class);
	}

	@Test
	void namesNobodyWhomTheReaderMayNotSee() {
		var hidden = person("某隐", true);
		var shown = person("某显", false);
		var one = published(study("合著", null, new SaveAuthor(hidden, null), new SaveAuthor(shown, null)), this.author);
		var read = this.research.read(one.id(), null, null);
		assertThat(read.content().authors()).hasSize(1);
		assertThat(Objects.requireNonNull(read.citation()).gbt()).startsWith("某显. ").doesNotContain("某隐");
		assertThat(this.research.list(new Wanted(ResearchKind.STUDY, null, hidden, List.of()), 1, 10, null).total())
				.isZero();
		assertThat(this.research.list(new Wanted(ResearchKind.STUDY, null, shown, List.of()), 1, 10, null).total())
				.isEqualTo(1);
		// A form that was not told of somebody does not lose them.
		this.research.rewrite(one.id(), one.version(), study("合著", null, new SaveAuthor(shown, null)), this.author);
		assertThat(this.table.find(one.id()).orElseThrow().content().people()).as("each in their place")
				.containsExactly(hidden, shown);
	}

	@Test
	void takesNothingButPdfFilesAndShowsThemWithTheirStudy() {
		assertThat(refused("<html>".getBytes(StandardCharsets.UTF_8))).isEqualTo("pdf-type");
		assertThat(refused("%PDF-1.7 cut off".getBytes(StandardCharsets.UTF_8))).isEqualTo("pdf-broken");
		assertThat(refused("%PDF-1.7 /JavaScript (x) %%EOF".getBytes(StandardCharsets.UTF_8))).isEqualTo("pdf-script");
		assertThat(refused(new byte[16 * 1024 * 1024])).isEqualTo("pdf-too-large");
		var file = this.files.take(PDF, "C:\\secret\\对外\"合作.PDF", this.author);
		assertThat(file.fileName()).isEqualTo("对外合作.pdf");
		assertThatThrownBy(() -> this.files.give(file.key(), null)).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> this.files.give(file.key(), this.city)).isInstanceOf(NotFound.class);
		assertThat(this.files.give(file.key(), this.author).open()).isFalse();
		assertThatThrownBy(() -> this.research.write(study("别人的", file.key(), new SaveAuthor(null, "某")), this.city))
				.as("somebody else's file").isInstanceOf(InvalidInput.class);
		var one = published(study("附件", file.key(), new SaveAuthor(null, "吴示例")), this.author);
		assertThat(this.files.give(file.key(), null).open()).isTrue();
		assertThat(this.files.give(file.key(), null).content().getByteArray()).isEqualTo(PDF);
		var unused = this.files.take(PDF, null, this.author);
		assertThat(this.pdfs.removeUnused(Instant.now().plusSeconds(60))).isEqualTo(1);
		assertThat(this.pdfs.find(unused.key())).isEmpty();
		// To name a file in a text is not to have it.
		var other = study("引用", null, new SaveAuthor(null, "某"));
		this.research.write(new SaveResearch(other.kind(), other.title(),
				new Bilingual("参见 \"pdf\":\"" + file.key() + "\"", null), other.themes(), other.authors(), null, null,
				List.of()), this.city);
		this.research.withdraw(one.id(), "过期", this.author);
		assertThatThrownBy(() -> this.files.give(file.key(), null)).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> this.files.give(file.key(), this.city)).isInstanceOf(NotFound.class);
	}

	/** Whoever cites it finds it. */
	@Test
	void givesTheFileOfAnEarlierEdition() {
		var file = this.files.take(PDF, "a.pdf", this.author);
		var first = published(study("第一版", file.key(), new SaveAuthor(null, "吴示例")), this.author);
		var changed = this.research.rewrite(first.id(), first.version(),
				study("第二版", null, new SaveAuthor(null, "吴示例")), this.author);
		var handed = this.research.submit(first.id(), changed.version(), this.author);
		this.research.publish(first.id(), handed.version(), this.province);
		assertThat(this.files.give(file.key(), null).open()).isTrue();
	}

	/** A need under review anew is not shown to the author, who therefore cannot send it back. */
	@Test
	void keepsNeedsThatTheAuthorIsNotShownNow() {
		var open = need("公开需求", "public", DemandState.PUBLISHED);
		var other = need("另一需求", "public", DemandState.PUBLISHED);
		var one = this.research.write(guide(new SaveTopic(null, new Bilingual("题", null), null, List.of(open, other),
				List.of(), List.of())), this.city);
		var key = this.table.find(one.id()).orElseThrow().content().topics().getFirst().key();
		this.jdbc.sql("UPDATE demand SET state = 'SUBMITTED' WHERE id = ?").param(open).update();
		var kept = this.research.rewrite(one.id(), one.version(),
				guide(new SaveTopic(key, new Bilingual("题", null), null,
						List.of(other), List.of(), List.of())),
				this.city);
		assertThat(this.table.find(one.id()).orElseThrow().content().topics().getFirst().needs())
				.containsExactlyInAnyOrder(open, other);
		// Who sees it can drop it.
		this.jdbc.sql("UPDATE demand SET state = 'PUBLISHED' WHERE id = ?").param(open).update();
		this.research.rewrite(one.id(), kept.version(), guide(new SaveTopic(key, new Bilingual("题", null), null,
				List.of(other), List.of(), List.of())), this.city);
		assertThat(this.table.find(one.id()).orElseThrow().content().topics().getFirst().needs())
				.containsExactly(other);
	}

	private String refused(byte[] file) {
		try {
			this.files.take(file, "a.pdf", this.author);
			return "taken";
		} catch (InvalidInput refused) {
			return refused.errors().getFirst().code();
		}
	}

	@Test
	void showsOfNeedsInAGuideWhatTheBoardShows() {
		var open = need("公开需求", "public", DemandState.PUBLISHED);
		var secret = need("保密需求", "confidential", DemandState.PUBLISHED);
		var draft = need("未发布", "public", DemandState.SUBMITTED);
		var person = person("某顾问", false);
		var topic = new SaveTopic(null, new Bilingual("固态电池", null), null, List.of(open, secret), List.of("hefei"),
				List.of(person));
		assertThatThrownBy(() -> this.research.write(guide(new SaveTopic(null, new Bilingual("题", null), null,
				List.of(draft), List.of(), List.of())), this.city)).isInstanceOfSatisfying(InvalidInput.class,
						problem -> assertThat(problem.errors()).extracting(FieldError::pointer)
								.containsExactly("/topics/0/needs/0"));
		var one = published(guide(topic), this.city);
		var needs = this.research.read(one.id(), null, null).content().topics().getFirst().needs();
		assertThat(needs).extracting(DemandCard::disclosure).containsExactly("full", "outline");
		assertThat(needs.getLast().title()).isNull();
		assertThat(needs.getLast().organisation()).isNull();
		assertThat(this.research.read(one.id(), null, this.province).content().topics().getFirst().needs())
				.extracting(DemandCard::disclosure).containsExactly("full", "full");
		assertThat(this.research.read(one.id(), null, null).open()).isTrue();
		assertThat(this.research.clusters(null, "hefei", null, this.city)).first()
				.satisfies(cluster -> assertThat(cluster.domain()).isEqualTo("solid-state-battery"))
				.satisfies(cluster -> assertThat(cluster.needs()).hasSize(2));
		assertThat(this.research.clusters("ai", null, null, this.city)).isEmpty();
	}

	private static SaveResearch guide(SaveTopic... topics) {
		return new SaveResearch("guide", new Bilingual("项目指南", null), new Bilingual("说明", null), List.of(), List.of(),
				null,
				LocalDate.now(java.time.ZoneOffset.UTC).plusDays(30), List.of(topics));
	}

	@Test
	void followsPeopleThroughEveryEdition() {
		var gone = person("某甲", false);
		var stays = person("某乙", false);
		var one = published(study("合著", null, new SaveAuthor(gone, null)), this.author);
		var draft = this.research.write(guide(new SaveTopic(null, new Bilingual("题", null), null, List.of(), List.of(),
				List.of(gone))), this.city);
		this.follower.follow(new ExpertsMerged(gone, stays));
		assertThat(this.table.editions(List.of(one.id())).getFirst().content().people()).containsExactly(stays);
		assertThat(this.table.find(draft.id()).orElseThrow().content().people()).containsExactly(stays);
		assertThat(this.research.list(new Wanted(ResearchKind.STUDY, null, stays, List.of()), 1, 10, null).total())
				.isEqualTo(1);
		this.follower.forget(new ExpertErased(stays));
		assertThat(this.table.editions(List.of(one.id())).getFirst().content().people()).isEmpty();
		assertThat(this.table.find(draft.id()).orElseThrow().content().people()).isEmpty();
		this.follower.erase(this.city.accountId());
		assertThat(this.table.find(draft.id())).isEmpty();
		this.research.rewrite(one.id(), this.table.find(one.id()).orElseThrow().version(),
				study("未完成的修改", null, new SaveAuthor(null, "某")), this.author);
		this.follower.erase(this.author.accountId());
		assertThat(this.table.find(one.id()).orElseThrow().ownerId()).isNull();
		assertThat(this.table.find(one.id()).orElseThrow().state()).isEqualTo(ResearchState.PUBLISHED);
		assertThat(this.table.find(one.id()).orElseThrow().content().title().zh()).isEqualTo("合著");
		assertThat(this.research.read(one.id(), null, null).content().title().zh()).isEqualTo("合著");
	}

}
