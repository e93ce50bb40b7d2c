package org.zhiqiao.platform.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.platform.taxonomy.Bilingual;

/**
 * A value by which the results can be narrowed down.
 *
 * @param count how many results have it, or something below it
 * @param children narrower values, in a tree
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record FacetValue(String code, @Nullable Bilingual label, int count, List<FacetValue> children) {}
