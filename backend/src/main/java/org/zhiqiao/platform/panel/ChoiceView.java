package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.taxonomy.ConceptRef;

/**
 * A direct choice as an officer of its panel sees it.
 *
 * @param number from 1 within its panel, counted together with the draws
 * @param reason why a draw does not do
 * @param proposedBy none once the account is gone
 * @param unable while it waits for a decision: members who may not serve any more
 * @param may what the reader may do next
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChoiceView(long panel, String title, int number, DrawState state, String reason, @Nullable String proposedBy,
		Instant proposedAt, List<ChoiceGroup> groups, ChoiceProof proof, @Nullable ChoiceDecision decision,
		List<UnableMember> unable, DrawView.@Nullable VoidingView voiding, List<ChoiceStep> may) {

	/**
	 * Who is to sit on the seats of a group, and who follows in which order.
	 *
	 * @param members those who add most first
	 */
	record ChoiceGroup(String name, int seats, List<ChosenPerson> members, List<ChosenPerson> alternates) {

	}

	/**
	 * @param fit how well they know the items, from 0 to 100
	 * @param adds of a member: how many points the panel would lose without them; of an alternate: how many it would lose with
	 * them in the place of a member
	 * @param covers fields of the items and groups that they know
	 */
	record ChosenPerson(long person, String name, double fit, double adds, List<ConceptRef> covers) {

	}

	/**
	 * What the solver said.
	 *
	 * @param value what the panel is worth, in points
	 * @param best what the best panel that was found is worth
	 * @param gap how much more any panel could be worth, relative to this one
	 * @param proven whether it is certain that no panel is worth more than the best that was found
	 * @param candidates how many people it was chosen from
	 */
	record ChoiceProof(double value, double best, double gap, boolean proven, int candidates, long milliseconds) {

	}

	/**
	 * Who approved, refused or withdrew it.
	 *
	 * @param by none once the account is gone
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ChoiceDecision(@Nullable String by, Instant at, @Nullable String words) {

	}

	/** @param obstacles none if the profile is not published any more */
	record UnableMember(long person, String name, List<Obstacle> obstacles) {

	}

	/** A choice that is being made: the people with what the solver says, and who could follow. */
	record ChoiceDraft(List<ChoiceGroup> groups, ChoiceProof proof) {

	}

	/** What can be done with a direct choice. */
	enum ChoiceStep {

		@JsonProperty("withdraw")
		WITHDRAW, @JsonProperty("decide")
		DECIDE, @JsonProperty("askVoid")
		ASK_VOID, @JsonProperty("decideVoid")
		DECIDE_VOID, @JsonProperty("withdrawVoid")
		WITHDRAW_VOID

	}

}
