package org.zhiqiao.platform.expert;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** An academic degree, in the words of who holds it; country is ISO 3166-1 alpha-2. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Degree(@Nullable String level, @Nullable String field, @Nullable String institution,
		@Nullable String country,
		@Nullable Integer year) {

}
