package org.zhiqiao.platform.demand;

import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.mapping.Column;

/** What the firm is ready to spend, in units of 10,000 yuan; either end may be open. */
public record Budget(@Column("budget_min") @Nullable Integer min, @Column("budget_max") @Nullable Integer max) {

}
