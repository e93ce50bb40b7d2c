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
	 */
	record InvitedSeat(int number, boolean vacant, List<SeatInvitation> invitations) {

	}

	/**
	 * @param mailed whether there was an address to write to
	 * @param delivery how far the mail is, while that is known
	 * @param declaredAt when the person declared that they have no conflict of interest
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record SeatInvitation(long id, long person, String name, InvitationState state, Instant invitedAt,
			Instant answerBy, boolean mailed, @Nullable Delivery delivery, @Nullable Instant remindedAt,
			@Nullable Instant declaredAt, @Nullable Instant endedAt, @Nullable DeclineReason reason,
			@Nullable String note, @Nullable LocalDate notUntil) {

	}

}
