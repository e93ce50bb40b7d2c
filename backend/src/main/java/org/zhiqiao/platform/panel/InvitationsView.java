package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.notification.Delivery;

/**
 * The invitations of a panel, as its officers see them.
 *
 * @param draw of which; none before the first
 * @param toInvite how many members nobody has invited yet
 * @param vacant for how many seats nobody is left
 * @param maySend whether the reader may send invitations now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InvitationsView(long panel, @Nullable Integer draw, int toInvite, int vacant, boolean maySend,
		List<InvitedStratum> strata) {

	/** @param seats those to which somebody was invited */
	record InvitedStratum(String name, List<InvitedSeat> seats) {

	}

	/**
	 * @param number from 1 within the stratum
	 * @param vacant whether nobody is left for it
	 * @param invitations the first one first; the last one is that of whoever has the seat; none if the draw left it empty
	 * @param passedOver the first of those who would have followed and were not asked
	 * @param passed how many there are
	 */
	record InvitedSeat(int number, boolean vacant, List<SeatInvitation> invitations, List<PassedPerson> passedOver,
			int passed) {

	}

	/** @param reasons codes of what stood in the way when the seat was filled */
	record PassedPerson(long person, String name, List<String> reasons, Instant at) {

	}

	/**
	 * @param mailed whether there was an address to write to
	 * @param delivery how far the mail is, while that is known
	 * @param declaredAt when the person declared that they have no conflict of interest
	 * @param excuse why the organiser excused them, if so
	 * @param maySendAgain whether the mail did not reach them and the reader can have it written once more
	 * @param mayExcuse whether something is known now that keeps the person from serving, and the reader can excuse them
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record SeatInvitation(long id, long person, String name, InvitationState state, Instant invitedAt,
			Instant answerBy, boolean mailed, @Nullable Delivery delivery, @Nullable Instant remindedAt,
			@Nullable Instant declaredAt, @Nullable Instant endedAt, @Nullable DeclineReason reason,
			@Nullable String note, @Nullable LocalDate notUntil, @Nullable String excuse,
			boolean maySendAgain, boolean mayExcuse) {

	}

}
