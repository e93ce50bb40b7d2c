package org.zhiqiao.platform.expert;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where a group of fields came from, when it was last confirmed and who may see it.
 *
 * @param confirmedOn the day on which the person or an officer last said that it holds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GroupState(Source source, @Nullable LocalDate confirmedOn, Visibility visibility) {

}
