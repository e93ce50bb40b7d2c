package org.zhiqiao.platform.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.platform.taxonomy.Bilingual;

/**
 * An article, a study or a guide that the public reads.
 *
 * @param kind {@code news}, {@code case}, {@code supply} or {@code demand} of articles, {@code study}, {@code guide}
 * @param excerpt how its text begins, in each language in which it is told
 * @param by who tells it: the organisation of an article, the authors of a study as far as the reader may know of them
 * @param themes of a study
 * @param deadline of a guide
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FoundStory(long id, String kind, Bilingual title, Bilingual excerpt, List<Bilingual> by, List<String> countries,
		List<String> industries, List<String> themes, @Nullable LocalDate deadline, Instant publishedAt,
		boolean sample) {}
