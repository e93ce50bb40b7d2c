package org.zhiqiao.platform.expert;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The professional title as written, and its level as a code of the vocabulary. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Title(@Nullable String level, @Nullable String zh, @Nullable String en) {

	public static final Title NONE = new Title(null, null, null);

}
