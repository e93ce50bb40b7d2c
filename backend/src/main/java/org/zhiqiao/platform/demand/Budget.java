package org.zhiqiao.platform.demand;

import org.jspecify.annotations.Nullable;

/** What the firm is ready to spend, in units of 10,000 yuan; either end may be open. */
public record Budget(@Nullable Integer min, @Nullable Integer max) {

}
