package org.zhiqiao.platform.expert;

import jakarta.validation.constraints.NotNull;

/** The other profile, which is to be merged into the one that the address names. */
record MergeExperts(@NotNull Long otherId) {

}
