package org.zhiqiao.platform.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Types;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.zhiqiao.platform.account.PersonalData;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.platform.demand.SaveDemand;
import org.zhiqiao.platform.engagement.Outcomes;
import org.zhiqiao.platform.engagement.Outcomes.Kind;
import org.zhiqiao.platform.engagement.Outcomes.Outcome;
import org.zhiqiao.platform.matching.Percentages;
import org.zhiqiao.platform.matching.UsualWeights;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.problem.StaleVersion;
import org.zhiqiao.search.ranking.Criterion;

/** From outcomes to weights and back, on a database. */
@SpringBootTest(properties = "zhiqiao.search.vectors=false")
@Transactional
abstract class WeightingContract {

	private static final LocalDate AGREED = LocalDate.of(2026, 5, 20);

	private static final Percentages OTHER = new Percentages(40, 30, 20, 10);

	@Autowired
	private Weighting weighting;

	@Autowired
	private Evidence evidence;

	@Autowired
	private UsualWeights weights;

	@Autowired
	private Outcomes outcomes;

	@Autowired
	private Demands demands;

	@Autowired
	private Accounts accounts;

	@Autowired
	private List<PersonalData> personal;

	@Autowired
	private JdbcClient jdbc;

	private Actor admin = nobody();

	private Actor province = nobody();

	private static Actor nobody() {
		return new Actor(0, "", Set.of(), null, null);
	}

	@BeforeEach
	void people() {
		this.admin = actor("admin", Role.ADMINISTRATOR);
		this.province = actor("province", Role.PROVINCIAL_OFFICER);
	}

	private Actor actor(String name, Role role) {
		var made = this.accounts.createSample(new Accounts.NewPerson("weighting-" + name + "@example.org",
				"a long enough password", name, Locale.ENGLISH, EnumSet.of(role), null));
		return new Actor(made.accountId(), name, Set.of(role), null, null);
	}

	private long need() {
		return this.demands
				.post(this.province, new SaveDemand("technical-problem", "铸造热裂", "薄壁件热裂", "zh", null, "hefei",
						List.of(), List.of(), List.of(), List.of(), List.of(), null, null, null))
				.id();
	}

	private long person() {
		this.jdbc.sql("""
				INSERT INTO expert (version, state, sample, name_zh, created_at, updated_at, verification_status)
				VALUES (1, 'published', TRUE, '某人', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 'unverified')""").update();
		return Objects.requireNonNull(this.jdbc.sql("SELECT MAX(id) FROM expert").query(Long.class).single());
	}

	private void engaged(long need, long person, String state, @Nullable String reason, @Nullable Integer mark) {
		this.jdbc.sql("""
				INSERT INTO engagement (version, demand_id, expert_id, sample, initiator, state, reason, full_text, created_at,
					updated_at)
				VALUES (1, :need, :person, FALSE, 'OWNER', :state, :reason, FALSE, TIMESTAMP '2026-05-01 00:00:00',
					TIMESTAMP '2026-06-01 00:00:00')""")
				.param("need", need)
				.param("person", person)
				.param("state", state)
				.param("reason", reason, Types.VARCHAR)
				.update();
		var id = this.jdbc.sql("SELECT MAX(id) FROM engagement").query(Long.class).single();
		if (Set.of("AGREED", "CONTRACT", "DONE").contains(state)) {
			this.jdbc.sql("""
					INSERT INTO engagement_stage (engagement_id, state, happened_on, correction, recorded_at)
					VALUES (?, 'AGREED', ?, FALSE, CURRENT_TIMESTAMP)""").params(id, AGREED).update();
		}
		if (mark != null) {
			this.jdbc.sql("""
					INSERT INTO engagement_feedback (engagement_id, side, communication, reliability, result, given_at)
					VALUES (?, 'OWNER', 4, 4, ?, CURRENT_TIMESTAMP)""").params(id, mark).update();
		}
	}

	private void shown(long need, long person, LocalDate day, double domain, double language) {
		shown(need, person, day, domain, language, 2, "MATCHED");
	}

	private void shown(long need, long person, LocalDate day, double domain, double language, int version,
			String audience) {
		this.jdbc.sql("""
				INSERT INTO exposure (shown_on, expert_id, demand_id, on_top, domain_value, language_value, demand_version,
					audience)
				VALUES (?, ?, ?, TRUE, ?, ?, ?, ?)""")
				.params(day, person, need, domain, language, version, audience)
				.update();
	}

	private void agreedOn(long need, long person, LocalDate day) {
		this.jdbc.sql("""
				UPDATE engagement_stage SET happened_on = ? WHERE engagement_id IN
					(SELECT id FROM engagement WHERE demand_id = ? AND expert_id = ?)""").params(day, need, person)
				.update();
	}

	private Evidence.Found found() {
		return this.evidence.found(this.evidence.stock(LocalDate.of(2026, 7, 1)));
	}

	private static NeedCase.Comparison pair(double[] came, double[] other) {
		return new NeedCase.Comparison(fulfilled(came), List.of(fulfilled(other)));
	}

	private static Fulfilled fulfilled(double[] domainAndLanguage) {
		return Fulfilled.of(Map.of(Criterion.DOMAIN, domainAndLanguage[0], Criterion.LANGUAGE, domainAndLanguage[1]));
	}

	private static double[] values(double domain, double language) {
		return new double[]{domain, language};
	}

	private void languageDecides(int needs) {
		var taken = person();
		var passedOver = person();
		for (var i = 0; i < needs; i++) {
			var need = need();
			shown(need, taken, AGREED.minusDays(3), 0.5, 0.9);
			shown(need, passedOver, AGREED.minusDays(3), 0.8, 0.3);
			engaged(need, taken, "CONTRACT", null, null);
		}
	}

	@Test
	void tellsWhatOutcomesSayOfThePerson() {
		var need = need();
		var people = List.of(person(), person(), person(), person(), person(), person());
		engaged(need, people.get(0), "DONE", null, 5);
		engaged(need, people.get(1), "DONE", null, 2);
		engaged(need, people.get(2), "DECLINED", "TOO_BUSY", null);
		engaged(need, people.get(3), "DECLINED", "NOT_MY_FIELD", null);
		engaged(need, people.get(4), "FAILED", "FUNDING", null);
		engaged(need, people.get(5), "AGREED", null, null);
		// A second attempt that came to nothing does not undo the first.
		engaged(need, people.get(5), "FAILED", "TECHNICAL", null);
		assertThat(this.outcomes.all()).filteredOn(one -> one.demandId() == need)
				.containsExactlyInAnyOrder(new Outcome(need, people.get(0), Kind.CAME_ABOUT, AGREED),
						new Outcome(need, people.get(1), Kind.UNCLEAR, null),
						new Outcome(need, people.get(2), Kind.UNCLEAR, null),
						new Outcome(need, people.get(3), Kind.DID_NOT_FIT, null),
						new Outcome(need, people.get(4), Kind.UNCLEAR, null),
						new Outcome(need, people.get(5), Kind.CAME_ABOUT, AGREED));
	}

	@Test
	void learnsOnlyFromNeedsWithSomebodyElse() {
		var taken = person();
		var later = person();
		var alone = need();
		engaged(alone, taken, "AGREED", null, null);
		shown(alone, taken, AGREED.minusDays(1), 0.5, 0.9);
		// Shown after they had agreed, and one that is still open: neither was passed over.
		shown(alone, later, AGREED.plusDays(1), 0.9, 0.1);
		engaged(alone, person(), "WAITING", null, null);
		var view = this.weighting.view(this.province);
		assertThat(view.sources().successful()).isEqualTo(1);
		assertThat(view.sources().alone()).isEqualTo(1);
		assertThat(view.suggestion().verdict()).isEqualTo(Suggestion.TOO_FEW);
		assertThat(view.suggestion().needs()).isZero();
		assertThat(view.mayChange()).isFalse();
		languageDecides(2);
		var more = this.weighting.view(this.admin);
		assertThat(more.suggestion().needs()).isEqualTo(2);
		assertThat(more.sources().asOfThen()).isEqualTo(2);
		assertThat(more.sources().asOfNow()).isZero();
		assertThat(more.mayChange()).isTrue();
	}

	@Test
	void learnsNothingFromTheSuccessItself() {
		var taken = person();
		var passedOver = person();
		for (var i = 0; i < 24; i++) {
			var need = need();
			engaged(need, taken, "CONTRACT", null, null);
			// Shown from the day on which they agreed only.
			shown(need, taken, AGREED, 0.5, 0.9);
			shown(need, passedOver, AGREED.minusDays(3), 0.8, 0.3);
		}
		var view = this.weighting.view(this.admin);
		assertThat(view.suggestion().verdict()).isEqualTo(Suggestion.TOO_FEW);
		assertThat(view.suggestion().needs()).isZero();
		assertThat(view.sources().asOfThen()).isZero();
		assertThat(view.sources().considered()).isEqualTo(24);
	}

	@Test
	void cutsEverySuccessAtItsOwnDay() {
		var need = need();
		var first = person();
		var second = person();
		var other = person();
		engaged(need, first, "AGREED", null, null);
		engaged(need, second, "AGREED", null, null);
		agreedOn(need, first, AGREED.minusDays(10));
		shown(need, first, AGREED.minusDays(12), 0.4, 0.5);
		shown(need, second, AGREED.minusDays(12), 0.2, 0.2);
		shown(need, other, AGREED.minusDays(12), 0.6, 0.6);
		// Their profile says more since.
		shown(need, first, AGREED.minusDays(2), 0.9, 0.9);
		shown(need, second, AGREED.minusDays(2), 0.3, 0.3);
		shown(need, other, AGREED.minusDays(2), 0.7, 0.7);
		assertThat(found().asOfThen()).containsExactly(
				new NeedCase(need, List.of(pair(values(0.4, 0.5), values(0.6, 0.6)),
						pair(values(0.3, 0.3), values(0.7, 0.7)))));
	}

	@Test
	void takesTheFirstOfSeveralSuccessesWithTheSamePerson() {
		var need = need();
		var person = person();
		engaged(need, person, "DONE", null, null);
		agreedOn(need, person, AGREED.minusDays(30));
		engaged(need, person, "AGREED", null, null);
		assertThat(this.outcomes.all()).filteredOn(one -> one.demandId() == need)
				.containsExactly(new Outcome(need, person, Kind.CAME_ABOUT, AGREED.minusDays(30)));
	}

	@Test
	void comparesWithinOneVersionAndForOneKindOfReader() {
		var apart = need();
		var taken = person();
		var other = person();
		engaged(apart, taken, "AGREED", null, null);
		shown(apart, taken, AGREED.minusDays(3), 0.5, 0.9, 3, "MATCHED");
		shown(apart, other, AGREED.minusDays(3), 0.8, 0.3, 2, "MATCHED");
		shown(apart, other, AGREED.minusDays(2), 0.8, 0.3, 3, "REGISTERED");
		var found = found();
		assertThat(found.asOfThen()).isEmpty();
		assertThat(found.considered()).isOne();
		assertThat(found.alone()).isZero();
		// An earlier version under which both were shown does.
		shown(apart, taken, AGREED.minusDays(5), 0.4, 0.4, 2, "MATCHED");
		assertThat(found().asOfThen())
				.containsExactly(new NeedCase(apart, List.of(pair(values(0.4, 0.4), values(0.8, 0.3)))));
	}

	@Test
	void computesOnceUntilSomethingElseCameAbout() {
		languageDecides(3);
		var first = this.weighting.view(this.province).suggestion();
		assertThat(this.weighting.view(this.admin).suggestion()).isSameAs(first);
		languageDecides(1);
		assertThat(this.weighting.view(this.province).suggestion().needs()).isEqualTo(4);
		this.jdbc.sql("DELETE FROM exposure").update();
		assertThat(this.weighting.view(this.province).suggestion().needs()).isZero();
	}

	@Test
	void followsASuggestionAndTakesItBack() {
		languageDecides(24);
		var view = this.weighting.view(this.admin);
		assertThat(view.version()).isZero();
		assertThat(view.weights()).isEqualTo(Percentages.SHIPPED);
		assertThat(view.suggestion().verdict()).isEqualTo(Suggestion.SUGGESTED);
		assertThat(this.weighting.view(this.province).suggestion()).as("reproducible").isEqualTo(view.suggestion());
		var suggested = Objects.requireNonNull(view.suggestion().suggested());
		assertThat(this.weights.current().weights()).as("nothing is applied by itself").isEqualTo(Percentages.SHIPPED);

		assertThatThrownBy(() -> this.weighting.change(0, suggested, "试行", true, this.province))
				.isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> this.weighting.change(0, new Percentages(10, 70, 10, 10), "试行", true, this.admin))
				.as("not what was suggested")
				.isInstanceOf(InvalidInput.class);
		assertThatThrownBy(() -> this.weighting.change(1, suggested, "试行", true, this.admin))
				.isInstanceOf(StaleVersion.class);
		assertThatThrownBy(() -> this.weighting.change(1, OTHER, "试行", true, this.admin))
				.as("what is not suggested any more has to be read anew first")
				.isInstanceOf(StaleVersion.class);
		var held = this.weighting.change(0, suggested, "依据去年的合作结果", true, this.admin);
		assertThat(held).isEqualTo(new WeightingView.Held(1, suggested));
		var after = this.weighting.view(this.admin);
		assertThat(after.version()).isEqualTo(1);
		assertThat(after.weights()).isEqualTo(suggested);
		assertThat(after.history().getFirst()).satisfies(one -> {
			assertThat(one.suggested()).isTrue();
			assertThat(one.reason()).isEqualTo("依据去年的合作结果");
			assertThat(one.by()).isEqualTo("admin");
			assertThat(one.at()).isNotNull();
		});
		assertThat(after.history()).extracting(WeightingView.VersionView::version).containsExactly(1, 0);
		assertThat(after.suggestion().verdict()).as("it holds now").isEqualTo(Suggestion.NO_GAIN);
		assertThat(this.jdbc.sql("SELECT basis FROM ranking_weights WHERE version = 1").query(String.class).single())
				.contains("\"needs\":24");

		assertThatThrownBy(() -> this.weighting.restore(1, 0, "误用", this.province)).isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> this.weighting.restore(1, 7, "误用", this.admin)).isInstanceOf(NotFound.class);
		assertThat(this.weighting.restore(1, 0, "恢复", this.admin))
				.isEqualTo(new WeightingView.Held(2, Percentages.SHIPPED));
		var back = this.weighting.view(this.admin);
		assertThat(back.version()).isEqualTo(2);
		assertThat(back.weights()).isEqualTo(Percentages.SHIPPED);
		assertThat(back.history().getFirst().restores()).isZero();
		assertThat(back.history()).hasSize(3);
	}

	@Test
	void refusesWhatAreNoWeights() {
		assertThatThrownBy(() -> this.weighting.change(0, new Percentages(50, 20, 20, 20), "x", false, this.admin))
				.isInstanceOfSatisfying(InvalidInput.class, problem -> assertThat(problem.errors())
						.containsExactly(new FieldError("/weights", "weights-sum", 110)));
		assertThatThrownBy(() -> this.weighting.change(0, new Percentages(-1, 101, 0, 0), "x", false, this.admin))
				.isInstanceOfSatisfying(InvalidInput.class,
						problem -> assertThat(problem.errors()).extracting(FieldError::pointer)
								.containsExactly("/weights/domain", "/weights/language"));
		assertThatThrownBy(() -> this.weighting.change(0, Percentages.SHIPPED, "x", false, this.admin))
				.isInstanceOf(InvalidInput.class);
		assertThat(this.weights.history()).hasSize(1);
	}

	@Test
	void forgetsWhoSetThemOnceThatPersonHasLeft() {
		this.weighting.change(0, OTHER, "试行", false, this.admin);
		this.personal.stream()
				.filter(one -> one.section().equals("shortlists"))
				.forEach(one -> one.erase(this.admin.accountId()));
		var first = this.weighting.view(this.province).history().getFirst();
		assertThat(first.by()).isNull();
		assertThat(first.weights()).isEqualTo(OTHER);
		assertThat(first.suggested()).isFalse();
	}

}
