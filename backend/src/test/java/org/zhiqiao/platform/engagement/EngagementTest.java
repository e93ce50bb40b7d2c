package org.zhiqiao.platform.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.zhiqiao.platform.engagement.Course.Feedback;
import org.zhiqiao.platform.problem.InvalidState;
import org.zhiqiao.platform.problem.ProblemException;

/** How an engagement may go on, step by step. */
class EngagementTest {

	private static final Instant NOW = Instant.parse("2026-05-04T03:02:01Z");

	private static final EngagementContact CONTACT = new EngagementContact("Somebody", "somebody@example.org", null);

	private static Engagement invited(@Nullable EngagementContact contact) {
		return Engagement.begun(1, 2, false, Side.OWNER, 3L, "Please", false, contact, NOW);
	}

	private static Engagement in(EngagementState state) {
		var one = invited(CONTACT);
		return switch (state) {
			case WAITING -> one;
			case IN_CONTACT -> one.agreed(Side.PERSON, CONTACT, 4L, NOW);
			case DECLINED -> one.declined(Side.PERSON, Reason.TOO_BUSY, null, NOW);
			case WITHDRAWN -> one.withdrawn(Side.OWNER, null, NOW);
			case ENDED -> one.ended(Reason.NEED_CLOSED, null, NOW);
			case FAILED -> in(EngagementState.IN_CONTACT).moved(state, Side.OWNER, Reason.TIME, null, NOW);
			case AGREED, CONTRACT, DONE -> in(EngagementState.IN_CONTACT).moved(state, Side.OWNER, null, null, NOW);
		};
	}

	@Test
	void exchangesContactsOnlyWhenBothHaveAgreed() {
		var open = invited(null);
		assertThat(open.may(Side.OWNER)).containsExactly("agree", "withdraw", "ask");
		assertThat(open.may(Side.PERSON)).containsExactly("agree", "decline", "ask");
		assertThat(open.waitsFor(Side.PERSON)).isTrue();
		assertThat(open.waitsFor(Side.OWNER)).isFalse();
		var half = open.agreed(Side.PERSON, CONTACT, null, NOW);
		assertThat(half.state()).isEqualTo(EngagementState.WAITING);
		assertThat(half.exchangedAt()).isNull();
		assertThat(half.waitsFor(Side.OWNER)).isTrue();
		assertThat(half.may(Side.PERSON)).containsExactly("withdraw", "ask");
		assertThatThrownBy(() -> half.agreed(Side.PERSON, CONTACT, null, NOW)).isInstanceOf(InvalidState.class);
		var both = half.agreed(Side.OWNER, CONTACT, 3L, NOW);
		assertThat(both.state()).isEqualTo(EngagementState.IN_CONTACT);
		assertThat(both.exchangedAt()).isEqualTo(NOW);
		assertThat(both.may(Side.OWNER)).containsExactly("ask", "record");
	}

	@Test
	void takesEveryStepOnlyWhereItMayBeTaken() {
		for (var state : EngagementState.values()) {
			var one = in(state);
			var waiting = state == EngagementState.WAITING;
			takes(waiting, () -> one.agreed(Side.PERSON, CONTACT, null, NOW), state);
			takes(false, () -> one.agreed(Side.OWNER, CONTACT, null, NOW), state);
			takes(waiting, () -> one.declined(Side.PERSON, Reason.OTHER, "x", NOW), state);
			takes(false, () -> one.declined(Side.OWNER, Reason.OTHER, "x", NOW), state);
			takes(waiting, () -> one.withdrawn(Side.OWNER, null, NOW), state);
			takes(false, () -> one.withdrawn(Side.PERSON, null, NOW), state);
			takes(waiting || EnumSet.of(EngagementState.IN_CONTACT, EngagementState.AGREED, EngagementState.CONTRACT)
					.contains(state), () -> one.spoken(Side.OWNER, NOW), state);
			takes(state.standing(), () -> one.showing(true, NOW), state);
			takes(state.over(), one::mustBeOver, state);
			for (var to : EngagementState.values()) {
				takes(state.exchanged() && to.exchanged() && to != state,
						() -> one.moved(to, Side.PERSON, Reason.OTHER, "x", NOW), state);
			}
		}
	}

	private static void takes(boolean may, Runnable step, EngagementState state) {
		if (may) {
			step.run();
		} else {
			assertThatThrownBy(step::run).as("in %s", state).isInstanceOf(InvalidState.class);
		}
	}

	@Test
	void standsUntilItEnds() {
		assertThat(EnumSet.allOf(EngagementState.class)).filteredOn(EngagementState::standing)
				.containsExactlyInAnyOrder(EngagementState.WAITING, EngagementState.IN_CONTACT, EngagementState.AGREED,
						EngagementState.CONTRACT, EngagementState.DONE);
		assertThat(in(EngagementState.FAILED).corrects(EngagementState.CONTRACT)).isTrue();
		assertThat(in(EngagementState.CONTRACT).corrects(EngagementState.AGREED)).isTrue();
		assertThat(in(EngagementState.AGREED).corrects(EngagementState.DONE)).isFalse();
		assertThat(in(EngagementState.AGREED).corrects(EngagementState.FAILED)).isFalse();
	}

	@Test
	void waitsForWhoeverWasSpokenToLast() {
		var asked = invited(null).spoken(Side.PERSON, NOW);
		assertThat(asked.waitsFor(Side.OWNER)).isTrue();
		assertThat(asked.spoken(Side.OWNER, NOW).waitsFor(Side.OWNER)).isFalse();
	}

	@Test
	void showsFeedbackOnceBothGaveItOrAfterFourteenDays() {
		var person = new Feedback(Side.PERSON, 5, 4, 3, "Good", null, NOW);
		var owner = new Feedback(Side.OWNER, 1, 2, 3, null, null, NOW);
		var early = EngagementViews.feedback(Map.of(Side.PERSON, person), Side.OWNER, NOW.plus(Duration.ofDays(13)));
		assertThat(early.other()).isNull();
		assertThat(early.otherGiven()).isTrue();
		assertThat(early.shownFrom()).isEqualTo(NOW.plus(Duration.ofDays(14)));
		var late = EngagementViews.feedback(Map.of(Side.PERSON, person), Side.OWNER, NOW.plus(Duration.ofDays(14)));
		assertThat(late.other()).isNotNull();
		var both = EngagementViews.feedback(Map.of(Side.PERSON, person, Side.OWNER, owner), Side.OWNER, NOW);
		assertThat(both.other()).extracting(EngagementView.EngagementMarks::words).isEqualTo("Good");
		assertThat(both.own()).extracting(EngagementView.EngagementMarks::communication).isEqualTo(1);
	}

	@Test
	void keepsNothingOfAPersonWhoLeft() {
		var one = Engagement.begun(1, 2, false, Side.PERSON, 4L, "Call me", false, CONTACT, NOW)
				.agreed(Side.OWNER, CONTACT, 3L, NOW)
				.withoutPerson();
		assertThat(one.message()).isNull();
		assertThat(one.byAccount()).isNull();
		assertThat(one.person().contact()).isNull();
		assertThat(one.person().given()).isTrue();
		assertThat(one.owner().contact()).isEqualTo(CONTACT);
	}

	@Test
	void exchangesNothingWithWhoeverAgreedAndLeft() {
		var one = invited(CONTACT);
		var left = new Engagement(1, 1, 1, 2, false, Side.OWNER, null, EngagementState.WAITING, "Please", false,
				new Engagement.Consent(null, null, NOW), Engagement.Consent.NONE, null, null, null, null, null,
				one.createdAt(), one.updatedAt());
		assertThatThrownBy(() -> left.agreed(Side.PERSON, CONTACT, 4L, NOW))
				.isInstanceOfSatisfying(ProblemException.class,
						problem -> assertThat(problem.slug()).isEqualTo("engagement-no-contact"));
		assertThat(left.may(Side.OWNER)).contains("agree");
		var again = left.agreed(Side.OWNER, CONTACT, 5L, NOW);
		assertThat(again.state()).isEqualTo(EngagementState.WAITING);
		assertThat(again.agreed(Side.PERSON, CONTACT, 4L, NOW).state()).isEqualTo(EngagementState.IN_CONTACT);
	}

	@Test
	void opensByLetterForNinetyDaysAfterItIsOver() {
		for (var state : EngagementState.values()) {
			var goesOn = state.standing() && state != EngagementState.DONE;
			assertThat(in(state).opensByLetter(NOW.plus(Duration.ofDays(89)))).as("%s", state).isTrue();
			assertThat(in(state).opensByLetter(NOW.plus(Duration.ofDays(90)))).as("%s", state).isEqualTo(goesOn);
		}
	}

	@Test
	void knowsWhoMayGiveWhichReason() {
		assertThat(Reason.of("too-busy", Reason.Use.PERSON)).isPresent();
		assertThat(Reason.of("too-busy", Reason.Use.OWNER)).isEmpty();
		assertThat(Reason.of("funding", Reason.Use.FAILURE)).isPresent();
		assertThat(Reason.of("need-closed", Reason.Use.FAILURE)).isEmpty();
		for (var use : Reason.Use.values()) {
			assertThat(Reason.of("other", use)).isPresent();
		}
	}

	@Test
	void takesTheMiddleOfWaits() {
		assertThat(EngagementFigures.median(List.of())).isNull();
		assertThat(EngagementFigures.median(List.of(Duration.ofDays(3)))).isEqualTo(3.0);
		assertThat(EngagementFigures.median(List.of(Duration.ofDays(1), Duration.ofDays(2)))).isEqualTo(1.5);
		assertThat(EngagementFigures.median(List.of(Duration.ZERO, Duration.ofHours(12), Duration.ofDays(9))))
				.isEqualTo(0.5);
		assertThat(Set.of(EngagementState.WAITING, EngagementState.IN_CONTACT))
				.allMatch(EngagementState::endsWithNeed);
	}

}
