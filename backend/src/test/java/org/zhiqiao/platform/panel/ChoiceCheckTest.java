package org.zhiqiao.platform.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.zhiqiao.platform.panel.PanelContent.Group;
import org.zhiqiao.platform.panel.PanelContent.Residence;
import org.zhiqiao.platform.panel.Pool.Person;
import org.zhiqiao.platform.problem.ProblemException.FieldError;

/** Every rule that a panel breaks is named at the place of those who break it. */
class ChoiceCheckTest {

	private static final Set<Obstacle> NOT = Set.of(Obstacle.FIELD);

	private final ChoiceCheck check = new ChoiceCheck(new Pool(List.of(group("a", 1), group("b", 2)), 1, 1,
			List.of(person(1, 7, Set.of(), NOT), person(2, 8, NOT, Set.of()), person(3, 8, NOT, Set.of()),
					person(4, 0, Set.of(), Set.of()), person(5, 0, NOT, Set.of()), person(6, 9, NOT, NOT))),
			List.of(TiedPair.of(5, 4, InterestKind.FAMILY)));

	@Test
	void findsNothingWrongWithAPanelThatKeepsAllRules() {
		assertThat(this.check.members(List.of(1L, 2L, 5L))).isEmpty();
		assertThat(this.check.seated(List.of(1L, 2L, 5L))).containsEntry(1L, 0).containsEntry(2L, 1)
				.containsEntry(5L, 1);
		// Whoever fits both groups sits where a seat is left.
		assertThat(this.check.seated(List.of(4L, 2L, 5L))).containsEntry(4L, 0);
		assertThat(this.check.seated(List.of(1L, 4L, 5L))).containsEntry(4L, 1);
	}

	@Test
	void namesThoseWhoMayNotSitTogether() {
		var tied = this.check.members(List.of(4L, 2L, 5L));
		assertThat(tied).extracting(FieldError::pointer, FieldError::code, FieldError::arguments)
				.containsExactly(tuple("/members/2", "choice-tied", List.of("p5", "p4")));
	}

	@Test
	void namesSeatsGroupsAndLegalPersons() {
		assertThat(this.check.members(List.of(1L, 2L))).extracting(FieldError::code).containsExactly("choice-seats");
		assertThat(this.check.members(List.of(2L, 5L, 5L))).extracting(FieldError::code)
				.containsExactly("choice-twice");
		var ofOne = this.check.members(List.of(1L, 2L, 3L));
		assertThat(ofOne).extracting(FieldError::code).containsOnly("choice-organisation");
		assertThat(ofOne).extracting(FieldError::pointer).containsExactly("/members/1", "/members/2");
		var outside = new ChoiceCheck(new Pool(List.of(group("a", 1), group("b", 2)), 3, 1,
				List.of(person(2, 0, NOT, Set.of()), person(3, 0, NOT, Set.of()), person(5, 0, NOT, Set.of()))),
				List.of());
		assertThat(outside.members(List.of(2L, 3L, 5L))).extracting(FieldError::code, FieldError::arguments)
				.containsExactly(tuple("choice-group", List.of("a")));
	}

	@Test
	void namesWhatKeepsSomebodyAway() {
		var wrong = this.check.members(List.of(6L, 99L, 5L));
		assertThat(wrong).extracting(FieldError::code).containsExactly("choice-field", "choice-gone");
		assertThat(wrong).extracting(FieldError::pointer).containsExactly("/members/0", "/members/1");
		assertThat(this.check.obstacles(6)).containsExactly(Obstacle.FIELD);
		assertThat(this.check.obstacles(99)).isNull();
	}

	@Test
	void letsOnlyThoseFollowWhoFitTheGroupAndDoNotSit() {
		var members = List.of(1L, 2L, 5L);
		assertThat(this.check.alternates(List.of(List.of(4L), List.of(4L, 3L)), members)).isEmpty();
		assertThat(this.check.alternates(List.of(List.of()), members)).extracting(FieldError::code)
				.containsExactly("choice-groups");
		assertThat(this.check.alternates(List.of(List.of(3L, 1L), List.of(4L, 4L, 99L)), members))
				.extracting(FieldError::code)
				.containsExactly("choice-field", "choice-alternate-member", "choice-twice", "choice-gone");
	}

	private static Group group(String name, int seats) {
		return new Group(name, seats, Residence.ANYWHERE, List.of(), List.of(), List.of());
	}

	private static Person person(long id, long organisation, Set<Obstacle> ofFirst, Set<Obstacle> ofSecond) {
		return new Person(id, "p" + id, organisation, Set.of(), Map.of(), List.of(ofFirst, ofSecond), List.of());
	}

}
