package org.zhiqiao.platform.taxonomy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** Terms in both languages; a language without any is left out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Terms(List<String> zh, List<String> en) {

	boolean none() {
		return this.zh.isEmpty() && this.en.isEmpty();
	}

}
