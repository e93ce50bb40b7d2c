package org.zhiqiao.platform.panel;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.taxonomy.Bilingual;

/** The rules for panels as they were at a time. A pack in use is never changed: a new one gets a new version. */
record RulePack(int version, List<Rule> rules) {

	RulePack {
		rules = List.copyOf(rules);
	}

	/**
	 * A rule with where it comes from.
	 *
	 * @param on whether it is on unless somebody switches it off
	 * @param number if it has one
	 * @param basis the statute; empty if it stands in none
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Rule(String code, boolean on, @Nullable Parameter number, Mark mark, String basis, Bilingual title) {

	}

	/**
	 * @param value what holds unless somebody says otherwise
	 * @param unit {@code members}, {@code years}, {@code months}, {@code percent}, {@code times} or {@code panels}
	 */
	record Parameter(int value, int least, int most, String unit) {

	}

	/** How binding a rule is. */
	enum Mark {

		/** Stands in a statute that is applied by analogy. */
		@JsonProperty("law")
		LAW,
		/** Usual, as officials and the profession describe it. */
		@JsonProperty("practice")
		PRACTICE,
		/** The platform's own choice. */
		@JsonProperty("ours")
		OURS

	}

}
