package org.zhiqiao.platform.taxonomy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a small vocabulary as an administrator writes it.
 *
 * @param code only of a new one
 * @param position where it stands; a new one stands last if nothing is said
 * @param facts by name, see {@link TermView}
 */
record SaveTerm(@Nullable String code, @Nullable Bilingual label, @Nullable Bilingual note, @Nullable String source,
		@Nullable Integer position, @Nullable Boolean retired, @Nullable Map<String, List<String>> facts) {}
