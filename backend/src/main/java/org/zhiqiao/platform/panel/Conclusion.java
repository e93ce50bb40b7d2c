package org.zhiqiao.platform.panel;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the panel concludes, as the organiser writes it down.
 *
 * @param minutes of how it came to that
 */
record Conclusion(List<ItemConclusion> items, String minutes) {

	static final Conclusion NONE = new Conclusion(List.of(), "");

	Conclusion {
		items = List.copyOf(items);
	}

	/**
	 * What is concluded on one item.
	 *
	 * @param item its number
	 * @param verdict none while it is not decided
	 * @param words empty if there are none
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ItemConclusion(int item, @Nullable ItemVerdict verdict, String words) {

	}

	/** What is recommended. */
	enum ItemVerdict {

		@JsonProperty("recommended")
		RECOMMENDED,
		/** If something is changed, which the words say. */
		@JsonProperty("with-changes")
		WITH_CHANGES, @JsonProperty("not-recommended")
		NOT_RECOMMENDED

	}

}
