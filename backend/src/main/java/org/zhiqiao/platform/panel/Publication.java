package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.taxonomy.Bilingual;

/**
 * The members of a panel as everybody may read them once its result is settled.
 *
 * @param panel its number
 * @param use a code of the vocabulary
 * @param basis the statutes by which it is published, such as 招标投标法 §37
 */
record Publication(long panel, String title, String use, Instant settledAt, Instant publishedAt,
		List<PublishedMember> members, List<String> basis) {

	/** Secret until then, and published afterwards (招标投标法 §37; 政府采购法实施条例 §43). */
	static final List<String> BASIS = List.of("招标投标法 §37", "政府采购法实施条例 §43");

	/**
	 * Somebody who sat on the panel.
	 *
	 * @param name none once the person was erased
	 * @param organisation none if it is not known
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record PublishedMember(@Nullable String name, @Nullable Bilingual organisation, Selection selection) {

	}

	/** A list in the list of lists. */
	record PublishedPanel(long panel, String title, String use, Instant settledAt, Instant publishedAt, int members) {

	}

	/** Lists that were published, the latest first. */
	record PublishedPanels(List<PublishedPanel> items, long total, int page, int size) {

	}

}
