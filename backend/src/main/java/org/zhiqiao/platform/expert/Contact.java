package org.zhiqiao.platform.expert;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** How to reach somebody. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contact(@Nullable String email, @Nullable String phone, @Nullable String other) {

	public static final Contact NONE = new Contact(null, null, null);

}
