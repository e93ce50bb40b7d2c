package org.zhiqiao.platform.organisation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks to act for an organisation.
 *
 * @param message what they say of themselves
 * @param reason why it was refused
 * @param decidedBy the account; null while it waits, and after that account is gone
 */
record JoinRequest(long id, long organisationId, long accountId, @Nullable String message, JoinState state,
		@Nullable String reason, Instant askedAt, @Nullable Long decidedBy, @Nullable Instant decidedAt) {}
