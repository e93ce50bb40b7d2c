package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.taxonomy.Bilingual;

/**
 * What a candidate is asked, as they see it: what they need to tell their ties, and nothing about the panel, the others or who
 * might be chosen.
 *
 * @param shown names what is asked about; an answer repeats it
 * @param items what is reviewed; once nothing can be answered any more, only those the person told ties to
 * @param open whether an answer is taken now
 * @param versions how often the person has answered
 * @param timeZone of the person's profile
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeclarationLetter(long id, DeclarationState state, String shown, List<AskedItem> items, Instant askedAt,
		Instant answerBy, @Nullable String timeZone, @Nullable String message, boolean open, int versions,
		@Nullable GivenAnswer answer) {

	/** @param title none if it is confidential */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record AskedItem(int number, @Nullable String title, List<AskedParty> parties) {

	}

	record AskedParty(PanelContent.PartyRole role, Bilingual name) {

	}

	/** The person's last answer. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record GivenAnswer(Instant at, boolean unwilling, @Nullable String note, List<GivenTie> ties) {

	}

	/**
	 * A tie that the person told.
	 *
	 * @param party its place in the item, from 0; none if the tie is to the item
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record GivenTie(int item, @Nullable Integer party, InterestKind kind, @Nullable String words) {

	}

	/** All that somebody was asked, the last first. */
	record DeclarationLetters(List<DeclarationLetter> items) {

	}

}
