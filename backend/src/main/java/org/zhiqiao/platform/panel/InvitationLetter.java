package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.taxonomy.Bilingual;

/**
 * An invitation as the person sees it: what they need to say whether they come and have a conflict of interest. Not who else
 * sits on the panel, nor who organises it.
 *
 * @param selection how the person came to be asked
 * @param use a code of the vocabulary
 * @param items what is reviewed, as long as the seat is the person's
 * @param timeZone of the person's profile
 * @param mayAccept whether the person may accept now
 * @param mayDecline whether the person may decline now
 * @param review whether the person is asked to judge, or was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InvitationLetter(long id, InvitationState state, Selection selection, String use, List<LetterItem> items,
		Instant invitedAt,
		Instant answerBy, @Nullable String timeZone, @Nullable String message, @Nullable Instant declaredAt,
		@Nullable Instant endedAt, @Nullable DeclineReason reason, @Nullable String note, @Nullable LocalDate notUntil,
		boolean mayAccept, boolean mayDecline, boolean review) {

	record LetterItem(String title, List<LetterParty> parties) {

	}

	/** @param name in one language if the organisation is not registered */
	record LetterParty(PanelContent.PartyRole role, Bilingual name) {

	}

	/** All that somebody got, the latest first. */
	record Letters(List<InvitationLetter> items) {

	}

}
