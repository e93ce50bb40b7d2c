package org.zhiqiao.platform.expert;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An officer's decision on what a profile claims; a refusal needs a remark. */
record VerifyExpert(@NotNull Decision decision, @Size(max = 2000) @Nullable String remark) {

	enum Decision {

		/** It holds. */
		@JsonProperty("verified")
		VERIFIED,
		/** It could not be confirmed. */
		@JsonProperty("refused")
		REFUSED

	}

}
