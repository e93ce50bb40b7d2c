package org.zhiqiao.platform.expert;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Whether somebody has time: open, limited or not at all; from a day on. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Availability(@Nullable String status, @Nullable LocalDate from, @Nullable String note) {

	public static final Availability UNKNOWN = new Availability(null, null, null);

}
