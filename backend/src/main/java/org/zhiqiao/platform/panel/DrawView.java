package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.panel.DeclarationsView.TiedCandidates;

/**
 * A draw as an officer of its panel sees it; of a direct choice only how far it is: {@link ChoiceView} has the rest. Secrets are shown by the transcript alone, so not before both are known.
 *
 * @param listHash SHA-256 in hex, once the list is frozen
 * @param excluded how many people were looked at and cannot be drawn
 * @param tied people on the list who are tied to each other, as known when it was frozen; the draw knows nothing of it
 * @param may what the reader may do next
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DrawView(long panel, String title, int number, Selection method, DrawState state, Instant openedAt,
		@Nullable Instant frozenAt,
		@Nullable String listHash, @Nullable Integer excluded, List<OfficerView> officers, List<StratumView> strata,
		List<TiedCandidates> tied, @Nullable VoidingView voiding, List<Step> may) {

	DrawView withoutList() {
		return new DrawView(this.panel, this.title, this.number, this.method, this.state, this.openedAt, this.frozenAt,
				this.listHash,
				this.excluded, this.officers, List.of(), List.of(), this.voiding, this.may);
	}

	/** One of the two who draw. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record OfficerView(String name, String role, boolean me, @Nullable String commitment, @Nullable Instant committedAt,
			@Nullable Instant revealedAt) {

	}

	/**
	 * @param people how many can be drawn
	 * @param members who was
	 * @param reserves the next ones in the order of the draw, who replace members that drop out
	 */
	record StratumView(String name, int seats, int people, List<DrawnPerson> members, List<DrawnPerson> reserves) {

	}

	record DrawnPerson(long person, String name) {

	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record VoidingView(String reason, String askedBy, Instant askedAt, @Nullable String approvedBy,
			@Nullable Instant approvedAt) {

	}

	/** What can be done with a draw. */
	enum Step {

		@JsonProperty("commit")
		COMMIT, @JsonProperty("freeze")
		FREEZE, @JsonProperty("reveal")
		REVEAL, @JsonProperty("askVoid")
		ASK_VOID, @JsonProperty("decideVoid")
		DECIDE_VOID, @JsonProperty("withdrawVoid")
		WITHDRAW_VOID

	}

}
