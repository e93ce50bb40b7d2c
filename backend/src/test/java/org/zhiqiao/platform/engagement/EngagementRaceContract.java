package org.zhiqiao.platform.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.platform.demand.Outcome;
import org.zhiqiao.platform.demand.SaveDemand;
import org.zhiqiao.platform.engagement.EngagementInput.InvitePerson;
import org.zhiqiao.platform.engagement.EngagementInput.NameContact;
import org.zhiqiao.platform.engagement.EngagementInput.OfferHelp;
import org.zhiqiao.platform.engagement.EngagementInput.RecordStage;
import org.zhiqiao.platform.engagement.TriageView.Verdict;
import org.zhiqiao.platform.problem.ProblemException;
import org.zhiqiao.platform.problem.StaleVersion;

/** What happens when both sides act at the same moment. Nothing here is rolled back. */
@SpringBootTest(properties = "zhiqiao.search.vectors=false")
abstract class EngagementRaceContract {

	private static final NameContact CONTACT = new NameContact("Somebody", "somebody@example.org", null);

	@Autowired
	private Engagements engagements;

	@Autowired
	private EngagementTable table;

	@Autowired
	private Triage triage;

	@Autowired
	private Demands demands;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient jdbc;

	private Actor owner = new Actor(0, "", Set.of(), null, null);

	private Actor reviewer = this.owner;

	private Actor professor = this.owner;

	private long person;

	private long need;

	@BeforeEach
	void people() {
		this.owner = actor("owner", Role.PROVINCIAL_OFFICER);
		this.reviewer = actor("reviewer", Role.PROVINCIAL_OFFICER);
		this.professor = actor("professor", Role.EXPERT);
		this.jdbc.sql("""
				INSERT INTO expert (version, state, sample, account_id, name_latin, created_at, updated_at,
					verification_status)
				VALUES (1, 'published', TRUE, ?, 'Professor', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 'unverified')""")
				.param(this.professor.accountId())
				.update();
		this.person = Objects.requireNonNull(this.jdbc.sql("SELECT MAX(id) FROM expert").query(Long.class).single());
		this.jdbc.sql("""
				INSERT INTO expert_group (expert_id, field_group, source, visibility)
				VALUES (?, 'basics', 'self', 'public')""").param(this.person).update();
		var draft = this.demands.post(this.owner,
				new SaveDemand("technical-problem", "热裂", "薄壁结构件局部热裂，希望找到懂凝固与铸造的专家帮助分析。",
						"zh", null, "hefei", List.of("new-materials"),
						List.of(new SaveDemand.SoughtDomain("casting", null, false, 3)), List.of(), List.of(),
						List.of(), null,
						LocalDate.of(2099, 1, 31), "public"));
		this.demands.submit(draft.id(), this.owner);
		this.need = this.demands.publish(draft.id(), this.reviewer, null).id();
	}

	private Actor actor(String name, Role role) {
		var address = name + Instant.now().toEpochMilli() + "-" + System.nanoTime() + "@example.org";
		var made = this.accounts.createSample(new Accounts.NewPerson(address, "a long enough password", name,
				Locale.ENGLISH, EnumSet.of(role), null));
		return new Actor(made.accountId(), name, Set.of(role), null, null);
	}

	@RepeatedTest(4)
	void makesOneOfAnInvitationAndAnOfferAtTheSameMoment() throws Exception {
		var views = together(
				() -> this.engagements.invite(new InvitePerson(this.need, this.person, "Please", CONTACT, null),
						this.owner),
				() -> this.engagements.offer(new OfferHelp(this.need, "Gladly", CONTACT), this.professor));
		assertThat(views).extracting(EngagementView::id).hasSize(2).containsOnly(views.getFirst().id());
		assertThat(this.table.ofDemand(this.need)).singleElement()
				.satisfies(one -> assertThat(one.state()).isEqualTo(EngagementState.IN_CONTACT));
	}

	@RepeatedTest(4)
	void exchangesOnceWhenBothAcceptAtTheSameMoment() throws Exception {
		var one = this.engagements.invite(new InvitePerson(this.need, this.person, "Please", null, null), this.owner);
		together(() -> agree(one, this.owner), () -> agree(one, this.professor));
		var after = this.table.find(one.id()).orElseThrow();
		assertThat(after.state()).isEqualTo(EngagementState.IN_CONTACT);
		assertThat(after.exchangedAt()).isNotNull();
		assertThat(this.table.stages(one.id())).hasSize(1);
	}

	/** As a page does it: whoever was overtaken reads again and agrees to what there is now. */
	private EngagementView agree(EngagementView one, Actor actor) {
		var door = new Door(one.id(), actor);
		try {
			return this.engagements.agree(door, one.version(), CONTACT.contact());
		} catch (StaleVersion overtaken) {
			return this.engagements.agree(door, this.engagements.show(door).version(), CONTACT.contact());
		}
	}

	@RepeatedTest(4)
	void takesOneOfTwoStagesAtTheSameMoment() throws Exception {
		var one = this.engagements.invite(new InvitePerson(this.need, this.person, "Please", CONTACT, null),
				this.owner);
		var both = this.engagements.agree(new Door(one.id(), this.professor), one.version(), CONTACT.contact());
		var done = together(() -> recorded(both, this.owner, "agreed"), () -> recorded(both, this.professor, "done"));
		assertThat(done).containsExactlyInAnyOrder(true, false);
		assertThat(this.table.stages(one.id())).hasSize(2);
	}

	private boolean recorded(EngagementView one, Actor actor, String state) {
		try {
			this.engagements.record(new Door(one.id(), actor), one.version(),
					new RecordStage(state, null, null, null));
			return true;
		} catch (StaleVersion overtaken) {
			return false;
		}
	}

	@RepeatedTest(4)
	void keepsWhatBothSayAtTheSameMoment() throws Exception {
		var one = this.engagements.invite(new InvitePerson(this.need, this.person, "Please", null, null), this.owner);
		together(() -> this.engagements.say(new Door(one.id(), this.owner), "One"),
				() -> this.engagements.say(new Door(one.id(), this.professor), "Two"));
		assertThat(this.table.words(one.id())).extracting(Course.Word::words).containsExactlyInAnyOrder("One", "Two");
	}

	@RepeatedTest(4)
	void leavesNoInvitationOnANeedThatIsClosedAtTheSameMoment() throws Exception {
		var done = together(() -> closed(),
				() -> asked(() -> this.engagements
						.invite(new InvitePerson(this.need, this.person, "Please", CONTACT, null), this.owner)));
		assertThat(done.getFirst()).isTrue();
		assertThat(this.table.ofDemand(this.need)).noneMatch(one -> one.state().standing())
				.hasSize(done.getLast() ? 1 : 0);
	}

	@RepeatedTest(4)
	void leavesNoOfferOnANeedThatIsClosedAtTheSameMoment() throws Exception {
		var done = together(() -> closed(), () -> asked(
				() -> this.engagements.offer(new OfferHelp(this.need, "Gladly", CONTACT), this.professor)));
		assertThat(done.getFirst()).isTrue();
		assertThat(this.table.ofDemand(this.need)).noneMatch(one -> one.state().standing());
	}

	@RepeatedTest(4)
	void closesANeedWhateverIsSaidAtTheSameMoment() throws Exception {
		var one = this.engagements.invite(new InvitePerson(this.need, this.person, "Please", null, null), this.owner);
		var done = together(() -> closed(), () -> asked(() -> {
			for (var number = 0; number < 20; number++) {
				this.engagements.say(new Door(one.id(), this.professor), "One more");
			}
		}));
		assertThat(done.getFirst()).isTrue();
		assertThat(this.table.find(one.id()).orElseThrow().state()).isEqualTo(EngagementState.ENDED);
	}

	private boolean closed() {
		this.demands.close(this.need, this.owner, Outcome.WITHDRAWN, null);
		return true;
	}

	/** False if the need was closed before. */
	private static boolean asked(Runnable step) {
		try {
			step.run();
			return true;
		} catch (ProblemException closed) {
			assertThat(closed).isNotInstanceOf(StaleVersion.class);
			return false;
		}
	}

	@RepeatedTest(4)
	void takesOneOfTwoFirstAssessments() throws Exception {
		var done = together(() -> decided(this.owner), () -> decided(this.reviewer));
		assertThat(done).containsExactlyInAnyOrder(true, false);
	}

	private boolean decided(Actor officer) {
		try {
			this.triage.decide(this.need, 0, Verdict.READY, null, officer);
			return true;
		} catch (ProblemException overtaken) {
			assertThat(overtaken).isInstanceOf(StaleVersion.class);
			return false;
		}
	}

	private static <T> List<T> together(Callable<T> one, Callable<T> other) throws Exception {
		var start = new CyclicBarrier(2);
		try (var workers = Executors.newFixedThreadPool(2)) {
			var first = workers.submit(() -> {
				start.await();
				return one.call();
			});
			var second = workers.submit(() -> {
				start.await();
				return other.call();
			});
			return List.of(first.get(), second.get());
		}
	}

}
