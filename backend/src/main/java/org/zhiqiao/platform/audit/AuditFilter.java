package org.zhiqiao.platform.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor looks for; what is null does not matter.
 *
 * @param action a whole action, or its beginning up to and with a point
 * @param to exclusive
 */
record AuditFilter(@Nullable Long actor, @Nullable String action, @Nullable String kind, @Nullable String subject,
		@Nullable Instant from, @Nullable Instant to) {}
