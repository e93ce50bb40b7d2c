package org.zhiqiao.platform.account;

import org.jspecify.annotations.Nullable;

/**
 * Somebody has confirmed the address of a new account. Published in the same transaction.
 *
 * @param organisationName as a firm wrote it; none for an expert
 * @param joins whether the firm says that this organisation is there already
 */
public record AccountConfirmed(long accountId, Role role, String displayName, String email,
		@Nullable String organisationName, boolean joins) {}
