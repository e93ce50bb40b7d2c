package org.zhiqiao.platform.panel;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How somebody came to their seat. */
enum Selection {

	/** By chance. */
	@JsonProperty("drawn")
	DRAWN,
	/** By name, with a written reason and the supervisor's approval. */
	@JsonProperty("direct")
	DIRECT

}
