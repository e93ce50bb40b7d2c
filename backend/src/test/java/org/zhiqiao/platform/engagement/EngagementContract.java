package org.zhiqiao.platform.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
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
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.PersonalData;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.demand.DemandView;
import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.platform.demand.Outcome;
import org.zhiqiao.platform.demand.SaveDemand;
import org.zhiqiao.platform.engagement.EngagementInput.GiveFeedback;
import org.zhiqiao.platform.engagement.EngagementInput.InvitePerson;
import org.zhiqiao.platform.engagement.EngagementInput.NameContact;
import org.zhiqiao.platform.engagement.EngagementInput.OfferHelp;
import org.zhiqiao.platform.engagement.EngagementInput.RecordStage;
import org.zhiqiao.platform.engagement.TriageView.Verdict;
import org.zhiqiao.platform.expert.ExpertErased;
import org.zhiqiao.platform.expert.ExpertsMerged;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.organisation.MemberLeft;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.organisation.SaveOrganisation;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.InvalidState;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.ProblemException;
import org.zhiqiao.platform.problem.StaleVersion;
import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.platform.taxonomy.Tally;
import org.zhiqiao.platform.testing.MovableClock;

/** From a published need to what came of it, on a database: who may do and see what, and who is told. */
@SpringBootTest(properties = "zhiqiao.search.vectors=false")
@Import(EngagementContract.Clocks.class)
@Transactional
abstract class EngagementContract {

	private static final NameContact FIRM_CONTACT = new NameContact("Fang Zhiyuan", "fang@firm.example", "0551-1");

	private static final NameContact PERSON_CONTACT = new NameContact("Prof. Weidner", "weidner@uni.example", null);

	@Autowired
	private Engagements engagements;

	@Autowired
	private EngagementTable table;

	@Autowired
	private EngagementFigures figures;

	@Autowired
	private EngagementFollower follower;

	@Autowired
	private EngagementGuests guests;

	@Autowired
	private Triage triage;

	@Autowired
	private Demands demands;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Organisations organisations;

	@Autowired
	private List<PersonalData> holders;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MovableClock clock;

	private Actor firm = nobody();

	private Actor otherFirm = nobody();

	private Actor hefei = nobody();

	private Actor wuhu = nobody();

	private Actor province = nobody();

	private Actor professor = nobody();

	private Actor otherExpert = nobody();

	private long person;

	private long other;

	@TestConfiguration(proxyBeanMethods = false)
	static class Clocks {

		@Bean
		@Primary
		MovableClock movableClock() {
			return new MovableClock();
		}

	}

	private static Actor nobody() {
		return new Actor(0, "", Set.of(), null, null);
	}

	@BeforeEach
	void people() {
		this.firm = actor("firm", Locale.SIMPLIFIED_CHINESE, Role.FIRM, null);
		this.otherFirm = actor("otherfirm", Locale.SIMPLIFIED_CHINESE, Role.FIRM, null);
		this.hefei = actor("hefei", Locale.SIMPLIFIED_CHINESE, Role.CITY_OFFICER, "hefei");
		this.wuhu = actor("wuhu", Locale.SIMPLIFIED_CHINESE, Role.CITY_OFFICER, "wuhu");
		this.province = actor("province", Locale.SIMPLIFIED_CHINESE, Role.PROVINCIAL_OFFICER, null);
		this.professor = actor("professor", Locale.ENGLISH, Role.EXPERT, null);
		this.otherExpert = actor("otherexpert", Locale.ENGLISH, Role.EXPERT, null);
		this.person = person("Jonas Weidner", this.professor.accountId(), "de", "public");
		this.other = person("Wer Anders", this.otherExpert.accountId(), null, "public");
	}

	private Actor actor(String name, Locale language, Role role, @Nullable String city) {
		var made = this.accounts.createSample(new Accounts.NewPerson(address(name), "a long enough password", name,
				language, EnumSet.of(role), city));
		Long organisation = null;
		if (role == Role.FIRM) {
			organisation = this.organisations
					.register(new SaveOrganisation(new Bilingual("示例企业" + name, null), List.of(),
							"CN", "hefei", "enterprise", null, null), true, true)
					.id();
			this.accounts.actFor(made.accountId(), organisation);
		}
		return new Actor(made.accountId(), name, Set.of(role), city, organisation);
	}

	private static String address(String name) {
		return "engagement-" + name + "@example.org";
	}

	private long person(String name, @Nullable Long account, @Nullable String language, String visibility) {
		this.jdbc.sql("""
				INSERT INTO expert (version, state, sample, account_id, name_latin, preferred_language, contact_email,
					residence, created_at, updated_at, verification_status)
				VALUES (1, 'published', TRUE, :account, :name, :language, :email, 'DE', CURRENT_TIMESTAMP,
					CURRENT_TIMESTAMP, 'unverified')""")
				.param("account", account, java.sql.Types.BIGINT)
				.param("name", name)
				.param("language", language, java.sql.Types.VARCHAR)
				.param("email", name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@people.example")
				.update();
		var id = Objects.requireNonNull(this.jdbc.sql("SELECT MAX(id) FROM expert").query(Long.class).single());
		this.jdbc.sql("""
				INSERT INTO expert_group (expert_id, field_group, source, visibility)
				VALUES (?, 'basics', 'self', ?)""").params(id, visibility).update();
		return id;
	}

	private DemandView published(String confidentiality) {
		var form = new SaveDemand("technical-problem", "陶铝车身结构件铸造热裂", "薄壁结构件局部热裂，希望找到懂凝固与铸造的专家帮助分析。", "zh", null,
				"hefei", List.of("new-materials"),
				List.of(new SaveDemand.SoughtDomain("casting", null, false, 3)),
				List.of(new SaveDemand.SoughtCountry("DE", null, null, false, 2)), List.of(), List.of(), null,
				today().plusDays(40), confidentiality);
		var draft = this.demands.post(this.firm, form);
		this.demands.submit(draft.id(), this.firm);
		return this.demands.publish(draft.id(), this.hefei, null);
	}

	private LocalDate today() {
		return LocalDate.now(this.clock.withZone(Moments.HERE));
	}

	private EngagementView invited(long need, @Nullable NameContact contact) {
		return this.engagements.invite(new InvitePerson(need, this.person, "请您帮助分析", contact, false), this.firm);
	}

	private EngagementView offered(long need) {
		return this.engagements.offer(new OfferHelp(need, "I can help", null), this.professor);
	}

	private EngagementView inContact(long need) {
		var one = invited(need, FIRM_CONTACT);
		return this.engagements.agree(as(one, this.professor), one.version(), PERSON_CONTACT.contact());
	}

	private static Door as(EngagementView one, Actor actor) {
		return new Door(one.id(), actor);
	}

	private EngagementView seen(EngagementView one, Actor by) {
		return this.engagements.show(as(one, by));
	}

	private EngagementView record(EngagementView one, Actor by, String state, @Nullable String reason) {
		return this.engagements.record(as(one, by), seen(one, by).version(),
				new RecordStage(state, null, reason, null));
	}

	private List<String> mails(String to) {
		return this.jdbc.sql("SELECT CONCAT(subject, ' ', body) FROM mail_outbox WHERE recipient = ? ORDER BY id")
				.param(to.contains("@") ? to : address(to))
				.query((row, _) -> row.getString(1))
				.list();
	}

	private String lastMail(String to) {
		return mails(to).getLast();
	}

	@Test
	void exchangesContactsWhenBothHaveAgreedAndNotBefore() {
		var need = published("public");
		var one = invited(need.id(), null);
		assertThat(lastMail("professor")).contains("An invitation to help", "陶铝车身", "请您帮助分析",
				"/workspace/engagements/" + one.id());
		var asPerson = seen(one, this.professor);
		assertThat(asPerson.side()).isEqualTo(Side.PERSON);
		assertThat(asPerson.suggested()).isEqualTo(new EngagementContact("professor", address("professor"), null));
		var half = this.engagements.agree(as(one, this.professor), one.version(), PERSON_CONTACT.contact());
		assertThat(half.state()).isEqualTo(EngagementState.WAITING);
		assertThat(half.ownContact()).isEqualTo(PERSON_CONTACT.contact());
		var asOwner = seen(one, this.firm);
		assertThat(asOwner.otherContact()).isNull();
		assertThat(asOwner.waits()).isTrue();
		assertThat(asOwner.toString()).doesNotContain("weidner@uni.example");
		assertThat(lastMail("firm")).contains("对方已同意").doesNotContain("weidner@uni.example");
		assertThatThrownBy(
				() -> this.engagements.agree(as(one, this.firm), one.version(), FIRM_CONTACT.contact()))
				.isInstanceOf(StaleVersion.class);
		var both = this.engagements.agree(as(one, this.firm), asOwner.version(), FIRM_CONTACT.contact());
		assertThat(both.state()).isEqualTo(EngagementState.IN_CONTACT);
		assertThat(both.otherContact()).isEqualTo(PERSON_CONTACT.contact());
		assertThat(seen(one, this.professor).otherContact()).isEqualTo(FIRM_CONTACT.contact());
		assertThat(lastMail("firm")).contains("双方已建立联系", "weidner@uni.example");
		assertThat(lastMail("professor")).contains("You are in contact now", "fang@firm.example", "0551-1");
		assertThat(both.stages()).extracting(EngagementView.EngagementStage::state)
				.containsExactly(EngagementState.IN_CONTACT);
	}

	@Test
	void showsEachReaderOnlyWhatConcernsThem() {
		var need = published("public");
		var one = inContact(need.id());
		this.engagements.say(as(one, this.firm), "内部问题");
		record(one, this.firm, "agreed", null);
		for (var stranger : List.of(this.otherFirm, this.otherExpert, this.wuhu)) {
			assertThatThrownBy(() -> seen(one, stranger)).isInstanceOf(NotFound.class);
			assertThatThrownBy(() -> this.engagements.say(as(one, stranger), "?")).isInstanceOf(NotFound.class);
			assertThatThrownBy(() -> record(one, stranger, "done", null)).isInstanceOf(NotFound.class);
			assertThat(this.engagements.ofDemand(need.id(), stranger).items()).isEmpty();
			assertThat(this.engagements.mine(stranger).asOwner()).isEmpty();
			assertThat(this.engagements.mine(stranger).asPerson()).isEmpty();
		}
		for (var officer : List.of(this.hefei, this.province)) {
			var view = seen(one, officer);
			assertThat(view.side()).isNull();
			assertThat(view.state()).isEqualTo(EngagementState.AGREED);
			assertThat(view.exchangedAt()).isNotNull();
			assertThat(view.words()).isEmpty();
			assertThat(view.may()).isEmpty();
			assertThat(view.toString()).doesNotContain("fang@firm", "weidner@uni", "请您帮助分析", "内部问题");
			assertThat(this.engagements.ofDemand(need.id(), officer).role()).isEqualTo("officer");
			assertThat(this.engagements.ofDemand(need.id(), officer).items()).singleElement()
					.satisfies(line -> assertThat(line.waits()).isFalse());
			assertThatThrownBy(() -> this.engagements.say(as(one, officer), "?")).isInstanceOf(NotAllowed.class);
			assertThatThrownBy(() -> record(one, officer, "done", null)).isInstanceOf(NotAllowed.class);
		}
		assertThat(this.engagements.ofDemand(need.id(), this.firm).items()).hasSize(1);
		assertThat(this.engagements.ofDemand(need.id(), this.professor).items()).hasSize(1);
		assertThat(this.engagements.ofDemand(need.id(), this.professor).obstacle()).isEqualTo("stands");
		assertThat(this.engagements.mine(this.firm).asOwner()).hasSize(1);
	}

	@Test
	void showsAConfidentialNeedInFullOnlyToWhomItsOwnerShowsIt() {
		var need = published("confidential");
		assertThat(this.demands.view(need.id(), this.professor).disclosure()).isEqualTo("outline");
		var one = invited(need.id(), FIRM_CONTACT);
		assertThat(lastMail("professor")).contains("a confidential need").doesNotContain("陶铝车身");
		assertThat(seen(one, this.professor).need()).isNotNull()
				.satisfies(shown -> assertThat(Objects.requireNonNull(shown).title()).isNull());
		assertThatThrownBy(() -> this.engagements.disclose(as(one, this.professor), one.version(), true))
				.isInstanceOf(NotAllowed.class);
		var shown = this.engagements.disclose(as(one, this.firm), one.version(), true);
		assertThat(this.demands.view(need.id(), this.professor).title()).isEqualTo("陶铝车身结构件铸造热裂");
		assertThat(this.demands.cards(List.of(need.id()), this.professor)).singleElement()
				.satisfies(card -> assertThat(card.disclosure()).isEqualTo("full"));
		assertThat(this.demands.open(List.of(need.id()), this.professor)).singleElement()
				.satisfies(open -> assertThat(open.content().title()).isNotEmpty());
		assertThat(this.demands.view(need.id(), this.otherExpert).disclosure()).isEqualTo("outline");
		assertThat(lastMail("professor")).contains("full text", "陶铝车身");
		var hidden = this.engagements.disclose(as(one, this.firm), shown.version(), false);
		assertThat(this.demands.view(need.id(), this.professor).disclosure()).isEqualTo("outline");
		var again = this.engagements.disclose(as(one, this.firm), hidden.version(), true);
		this.engagements.decline(as(one, this.professor), again.version(), "not-my-field", null);
		assertThat(this.demands.view(need.id(), this.professor).disclosure()).isEqualTo("outline");
		assertThat(seen(one, this.professor).need()).isNotNull()
				.satisfies(after -> assertThat(Objects.requireNonNull(after).title()).isNull());
	}

	@Test
	void showsWhoeverOffersNothingMoreThanBefore() {
		var need = published("confidential");
		var one = offered(need.id());
		assertThat(this.demands.view(need.id(), this.professor).disclosure()).isEqualTo("outline");
		var yes = this.engagements.agree(as(one, this.firm), one.version(), FIRM_CONTACT.contact());
		assertThat(yes.state()).isEqualTo(EngagementState.WAITING);
		this.engagements.withdraw(as(one, this.professor), yes.version(), "Sorry");
		assertThat(lastMail("firm")).contains("已撤回", "Sorry");
		assertThatThrownBy(() -> this.engagements.disclose(as(one, this.firm), seen(one, this.firm).version(), true))
				.isInstanceOf(InvalidState.class);
	}

	@Test
	void takesInvitationsOnlyFromOwnersForPeopleWhomTheySeeAndNeedsThatAreOpen() {
		var need = published("public");
		var ask = new InvitePerson(need.id(), this.person, "请", null, null);
		assertThatThrownBy(() -> this.engagements.invite(ask, this.otherFirm)).isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> this.engagements.invite(ask, this.hefei)).isInstanceOf(NotAllowed.class);
		var hidden = person("Hidden One", null, null, "private");
		problem("/expertId", "engagement-person-unknown", () -> this.engagements
				.invite(new InvitePerson(need.id(), hidden, "请", null, null), this.firm));
		this.jdbc.sql("UPDATE expert SET availability_status = 'none' WHERE id = ?").param(this.other).update();
		problem("/expertId", "engagement-person-unavailable", () -> this.engagements
				.invite(new InvitePerson(need.id(), this.other, "请", null, null), this.firm));
		this.clock.advance(Duration.ofDays(50));
		conflict("engagement-need-not-open", () -> this.engagements.invite(ask, this.firm));
		conflict("engagement-need-not-open", () -> offered(need.id()));
	}

	@Test
	void takesOffersOnlyFromPeopleWithAProfileThatFirmsCanSee() {
		var need = published("public");
		var newcomer = actor("newcomer", Locale.ENGLISH, Role.EXPERT, null);
		var offer = new OfferHelp(need.id(), "Me", null);
		assertThatThrownBy(() -> this.engagements.offer(offer, newcomer)).isInstanceOf(NotAllowed.class);
		assertThat(this.engagements.ofDemand(need.id(), newcomer).obstacle()).isEqualTo("no-profile");
		this.jdbc.sql("UPDATE expert_group SET visibility = 'private' WHERE expert_id = ?")
				.param(this.person)
				.update();
		assertThatThrownBy(() -> offered(need.id())).isInstanceOf(NotAllowed.class);
		assertThat(this.engagements.ofDemand(need.id(), this.professor).obstacle()).isEqualTo("hidden");
		this.jdbc.sql("UPDATE expert SET state = 'withdrawn' WHERE id = ?").param(this.person).update();
		assertThat(this.engagements.ofDemand(need.id(), this.professor).obstacle()).isEqualTo("not-published");
		assertThatThrownBy(() -> offered(need.id())).isInstanceOf(NotAllowed.class);
	}

	@Test
	void isOneForANeedAndAPersonAndAsksNobodyAgainWhoSaidNo() {
		var need = published("public");
		var one = invited(need.id(), FIRM_CONTACT);
		conflict("engagement-exists", () -> invited(need.id(), null));
		var joined = this.engagements.offer(new OfferHelp(need.id(), "I was about to ask", PERSON_CONTACT),
				this.professor);
		assertThat(joined.id()).isEqualTo(one.id());
		assertThat(joined.state()).isEqualTo(EngagementState.IN_CONTACT);
		assertThat(joined.words()).extracting(EngagementView.EngagementWord::words)
				.containsExactly("I was about to ask");
		var failed = record(joined, this.professor, "failed", "time");
		assertThat(failed.state()).isEqualTo(EngagementState.FAILED);
		var anew = invited(need.id(), null);
		assertThat(anew.id()).isNotEqualTo(one.id());
		conflict("engagement-exists", () -> record(joined, this.professor, "in-contact", null));
		this.engagements.decline(as(anew, this.professor), anew.version(), "too-busy", "In autumn again");
		assertThat(lastMail("firm")).contains("近期没有时间", "In autumn again");
		conflict("engagement-refused-person", () -> invited(need.id(), null));
		// Whoever said no may come back.
		var offer = offered(need.id());
		var no = this.engagements.decline(as(offer, this.firm), offer.version(), "found-another", null);
		assertThat(no.reason()).isEqualTo("found-another");
		assertThat(lastMail("professor")).contains("somebody else was found");
		conflict("engagement-refused-owner", () -> offered(need.id()));
	}

	@Test
	void asksForAReasonFromTheList() {
		var need = published("public");
		var one = invited(need.id(), FIRM_CONTACT);
		problem("/reason", "unknown-code", () -> this.engagements.decline(as(one, this.professor), one.version(),
				"found-another", null));
		problem("/note", "required",
				() -> this.engagements.decline(as(one, this.professor), one.version(), "other", null));
		var both = this.engagements.agree(as(one, this.professor), one.version(), PERSON_CONTACT.contact());
		problem("/reason", "required", () -> record(both, this.firm, "failed", null));
		problem("/reason", "not-wanted", () -> record(both, this.firm, "done", "time"));
		problem("/state", "unknown-code", () -> record(both, this.firm, "waiting", null));
		problem("/on", "past", () -> this.engagements.record(as(both, this.firm), both.version(),
				new RecordStage("agreed", today().plusDays(1), null, null)));
		problem("/on", "engagement-before-contact", () -> this.engagements.record(as(both, this.firm), both.version(),
				new RecordStage("agreed", today().minusDays(1), null, null)));
	}

	@Test
	void recordsStagesAndKeepsWhatWasPutRight() {
		var need = published("public");
		var one = inContact(need.id());
		record(one, this.firm, "agreed", null);
		assertThat(lastMail("professor")).contains("agreed");
		this.clock.advance(Duration.ofDays(3));
		record(one, this.professor, "contract", null);
		record(one, this.firm, "done", null);
		assertThatThrownBy(() -> record(one, this.firm, "done", null)).isInstanceOf(InvalidState.class);
		var back = record(one, this.firm, "contract", null);
		assertThat(back.stages()).extracting(EngagementView.EngagementStage::state)
				.containsExactly(EngagementState.IN_CONTACT, EngagementState.AGREED, EngagementState.CONTRACT,
						EngagementState.DONE, EngagementState.CONTRACT);
		assertThat(back.stages().getLast().correction()).isTrue();
		assertThat(back.stages().get(3).correction()).isFalse();
		var done = record(one, this.firm, "done", null);
		assertThat(done.waits()).as("feedback is asked for").isTrue();
		assertThat(mails("professor").getLast()).contains("done", "how it was");
		var given = this.engagements.feedback(as(one, this.firm), new GiveFeedback(5, 4, 3, "很好"));
		assertThat(given.waits()).isFalse();
		conflict("engagement-feedback-given",
				() -> this.engagements.feedback(as(one, this.firm), new GiveFeedback(1, 1, 1, null)));
		assertThat(seen(one, this.professor).feedback().other()).isNull();
		assertThat(seen(one, this.professor).feedback().otherGiven()).isTrue();
		this.clock.advance(Duration.ofDays(14));
		assertThat(seen(one, this.professor).feedback().other()).isNotNull();
		var both = this.engagements.feedback(as(one, this.professor), new GiveFeedback(4, 4, 4, null));
		assertThat(both.feedback().own()).isNotNull();
		assertThat(seen(one, this.hefei).feedback()).isEqualTo(EngagementView.EngagementFeedback.NONE);
	}

	@Test
	void tellsEverybodyWhoIsStillOpenHowANeedEnded() {
		var need = published("public");
		var one = invited(need.id(), FIRM_CONTACT);
		var offer = this.engagements.offer(new OfferHelp(need.id(), "Me too", null), this.otherExpert);
		var agreed = this.engagements.agree(as(one, this.professor), one.version(), PERSON_CONTACT.contact());
		record(agreed, this.firm, "agreed", null);
		this.demands.close(need.id(), this.firm, Outcome.SOLVED, "已与一位教授合作");
		assertThat(lastMail("otherexpert")).contains("has been closed", "solved with somebody found here", "已与一位教授合作");
		assertThat(lastMail("professor")).contains("has been closed", "not affected");
		var ended = seen(offer, this.otherExpert);
		assertThat(ended.state()).isEqualTo(EngagementState.ENDED);
		assertThat(ended.reason()).isEqualTo("need-closed");
		assertThat(ended.need()).as("a closed need is seen by guests only").isNull();
		assertThat(seen(one, this.professor).state()).isEqualTo(EngagementState.AGREED);
		assertThat(seen(one, this.professor).needTitle()).isEqualTo("陶铝车身结构件铸造热裂");
		assertThat(record(one, this.professor, "done", null).state()).isEqualTo(EngagementState.DONE);
	}

	@Test
	void asksOnceWhatIsToBecomeOfANeedWhoseDeadlineHasPassed() {
		var need = published("public");
		this.demands.askAboutDeadlines();
		assertThat(this.engagements.waiting(this.firm).expired()).isZero();
		this.clock.advance(Duration.ofDays(41));
		this.demands.askAboutDeadlines();
		this.demands.askAboutDeadlines();
		assertThat(mails("firm").stream().filter(mail -> mail.contains("已到截止日期"))).hasSize(1);
		assertThat(this.engagements.waiting(this.firm).expired()).isEqualTo(1);
		var expired = this.demands.view(need.id(), this.firm);
		assertThat(expired.may()).contains("renew");
		assertThat(this.demands.view(need.id(), this.hefei).may()).doesNotContain("renew");
		problem("/deadline", "future",
				() -> this.demands.renew(need.id(), expired.version(), this.firm, today().minusDays(1)));
		problem("/deadline", "demand-deadline-far",
				() -> this.demands.renew(need.id(), expired.version(), this.firm, today().plusYears(9)));
		assertThatThrownBy(() -> this.demands.renew(need.id(), expired.version(), this.hefei, today().plusDays(9)))
				.isInstanceOf(NotAllowed.class);
		var renewed = this.demands.renew(need.id(), expired.version(), this.firm, today().plusDays(9));
		assertThat(renewed.state()).isEqualTo(expired.state());
		assertThat(renewed.expired()).isFalse();
		assertThat(renewed.publishedAt()).isEqualTo(expired.publishedAt());
		assertThatThrownBy(
				() -> this.demands.renew(need.id(), expired.version(), this.firm, today().plusDays(10)))
				.isInstanceOf(StaleVersion.class);
		this.clock.advance(Duration.ofDays(10));
		this.demands.askAboutDeadlines();
		assertThat(mails("firm").stream().filter(mail -> mail.contains("已到截止日期"))).hasSize(2);
	}

	@Test
	void opensItselfToAPersonWithoutAnAccountByTheLinkOfALetter() {
		var guest = person("Gast Professor", null, "de", "public");
		var need = published("registered");
		var one = this.engagements.invite(new InvitePerson(need.id(), guest, "请", FIRM_CONTACT, null), this.firm);
		var mail = lastMail("gast.professor@people.example");
		assertThat(mail).contains("An invitation to help", "/engagements/");
		var token = mail.replaceAll("(?s).*/engagements/([\\w-]{43}).*", "$1");
		var door = this.engagements.opened(token);
		assertThatThrownBy(() -> this.engagements.opened("outworn")).isInstanceOf(NotFound.class);
		var letter = this.engagements.show(door);
		assertThat(letter.side()).isEqualTo(Side.PERSON);
		assertThat(letter.needTitle()).isEqualTo("陶铝车身结构件铸造热裂");
		assertThat(letter.suggested())
				.isEqualTo(new EngagementContact("Gast Professor", "gast.professor@people.example", null));
		this.engagements.say(door, "Where would it be?");
		assertThat(lastMail("firm")).contains("Where would it be?");
		var yes = this.engagements.agree(door, this.engagements.show(door).version(), PERSON_CONTACT.contact());
		assertThat(yes.otherContact()).isEqualTo(FIRM_CONTACT.contact());
		assertThat(seen(one, this.firm).otherContact()).isEqualTo(PERSON_CONTACT.contact());
	}

	@Test
	void letsOwnersSeeMoreOfWhoeverWantsToHelpAndOfNobodyElse() {
		var need = published("public");
		assertThat(this.guests.matchedWith(this.firm, List.of(this.person))).isEmpty();
		var one = invited(need.id(), null);
		assertThat(this.guests.matchedWith(this.firm, List.of(this.person))).isEmpty();
		this.engagements.agree(as(one, this.professor), one.version(), PERSON_CONTACT.contact());
		assertThat(this.guests.matchedWith(this.firm, List.of(this.person, this.other)))
				.containsExactly(this.person);
		assertThat(this.guests.matchedWith(this.otherFirm, List.of(this.person))).isEmpty();
		this.engagements.withdraw(as(one, this.professor), seen(one, this.professor).version(), null);
		assertThat(this.guests.matchedWith(this.firm, List.of(this.person))).isEmpty();
	}

	@Test
	void endsWhenThePersonLeavesAndForgetsTheirWords() {
		var need = published("public");
		var one = inContact(need.id());
		this.engagements.say(as(one, this.professor), "My secret words");
		assertThat(this.follower.export(this.professor.accountId()).toString()).contains("My secret words",
				"weidner@uni.example").doesNotContain("fang@firm.example");
		this.follower.erase(this.professor.accountId());
		var left = this.table.find(one.id()).orElseThrow();
		assertThat(left.state()).isEqualTo(EngagementState.ENDED);
		assertThat(left.person().contact()).isNull();
		assertThat(left.toString()).doesNotContain("weidner@uni.example");
		assertThat(this.table.words(one.id())).isEmpty();
		assertThat(lastMail("firm")).contains("已离开平台");
		var told = mails("firm").size();
		this.follower.forget(new ExpertErased(this.person));
		assertThat(mails("firm")).as("told once").hasSize(told);
		assertThat(seen(one, this.firm).otherContact()).isNull();
	}

	@Test
	void forgetsTheContactOfAnOwnerWhoLeaves() {
		var need = published("public");
		var one = inContact(need.id());
		this.engagements.say(as(one, this.firm), "请问何时方便");
		this.follower.erase(this.firm.accountId());
		var left = this.table.find(one.id()).orElseThrow();
		assertThat(left.owner().contact()).isNull();
		assertThat(left.owner().given()).isTrue();
		assertThat(left.byAccount()).isNull();
		assertThat(this.table.words(one.id())).singleElement()
				.satisfies(word -> assertThat(word.account()).isNull());
	}

	/** A city's officer posted it for nobody but the city, so nobody answers for it any more. */
	@Test
	void tellsEverybodyWhenANeedClosesBecauseItsOwnerLeft() {
		var form = new SaveDemand("technical-problem", "城市需求", "薄壁结构件局部热裂，希望找到懂凝固与铸造的专家帮助分析。", "zh", null, "hefei",
				List.of("new-materials"), List.of(new SaveDemand.SoughtDomain("casting", null, false, 3)), List.of(),
				List.of(), List.of(), null, null, "public");
		var draft = this.demands.post(this.hefei, form);
		this.demands.submit(draft.id(), this.hefei);
		this.demands.publish(draft.id(), this.province, null);
		var one = this.engagements.invite(new InvitePerson(draft.id(), this.person, "请", FIRM_CONTACT, null),
				this.hefei);
		this.holders.forEach(holder -> {
			if (Set.of("engagements", "demands").contains(holder.section())) {
				holder.erase(this.hefei.accountId());
			}
		});
		assertThat(this.table.find(one.id()).orElseThrow()).satisfies(ended -> {
			assertThat(ended.state()).isEqualTo(EngagementState.ENDED);
			assertThat(ended.owner().contact()).isNull();
		});
		assertThat(lastMail("professor")).contains("has been closed", "no longer needed");
	}

	@Test
	void asksNotEverybodyAtOnce() {
		var need = published("public");
		for (var number = 0; number < 30; number++) {
			var somebody = person("Somebody " + (char) ('A' + number % 26) + number, null, "en", "public");
			this.table
					.insert(Engagement.begun(need.id(), somebody, false, Side.OWNER, this.firm.accountId(), "请", false,
							null, this.clock.instant()));
		}
		conflict("engagement-too-many", () -> invited(need.id(), null));
		assertThat(offered(need.id()).state()).as("a person may still offer").isEqualTo(EngagementState.WAITING);
	}

	@Test
	void followsProfilesThatBecomeOne() {
		var need = published("public");
		var further = inContact(need.id());
		var lesser = this.engagements.offer(new OfferHelp(need.id(), "Me", null), this.otherExpert);
		var elsewhere = published("public");
		var alone = this.engagements.offer(new OfferHelp(elsewhere.id(), "Me", null), this.otherExpert);
		this.follower.follow(new ExpertsMerged(this.other, this.person));
		assertThat(this.table.find(further.id()).orElseThrow().state()).isEqualTo(EngagementState.IN_CONTACT);
		assertThat(this.table.find(lesser.id()).orElseThrow()).satisfies(one -> {
			assertThat(one.state()).isEqualTo(EngagementState.ENDED);
			assertThat(one.reason()).isEqualTo(Reason.SAME_PERSON);
			assertThat(one.expertId()).isEqualTo(this.person);
		});
		assertThat(this.table.find(alone.id()).orElseThrow().expertId()).isEqualTo(this.person);
		// The other way about, the one that has come further is the one that moves.
		this.jdbc
				.sql("UPDATE engagement SET expert_id = ?, state = 'WAITING', standing = 1, reason = NULL WHERE id = ?")
				.params(this.other, lesser.id())
				.update();
		this.follower.follow(new ExpertsMerged(this.person, this.other));
		assertThat(this.table.find(further.id()).orElseThrow().state()).isEqualTo(EngagementState.IN_CONTACT);
		assertThat(this.table.find(lesser.id()).orElseThrow().state()).isEqualTo(EngagementState.ENDED);
	}

	@Test
	void letsOfficersSayWhatIsToBecomeOfNeeds() {
		var need = published("public");
		assertThat(this.engagements.waiting(this.hefei).untriaged()).isEqualTo(1);
		assertThat(this.triage.page(this.wuhu, 1, 10).items()).isEmpty();
		assertThat(this.triage.page(this.hefei, 1, 10).items()).singleElement()
				.satisfies(line -> assertThat(line.triage()).isNull());
		assertThatThrownBy(() -> this.triage.decide(need.id(), 0, Verdict.READY, null, this.wuhu))
				.isInstanceOf(NotAllowed.class);
		problem("/remarks", "required",
				() -> this.triage.decide(need.id(), 0, Verdict.REFINE, null, this.hefei));
		var first = this.triage.decide(need.id(), 0, Verdict.REFINE, "请说明合金成分", this.hefei);
		assertThat(lastMail("firm")).contains("需要细化", "请说明合金成分");
		assertThat(this.engagements.ofDemand(need.id(), this.firm).triage()).isEqualTo(first);
		assertThat(this.engagements.ofDemand(need.id(), this.professor).triage()).isNull();
		assertThat(this.engagements.ofDemand(need.id(), this.otherFirm).triage()).isNull();
		assertThatThrownBy(() -> this.triage.decide(need.id(), 0, Verdict.READY, null, this.province))
				.isInstanceOf(StaleVersion.class);
		assertThat(this.triage.decide(need.id(), first.version(), Verdict.LONG_TERM, null, this.province).version())
				.isEqualTo(2);
		assertThat(this.engagements.waiting(this.hefei).untriaged()).isZero();
		this.demands.close(need.id(), this.firm, Outcome.WITHDRAWN, null);
		assertThatThrownBy(() -> this.triage.decide(need.id(), 2, Verdict.READY, null, this.province))
				.isInstanceOf(InvalidState.class);
	}

	@Test
	void countsToTheLastRow() {
		var answeredByInvitation = published("public");
		var answeredByOffer = published("public");
		var confidential = published("confidential");
		published("public");
		this.clock.advance(Duration.ofDays(2));
		var one = inContact(answeredByInvitation.id());
		this.clock.advance(Duration.ofDays(6));
		offered(answeredByOffer.id());
		var secret = inContact(confidential.id());
		record(one, this.firm, "agreed", null);
		record(secret, this.firm, "done", null);
		var page = this.figures.of(this.hefei, 5);
		assertThat(page.items()).singleElement().satisfies(city -> {
			assertThat(city.city()).isEqualTo("hefei");
			assertThat(city.needs()).isEqualTo(plain("demand", "state = 'PUBLISHED' AND city = 'hefei'")).isEqualTo(4);
			assertThat(city.answered()).isEqualTo(3);
			assertThat(city.inTime()).isEqualTo(1);
			assertThat(city.medianDays()).isEqualTo(8.0);
			assertThat(city.waiting()).isEqualTo(plain("engagement", "state = 'WAITING'")).isEqualTo(1);
			assertThat(city.agreed()).isEqualTo(plain("engagement", "state = 'AGREED'")).isEqualTo(1);
			assertThat(city.done()).isEqualTo(plain("engagement", "state = 'DONE'")).isEqualTo(1);
			assertThat(city.failed()).isZero();
			assertThat(city.satisfaction()).isNull();
		});
		assertThat(page.sum().needs()).isEqualTo(4);
		assertThat(this.figures.of(this.wuhu, 5).items()).isEmpty();
		assertThat(this.figures.of(this.province, 5).sum().needs()).isEqualTo(4);
		assertThatThrownBy(() -> this.figures
				.of(new Actor(this.hefei.accountId(), "", Set.of(Role.CITY_OFFICER), null, null), 5))
				.isInstanceOf(NotAllowed.class);

		// The picture: both by city, and only what is not confidential by country.
		assertThat(this.engagements.byIndustryAndCity(null)).containsExactly(new Tally("new-materials", "hefei", 2));
		assertThat(this.engagements.byIndustryAndCity("DE")).containsExactly(new Tally("new-materials", "hefei", 1));
		assertThat(this.engagements.byIndustryAndCountry(null)).containsExactly(new Tally("new-materials", "DE", 1));
		assertThat(this.engagements.byIndustryAndCountry("wuhu")).isEmpty();
		assertThat(this.engagements.outcomes("new-materials", "hefei", null, 1, 1, this.hefei)).satisfies(list -> {
			assertThat(list.total()).isEqualTo(2);
			assertThat(list.items()).hasSize(1);
		});
		assertThat(this.engagements.outcomes("new-materials", null, "DE", 1, 10, this.wuhu).items()).hasSize(1);
		assertThat(this.engagements.outcomes("ai", null, null, 1, 10, this.wuhu).total()).isZero();
		// Nobody learns there with whom, and not more of a confidential need than on the board.
		assertThat(this.engagements.outcomes("new-materials", "hefei", null, 1, 10, this.wuhu).items())
				.filteredOn(line -> line.need() != null && line.need().id() == confidential.id())
				.singleElement()
				.satisfies(line -> assertThat(Objects.requireNonNull(line.need()).title()).isNull());
	}

	@Test
	void tellsMarksOnlyWhereEnoughPeopleGaveThem() {
		for (var round = 0; round < 2; round++) {
			done(inContact(published("public").id()), this.professor, 5, 2);
		}
		assertThat(this.figures.of(this.hefei, 30).sum()).as("four marks of two").satisfies(sum -> {
			assertThat(sum.feedback()).isNull();
			assertThat(sum.satisfaction()).isNull();
		});
		done(offeredByOther(published("public").id()), this.otherExpert, 5, 1);
		assertThat(this.figures.of(this.hefei, 30).sum()).satisfies(sum -> {
			assertThat(sum.feedback()).isEqualTo(6);
			assertThat(sum.satisfaction()).isEqualTo(3.3);
		});
		// Few marks of another city can not be found in what all have together.
		var elsewhere = published("public");
		this.jdbc.sql("UPDATE demand SET city = 'wuhu' WHERE id = ?").param(elsewhere.id()).update();
		done(inContact(elsewhere.id()), this.professor, 1, 1);
		assertThat(this.figures.of(this.province, 30)).satisfies(page -> {
			assertThat(page.items()).filteredOn(city -> "wuhu".equals(city.city())).singleElement().satisfies(city -> {
				assertThat(city.done()).isEqualTo(1);
				assertThat(city.feedback()).isNull();
				assertThat(city.satisfaction()).isNull();
			});
			assertThat(page.sum().done()).isEqualTo(4);
			assertThat(page.sum().feedback()).isEqualTo(6);
			assertThat(page.sum().satisfaction()).isEqualTo(3.3);
		});
	}

	private EngagementView offeredByOther(long need) {
		var one = this.engagements.offer(new OfferHelp(need, "Me", PERSON_CONTACT), this.otherExpert);
		return this.engagements.agree(as(one, this.firm), one.version(), FIRM_CONTACT.contact());
	}

	private void done(EngagementView one, Actor expert, int owners, int persons) {
		record(one, this.firm, "done", null);
		this.engagements.feedback(as(one, this.firm), new GiveFeedback(owners, owners, owners, null));
		this.engagements.feedback(as(one, expert), new GiveFeedback(persons, persons, persons, null));
	}

	@Test
	void asksAnewWhenTheOwnerWhoAgreedHasLeft() {
		var one = invited(published("public").id(), FIRM_CONTACT);
		this.follower.erase(this.firm.accountId());
		assertThat(this.table.find(one.id()).orElseThrow().owner()).isEqualTo(Engagement.Consent.NONE);
		var yes = this.engagements.agree(as(one, this.professor), seen(one, this.professor).version(),
				PERSON_CONTACT.contact());
		assertThat(yes.state()).isEqualTo(EngagementState.WAITING);
		assertThat(mails("firm")).noneMatch(mail -> mail.contains("weidner@uni.example"));
		var both = this.engagements.agree(as(one, this.firm), yes.version(), FIRM_CONTACT.contact());
		assertThat(both.otherContact()).isEqualTo(PERSON_CONTACT.contact());
	}

	@Test
	void asksAnewWhenWhoeverAgreedHasLeftTheFirm() {
		var one = invited(published("public").id(), FIRM_CONTACT);
		var known = inContact(published("public").id());
		var firm = Objects.requireNonNull(this.firm.organisationId());
		this.follower.follow(new MemberLeft(firm + 1, this.firm.accountId()));
		assertThat(this.table.find(one.id()).orElseThrow().owner().given()).isTrue();
		this.follower.follow(new MemberLeft(firm, this.firm.accountId()));
		assertThat(this.table.find(one.id()).orElseThrow().owner()).isEqualTo(Engagement.Consent.NONE);
		assertThat(this.table.find(known.id()).orElseThrow().owner().contact()).isEqualTo(FIRM_CONTACT.contact());
	}

	@Test
	void keepsNoWordsInNoticesAndTakesBackWhatWasToldOfPeopleWhoLeft() {
		var guest = person("Gast Professor", null, "de", "public");
		var need = published("public");
		var one = inContact(need.id());
		this.engagements.say(as(one, this.professor), "My secret words");
		var asked = this.engagements.invite(new InvitePerson(need.id(), guest, "请", FIRM_CONTACT, null), this.firm);
		var letter = this.engagements.opened(token("gast.professor@people.example"));
		this.engagements.agree(letter, asked.version(), PERSON_CONTACT.contact());
		assertThat(lastMail("gast.professor@people.example")).contains("fang@firm.example");
		assertThat(notices(one, this.firm)).hasSizeGreaterThan(1).allMatch(notice -> !notice.contains("secret")
				&& !notice.contains("weidner"));
		assertThat(mails("firm")).anyMatch(mail -> mail.contains("My secret words"));
		this.follower.erase(this.professor.accountId());
		this.follower.forget(new ExpertErased(this.person));
		assertThat(notices(one, this.firm)).singleElement().satisfies(left -> assertThat(left).contains("已离开平台"));
		assertThat(mails("firm")).noneMatch(mail -> mail.contains("My secret words"));
		assertThat(notices(asked, this.firm)).isNotEmpty();
		this.follower.erase(this.firm.accountId());
		assertThat(mails("gast.professor@people.example")).noneMatch(mail -> mail.contains("fang@firm.example"));
		assertThat(notices(asked, this.firm)).isEmpty();
	}

	private List<String> notices(EngagementView one, Actor reader) {
		return this.jdbc
				.sql("SELECT CONCAT(title, ' ', body) FROM notice WHERE link = ? AND account_id = ? ORDER BY id")
				.params("/workspace/engagements/" + one.id(), reader.accountId())
				.query((row, _) -> row.getString(1))
				.list();
	}

	private String token(String to) {
		return lastMail(to).replaceAll("(?s).*/engagements/([\\w-]{43}).*", "$1");
	}

	@Test
	void showsTheFullTextToWhoeverOfferedThemselvesIfTheirInvitationDoes() {
		var need = published("confidential");
		offered(need.id());
		var joined = this.engagements.invite(new InvitePerson(need.id(), this.person, "请", null, true), this.firm);
		assertThat(joined.fullText()).isTrue();
		assertThat(this.demands.view(need.id(), this.professor).title()).isEqualTo("陶铝车身结构件铸造热裂");
	}

	@Test
	void opensByALetterOnlyToWhomItWentAndForATime() {
		var address = "gast.professor@people.example";
		var guest = person("Gast Professor", null, "de", "public");
		var need = published("public");
		var one = this.engagements.invite(new InvitePerson(need.id(), guest, "请", FIRM_CONTACT, null), this.firm);
		var token = token(address);
		this.jdbc.sql("UPDATE expert SET contact_email = 'new@people.example' WHERE id = ?").param(guest).update();
		assertThatThrownBy(() -> this.engagements.opened(token)).isInstanceOf(NotFound.class);
		this.jdbc.sql("UPDATE expert SET contact_email = ? WHERE id = ?").params(address, guest).update();
		var door = this.engagements.opened(token);
		var account = actor("guest", Locale.ENGLISH, Role.EXPERT, null).accountId();
		this.jdbc.sql("UPDATE expert SET account_id = ? WHERE id = ?").params(account, guest).update();
		assertThatThrownBy(() -> this.engagements.opened(token)).isInstanceOf(NotFound.class);
		this.jdbc.sql("UPDATE expert SET account_id = NULL WHERE id = ?").param(guest).update();
		this.engagements.decline(door, one.version(), "too-busy", null);
		this.clock.advance(Duration.ofDays(89));
		assertThat(this.engagements.opened(token)).isEqualTo(door);
		this.clock.advance(Duration.ofDays(2));
		assertThatThrownBy(() -> this.engagements.opened(token)).isInstanceOf(NotFound.class);
	}

	@Test
	void opensByNoLetterOnceProfilesBecameOne() {
		var guest = person("Gast Professor", null, "de", "public");
		var stays = person("Gast Stays", null, "de", "public");
		this.jdbc.sql("UPDATE expert SET contact_email = 'gast.professor@people.example' WHERE id = ?")
				.param(stays)
				.update();
		this.engagements.invite(new InvitePerson(published("public").id(), guest, "请", null, null), this.firm);
		var token = token("gast.professor@people.example");
		assertThat(this.engagements.opened(token)).isNotNull();
		this.follower.follow(new ExpertsMerged(guest, stays));
		assertThatThrownBy(() -> this.engagements.opened(token)).isInstanceOf(NotFound.class);
	}

	@Test
	void countsWhatWaitsForEachSide() {
		var need = published("public");
		var one = invited(need.id(), FIRM_CONTACT);
		assertThat(this.engagements.waiting(this.professor).asPerson()).isEqualTo(1);
		assertThat(this.engagements.waiting(this.firm).asOwner()).isZero();
		this.engagements.say(as(one, this.professor), "?");
		assertThat(this.engagements.waiting(this.firm).asOwner()).isEqualTo(1);
		assertThat(this.engagements.waiting(this.otherFirm).asOwner()).isZero();
		this.engagements.agree(as(one, this.professor), seen(one, this.professor).version(),
				PERSON_CONTACT.contact());
		assertThat(this.engagements.waiting(this.professor).asPerson()).isZero();
	}

	private long plain(String table, String which) {
		return this.jdbc.sql("SELECT id FROM " + table + " WHERE " + which).query(Long.class).list().size();
	}

	private static void problem(String pointer, String code, Runnable step) {
		assertThatThrownBy(step::run).isInstanceOfSatisfying(InvalidInput.class, wrong -> assertThat(wrong.errors())
				.extracting(ProblemException.FieldError::pointer, ProblemException.FieldError::code)
				.containsExactly(org.assertj.core.groups.Tuple.tuple(pointer, code)));
	}

	private static void conflict(String slug, Runnable step) {
		assertThatThrownBy(step::run).isInstanceOfSatisfying(ProblemException.class,
				problem -> assertThat(problem.slug()).isEqualTo(slug));
	}

	/** Moments are those of the clock that was given. */
	@Test
	void takesTimeFromTheClock() {
		var before = this.clock.instant();
		var one = invited(published("public").id(), null);
		assertThat(one.createdAt()).isEqualTo(Moments.exact(before)).isBefore(Instant.MAX);
	}

}
