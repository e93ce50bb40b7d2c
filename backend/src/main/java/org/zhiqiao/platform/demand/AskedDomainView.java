package org.zhiqiao.platform.demand;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.taxonomy.Bilingual;

/** A field of work that is asked for, with the concept's name. */
public record AskedDomainView(@Nullable String code, @Nullable String text, @Nullable Bilingual label, boolean must,
		int weight) {

}
