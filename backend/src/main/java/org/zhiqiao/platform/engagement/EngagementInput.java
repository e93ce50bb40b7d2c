package org.zhiqiao.platform.engagement;

import java.time.LocalDate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/** What forms of engagements send. */
final class EngagementInput {

	static final int WORDS = 2000;

	private EngagementInput() {}

	/** How somebody wants to be reached. */
	record NameContact(@NotBlank @Size(max = 200) String name, @NotBlank @Email @Size(max = 254) String email,
			@Nullable @Size(max = 300) String other) {

		EngagementContact contact() {
			return new EngagementContact(this.name.strip(), this.email.strip(), text(this.other));
		}

	}

	/**
	 * Invites a person.
	 *
	 * @param contact may still be missing; without one nothing is exchanged
	 * @param fullText whether the person may read a confidential need in full
	 */
	record InvitePerson(long demandId, long expertId, @NotBlank @Size(max = WORDS) String message,
			@Nullable @Valid NameContact contact, @Nullable Boolean fullText) {

	}

	/** Offers oneself for a need. */
	record OfferHelp(long demandId, @NotBlank @Size(max = WORDS) String message,
			@Nullable @Valid NameContact contact) {

	}

	/** Says yes. */
	record AgreeToContact(@NotNull @Valid NameContact contact) {

	}

	/** Says no; {@code other} needs a note. */
	record DeclineEngagement(@NotBlank @Size(max = 40) String reason, @Nullable @Size(max = WORDS) String note) {

	}

	/** Takes back an invitation, an offer or an agreement. */
	record WithdrawEngagement(@Nullable @Size(max = WORDS) String note) {

	}

	/** Asks or answers. */
	record SayWords(@NotBlank @Size(max = WORDS) String words) {

	}

	/** Shows the person the full text of the need, or no longer. */
	record DiscloseNeed(@NotNull Boolean full) {

	}

	/**
	 * Records a stage.
	 *
	 * @param on when it was reached; today if not told
	 * @param reason only where it failed
	 */
	record RecordStage(@NotBlank @Size(max = 40) String state, @Nullable LocalDate on,
			@Nullable @Size(max = 40) String reason, @Nullable @Size(max = WORDS) String note) {

	}

	/** Says how it was, each mark from 1 to 5. */
	record GiveFeedback(@Min(1) @Max(5) int communication, @Min(1) @Max(5) int reliability,
			@Min(1) @Max(5) int result, @Nullable @Size(max = WORDS) String words) {

	}

	static @Nullable String text(@Nullable String given) {
		return (given == null || given.isBlank()) ? null : given.strip();
	}

}
