package org.zhiqiao.platform.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request to join, as the person who asked and those who decide see it.
 *
 * @param applicant who asks; left out where that is the reader
 * @param decidedBy the name of who decided, if that account is still there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JoinRequestView(long id, OrganisationView organisation, @Nullable Member applicant, @Nullable String message,
		JoinState state, @Nullable String reason, Instant askedAt, @Nullable String decidedBy,
		@Nullable Instant decidedAt) {

	/** Somebody who acts, or asks to act, for an organisation. */
	record Member(long accountId, String displayName, String email) {}

}
