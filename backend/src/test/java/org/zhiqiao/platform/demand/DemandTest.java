package org.zhiqiao.platform.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.Test;

import org.zhiqiao.platform.problem.ProblemException;

class DemandTest {

	private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

	private static final Map<String, Function<Demand, Demand>> STEPS = Map.of("submit",
			demand -> demand.submitted(NOW), "publish", demand -> demand.published(NOW), "return",
			demand -> demand.returned("Please say what you have tried.", NOW), "close",
			demand -> demand.closed(Outcome.SOLVED, null, NOW), "edit",
			demand -> demand.rewritten(ExampleNeeds.content(), NOW), "delete", demand -> {
				demand.mustBeDeletable();
				return demand;
			});

	private static final Map<DemandState, Set<String>> ALLOWED = Map.of(DemandState.DRAFT,
			Set.of("edit", "delete", "submit"), DemandState.SUBMITTED, Set.of("edit", "publish", "return"),
			DemandState.RETURNED, Set.of("edit", "submit"), DemandState.PUBLISHED, Set.of("edit", "close"),
			DemandState.CLOSED, Set.of());

	@ParameterizedTest
	@EnumSource(DemandState.class)
	void allowsOnlyTheStepsOfItsState(DemandState state) {
		var demand = ExampleNeeds.in(state);
		STEPS.forEach((name, step) -> {
			if (ALLOWED.getOrDefault(state, Set.of()).contains(name)) {
				assertThat(step.apply(demand).id()).isEqualTo(demand.id());
			} else {
				assertThatThrownBy(() -> step.apply(demand)).as("%s in state %s", name, state)
						.isInstanceOfSatisfying(ProblemException.class,
								problem -> assertThat(problem.slug()).isEqualTo("invalid-state"));
			}
		});
	}

	@Test
	void goesBackToReviewWhenItIsEditedOnTheBoard() {
		var edited = ExampleNeeds.in(DemandState.PUBLISHED).rewritten(ExampleNeeds.content(), NOW);
		assertThat(edited.state()).isEqualTo(DemandState.SUBMITTED);
	}

	@Test
	void tellsTheAuditWhoMayReadItAndWhatItAsksOfPeople() {
		var open = DemandTrace.of(ExampleNeeds.in(DemandState.SUBMITTED));
		assertThat(open).containsEntry("confidentiality", "public").containsEntry("title", "陶铝车身结构件铸造热裂");
		assertThat(open).extractingByKey("musts").asInstanceOf(InstanceOfAssertFactories.LIST)
				.containsExactly("casting", "de B2");
		var secret = DemandTrace.of(ExampleNeeds.in(DemandState.SUBMITTED, Confidentiality.CONFIDENTIAL));
		assertThat(secret.toString()).contains("confidentiality=confidential").doesNotContain("热裂", "电磁", "120");
		assertThat(secret.get("description")).asString().startsWith("sha-256:");
	}

	@Test
	void keepsTheReasonUntilItIsPublished() {
		var returned = ExampleNeeds.in(DemandState.RETURNED);
		assertThat(returned.progress().returnReason()).isNotNull();
		var again = returned.submitted(NOW);
		assertThat(again.progress().returnReason()).isNotNull();
		assertThat(again.published(NOW).progress().returnReason()).isNull();
	}

	@Test
	void isOpenUntilTheEndOfItsDeadline() {
		var demand = ExampleNeeds.in(DemandState.PUBLISHED);
		assertThat(demand.open(LocalDate.of(2027, 1, 31))).isTrue();
		assertThat(demand.open(LocalDate.of(2027, 2, 1))).isFalse();
		assertThat(demand.expired(LocalDate.of(2027, 2, 1))).isTrue();
	}

}
