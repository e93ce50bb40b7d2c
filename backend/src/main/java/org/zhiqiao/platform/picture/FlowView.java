package org.zhiqiao.platform.picture;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Cooperation that leads from cities to partner countries.
 *
 * @param from the first of the years in one of which it went on; none for any
 * @param to the last of them
 * @param links the most first; what is with several countries counts for each
 */
record FlowView(FlowKind kind, @Nullable String city, @Nullable String industry, @Nullable Integer from,
		@Nullable Integer to, List<FlowLink> links) {

	/** What leads there. */
	enum FlowKind {

		@JsonProperty("project")
		PROJECT, @JsonProperty("base")
		BASE

	}

	/** From a city to a country. */
	record FlowLink(String city, String country, long count) {

	}

}
