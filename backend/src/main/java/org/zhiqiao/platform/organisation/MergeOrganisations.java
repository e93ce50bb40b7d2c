package org.zhiqiao.platform.organisation;

import jakarta.validation.constraints.NotNull;

/**
 * Two organisations are one: the other goes into the one that is addressed.
 *
 * @param otherId the one that goes
 * @param otherVersion the version of it that was read
 */
record MergeOrganisations(@NotNull Long otherId, @NotNull Integer otherVersion) {}
