package org.zhiqiao.platform.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.organisation.SaveOrganisation;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.ProblemException;
import org.zhiqiao.platform.problem.StaleVersion;
import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.IndexChange;

/** The way of a need from a draft to a closed matter, on a database. */
@SpringBootTest
@Transactional
abstract class DemandsContract {

	@Autowired
	private Demands demands;

	@Autowired
	private DemandTable table;

	@Autowired
	private DemandSource source;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Organisations organisations;

	@Autowired
	private JdbcClient jdbc;

	private Actor firm = nobody();

	private Actor otherFirm = nobody();

	private Actor hefei = nobody();

	private Actor wuhu = nobody();

	private Actor province = nobody();

	private static Actor nobody() {
		return new Actor(0, "", Set.of(), null, null);
	}

	@BeforeEach
	void people() {
		this.firm = actor("firm", Role.FIRM, null, organisation("合肥示例新材料有限公司"));
		this.otherFirm = actor("other", Role.FIRM, null, organisation("芜湖示例机械有限公司"));
		this.hefei = actor("hefei", Role.CITY_OFFICER, "hefei", null);
		this.wuhu = actor("wuhu", Role.CITY_OFFICER, "wuhu", null);
		this.province = actor("province", Role.PROVINCIAL_OFFICER, null, null);
	}

	private Actor actor(String name, Role role, @Nullable String city, @Nullable Long organisation) {
		var person = this.accounts.createSample(new Accounts.NewPerson("demand-" + name + "@example.org",
				"a long enough password", name, Locale.ENGLISH, EnumSet.of(role), city));
		if (organisation != null) {
			this.accounts.actFor(person.accountId(), organisation);
		}
		return new Actor(person.accountId(), name, Set.of(role), city, organisation);
	}

	private long organisation(String name) {
		return this.organisations
				.register(
						new SaveOrganisation(new Bilingual(name, null), List.of(), "CN", "hefei", "enterprise", null,
								null),
						true, true)
				.id();
	}

	private DemandView published() {
		var draft = this.demands.post(this.firm, ExampleNeeds.form());
		this.demands.submit(draft.id(), this.firm);
		return this.demands.publish(draft.id(), this.hefei, null);
	}

	private List<String> mails(Actor to) {
		return this.jdbc.sql("SELECT subject FROM mail_outbox WHERE recipient = ? ORDER BY id")
				.param("demand-" + to.displayName() + "@example.org")
				.query((row, _) -> row.getString(1))
				.list();
	}

	private long changes(long id) {
		return this.jdbc.sql("SELECT COUNT(*) FROM change_log WHERE kind = 'DEMAND' AND subject_id = ?")
				.param(id)
				.query((row, _) -> row.getLong(1))
				.single();
	}

	@Test
	void keepsEverythingThatAFormSays() {
		var view = this.demands.post(this.firm, ExampleNeeds.form());
		var stored = this.table.find(view.id()).orElseThrow();
		assertThat(stored.content()).isEqualTo(new DemandContent("technical-problem", "陶铝车身结构件铸造热裂",
				"薄壁结构件局部热裂，希望找到懂凝固与铸造的专家帮助分析。", "zh", "hefei", List.of("new-materials"),
				ExampleNeeds.content().domains(), ExampleNeeds.content().countries(),
				ExampleNeeds.content().languages(), ExampleNeeds.content().competences(), new Budget(50, 120),
				java.time.LocalDate.of(2099, 1, 31), Confidentiality.PUBLIC));
		assertThat(stored.state()).isEqualTo(DemandState.DRAFT);
		assertThat(view.version()).isEqualTo(1);
		assertThat(view.mine()).isTrue();
		assertThat(view.organisation()).isNotNull();
		assertThat(view.may()).containsExactly("edit", "delete", "submit", "match");
	}

	@Test
	void keepsADraftThatHasHardlyBegun() {
		var view = this.demands.post(this.firm, new SaveDemand("advice", "法务", null, null, null, null, List.of(),
				List.of(), List.of(), List.of(), List.of(), null, null, null));
		assertThat(this.demands.view(view.id(), this.firm).city()).as("the firm's own city").isEqualTo("hefei");
		assertThatThrownBy(() -> this.demands.submit(view.id(), this.firm)).isInstanceOfSatisfying(InvalidInput.class,
				invalid -> assertThat(invalid.errors()).extracting(ProblemException.FieldError::pointer)
						.containsExactly("/description", "/language", "/confidentiality", "/domains"));
	}

	@Test
	void namesEveryWrongPlace() {
		var form = new SaveDemand("no-such-kind", null, null, "fr", null, "atlantis", List.of("new-materials", "coal"),
				List.of(new SaveDemand.SoughtDomain(null, null, true, 9)),
				List.of(new SaveDemand.SoughtCountry("DE", "asean", "work", false, 0),
						new SaveDemand.SoughtCountry(null, "belt-and-road", null, false, 1)),
				List.of(new SaveDemand.SoughtLanguage("de", "B7", null, 1)), List.of(), new Budget(9, 3), null,
				"secret");
		assertThatThrownBy(() -> this.demands.post(this.firm, form)).isInstanceOfSatisfying(InvalidInput.class,
				invalid -> assertThat(invalid.errors())
						.extracting(ProblemException.FieldError::pointer, ProblemException.FieldError::code)
						.extracting(Object::toString)
						.containsExactlyInAnyOrder("(\"/title\", \"required\")", "(\"/kind\", \"unknown-code\")",
								"(\"/language\", \"unknown-code\")", "(\"/city\", \"unknown-code\")",
								"(\"/industries/1\", \"unknown-code\")", "(\"/domains/0/code\", \"required\")",
								"(\"/domains/0/weight\", \"at-most\")", "(\"/countries/0/region\", \"not-wanted\")",
								"(\"/countries/0/weight\", \"at-least\")",
								"(\"/countries/1/region\", \"demand-region-open\")",
								"(\"/languages/0/level\", \"unknown-code\")", "(\"/languages/0/must\", \"required\")",
								"(\"/budget/max\", \"at-least\")", "(\"/confidentiality\", \"unknown-code\")"));
	}

	@Test
	void refusesAStaleVersion() {
		var draft = this.demands.post(this.firm, ExampleNeeds.form());
		var next = this.demands.rewrite(draft.id(), 1, this.firm, ExampleNeeds.form("新的题目", "public"));
		assertThat(next.version()).isEqualTo(2);
		assertThatThrownBy(
				() -> this.demands.rewrite(draft.id(), 1, this.firm, ExampleNeeds.form("旧的题目", "public")))
				.isInstanceOf(StaleVersion.class);
		assertThat(this.demands.view(draft.id(), this.firm).title()).isEqualTo("新的题目");
	}

	@Test
	void goesFromDraftToTheBoardAndOffAgain() {
		var draft = this.demands.post(this.firm, ExampleNeeds.form());
		assertThat(changes(draft.id())).as("a draft is nothing for the index").isZero();
		this.demands.submit(draft.id(), this.firm);
		assertThat(mails(this.hefei)).hasSize(1);
		assertThat(mails(this.wuhu)).isEmpty();
		assertThat(this.demands.reviewQueue(this.hefei, 1, 20).items()).extracting(DemandView::id)
				.contains(draft.id());
		assertThat(this.demands.reviewQueue(this.wuhu, 1, 20).items()).extracting(DemandView::id)
				.doesNotContain(draft.id());
		assertThat(this.demands.reviewQueue(this.province, 1, 20).items()).extracting(DemandView::id)
				.contains(draft.id());
		var open = this.demands.countOpen();
		this.demands.publish(draft.id(), this.hefei, null);
		assertThat(this.demands.countOpen()).isEqualTo(open + 1);
		assertThat(mails(this.firm)).hasSize(1);
		assertThat(changes(draft.id())).isEqualTo(1);
		assertThat(this.demands.view(draft.id(), null).title()).isEqualTo("陶铝车身结构件铸造热裂");
		this.demands.close(draft.id(), this.firm, Outcome.SOLVED, "谢谢");
		assertThat(changes(draft.id())).isEqualTo(2);
		assertThatThrownBy(() -> this.demands.view(draft.id(), null)).isInstanceOf(NotFound.class);
		assertThat(this.demands.view(draft.id(), this.firm).outcomeNote()).isEqualTo("谢谢");
	}

	@Test
	void tellsTheReasonWhenItIsReturned() {
		var draft = this.demands.post(this.firm, ExampleNeeds.form());
		this.demands.submit(draft.id(), this.firm);
		this.demands.giveBack(draft.id(), this.hefei, "请说明已经试过什么。", null);
		var returned = this.demands.view(draft.id(), this.firm);
		assertThat(returned.state()).isEqualTo(DemandState.RETURNED);
		assertThat(returned.returnReason()).isEqualTo("请说明已经试过什么。");
		assertThat(mails(this.firm)).hasSize(1);
		assertThat(this.demands.submit(draft.id(), this.firm).state()).isEqualTo(DemandState.SUBMITTED);
	}

	@Test
	void publishesOnlyWhatTheOfficerHasRead() {
		var draft = this.demands.post(this.firm, ExampleNeeds.form());
		var submitted = this.demands.submit(draft.id(), this.firm);
		this.demands.rewrite(draft.id(), submitted.version(), this.firm, ExampleNeeds.form("换了题目", "public"));
		assertThatThrownBy(() -> this.demands.publish(draft.id(), this.hefei, submitted.version()))
				.isInstanceOf(StaleVersion.class);
		assertThat(this.demands.publish(draft.id(), this.hefei, submitted.version() + 1).state())
				.isEqualTo(DemandState.PUBLISHED);
	}

	@Test
	void leavesTheBoardWhenItIsEdited() {
		var view = published();
		var edited = this.demands.rewrite(view.id(), view.version(), this.firm, ExampleNeeds.form("改过", "public"));
		assertThat(edited.state()).isEqualTo(DemandState.SUBMITTED);
		assertThat(this.source.load(List.of(view.id()))).hasOnlyElementsOfType(IndexChange.Remove.class);
		assertThat(changes(view.id())).isEqualTo(2);
	}

	@Test
	void keepsOthersOut() {
		var view = this.demands.post(this.firm, ExampleNeeds.form());
		var id = view.id();
		assertThatThrownBy(() -> this.demands.view(id, this.otherFirm)).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> this.demands.rewrite(id, 1, this.otherFirm, ExampleNeeds.form()))
				.isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> this.demands.view(id, this.province)).as("a draft is its owner's alone")
				.isInstanceOf(NotFound.class);
		this.demands.submit(id, this.firm);
		assertThatThrownBy(() -> this.demands.publish(id, this.wuhu, null)).isInstanceOf(NotFound.class);
		this.demands.publish(id, this.hefei, null);
		assertThatThrownBy(() -> this.demands.entrusted(id, this.otherFirm)).isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> this.demands.entrusted(id, this.wuhu)).isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> this.demands.close(id, this.otherFirm, Outcome.SOLVED, null))
				.isInstanceOf(NotAllowed.class);
		assertThat(this.demands.entrusted(id, this.hefei).id()).isEqualTo(id);
		assertThat(this.demands.entrusted(id, this.province).id()).isEqualTo(id);
	}

	@Test
	void needsASecondPersonToPublish() {
		var view = this.demands.post(this.hefei, ExampleNeeds.form());
		assertThat(view.city()).isEqualTo("hefei");
		this.demands.submit(view.id(), this.hefei);
		assertThatThrownBy(() -> this.demands.publish(view.id(), this.hefei, null)).isInstanceOf(NotAllowed.class);
		assertThat(this.demands.publish(view.id(), this.province, null).state()).isEqualTo(DemandState.PUBLISHED);
	}

	@Test
	void letsAnOfficerPostForTheOwnCityOnly() {
		assertThatThrownBy(() -> this.demands.post(this.wuhu, ExampleNeeds.form())).isInstanceOf(NotAllowed.class);
	}

	@Test
	void letsAFirmPostForItselfOnly() {
		var form = ExampleNeeds.form();
		var foreign = new SaveDemand(form.kind(), form.title(), form.description(), form.language(),
				this.otherFirm.organisationId(), form.city(), form.industries(), form.domains(), form.countries(),
				form.languages(), form.competences(), form.budget(), form.deadline(), form.confidentiality());
		assertThatThrownBy(() -> this.demands.post(this.firm, foreign)).isInstanceOf(InvalidInput.class);
		var homeless = new Actor(this.firm.accountId(), "firm", Set.of(Role.FIRM), null, null);
		assertThatThrownBy(() -> this.demands.post(homeless, form)).isInstanceOf(NotAllowed.class);
	}

	@Test
	void handsTheIndexOnlyWhatItsReadersMayFind() {
		var open = published();
		var document = ((IndexChange.PutDemand) this.source.load(List.of(open.id())).getFirst()).document();
		assertThat(document.owner()).isEqualTo("合肥示例新材料有限公司");
		assertThat(document.audience()).isEqualTo(Audience.PUBLIC);
		assertThat(document.countries()).contains("DE", "AT", "CZ");
		assertThat(document.freeDomains()).containsExactly("熔体电磁搅拌");

		var secret = this.demands.post(this.firm, ExampleNeeds.form("并购", "confidential"));
		this.demands.submit(secret.id(), this.firm);
		this.demands.publish(secret.id(), this.hefei, null);
		var outline = ((IndexChange.PutDemand) this.source.load(List.of(secret.id())).getFirst()).document();
		assertThat(outline.title() + outline.description() + outline.owner()).isEmpty();
		assertThat(outline.freeDomains()).isEmpty();
		assertThat(outline.countries()).isEmpty();
		assertThat(outline.languages()).isEmpty();
		assertThat(outline.deadline()).isNull();
		assertThat(outline.domains()).containsExactly("casting");

		var registered = this.demands.post(this.firm, ExampleNeeds.form("登录可见", "registered"));
		this.demands.submit(registered.id(), this.firm);
		this.demands.publish(registered.id(), this.hefei, null);
		assertThat(((IndexChange.PutDemand) this.source.load(List.of(registered.id())).getFirst()).document()
				.audience()).isEqualTo(Audience.REGISTERED);
	}

	@Test
	void showsCardsInTheOrderAskedFor() {
		var one = published();
		var two = published();
		var draft = this.demands.post(this.firm, ExampleNeeds.form());
		var cards = this.demands.cards(List.of(two.id(), 999_999L, draft.id(), one.id()), this.otherFirm);
		assertThat(cards).extracting(DemandCard::id).containsExactly(two.id(), one.id());
		assertThat(cards.getFirst().excerpt()).startsWith("薄壁结构件");
	}

	@Test
	void forgetsAPersonButNotTheFirmsNeeds() {
		var draft = this.demands.post(this.firm, ExampleNeeds.form());
		var published = published();
		assertThat(this.demands.postedBy(this.firm.accountId())).hasSize(2);
		this.demands.forget(this.firm.accountId());
		assertThat(this.table.find(draft.id())).isEmpty();
		var left = this.table.find(published.id()).orElseThrow();
		assertThat(left.ownerId()).isNull();
		assertThat(left.state()).isEqualTo(DemandState.PUBLISHED);
		assertThat(this.demands.postedBy(this.firm.accountId())).isEmpty();
	}

	@Test
	void listsOwnNeedsLatestFirst() {
		var first = this.demands.post(this.firm, ExampleNeeds.form("第一", "public"));
		var second = this.demands.post(this.firm, ExampleNeeds.form("第二", "public"));
		this.demands.post(this.otherFirm, ExampleNeeds.form("别人的", "public"));
		this.demands.rewrite(first.id(), 1, this.firm, ExampleNeeds.form("第一，改过", "public"));
		var mine = this.demands.mine(this.firm, 1, 1);
		assertThat(mine.total()).isEqualTo(2);
		assertThat(mine.items()).extracting(DemandView::id).containsExactly(first.id());
		assertThat(this.demands.mine(this.firm, 2, 1).items()).extracting(DemandView::id).containsExactly(second.id());
	}

	@Test
	void deletesDraftsOnly() {
		var draft = this.demands.post(this.firm, ExampleNeeds.form());
		this.demands.delete(draft.id(), this.firm);
		assertThat(this.table.find(draft.id())).isEmpty();
		var published = published();
		assertThatThrownBy(() -> this.demands.delete(published.id(), this.firm)).isInstanceOfSatisfying(
				ProblemException.class, problem -> assertThat(problem.slug()).isEqualTo("invalid-state"));
	}

	@Test
	void takesDownWhatHappened() {
		var view = published();
		assertThat(Objects.requireNonNull(view.publishedAt())).isNotNull();
		assertThat(this.table.idsAfter(view.id() - 1, 10)).contains(view.id());
		assertThat(this.table.count()).isPositive();
	}

}
