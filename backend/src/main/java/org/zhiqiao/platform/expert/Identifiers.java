package org.zhiqiao.platform.expert;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** ORCID iD as {@code 0000-0000-0000-0000}, OpenAlex author id as {@code A123}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Identifiers(@Nullable String orcid, @Nullable String openalex) {

	public static final Identifiers NONE = new Identifiers(null, null);

}
