package org.zhiqiao.platform.publishing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.platform.taxonomy.Bilingual;

/**
 * What the form of an article sends; everything but the kind may be missing while it is a draft.
 *
 * @param kind {@code news}, {@code case}, {@code supply} or {@code demand}
 * @param form how it tells, see {@link ArticleForm#code()}
 * @param organisationId the organisation that tells
 * @param text HTML; whatever is not plain writing is taken out of it
 * @param industries codes
 * @param countries ISO 3166-1 alpha-2
 * @param people numbers of profiles
 * @param organisations numbers of organisations that it is about
 */
public record SaveArticle(@Nullable String kind, @Nullable String form, @Nullable Long organisationId,
		@Nullable Bilingual title, @Nullable Bilingual text, List<String> industries, List<String> countries,
		List<Long> people, List<Long> organisations) {

	public SaveArticle {
		industries = once(industries);
		countries = once(countries);
		people = once(people);
		organisations = once(organisations);
	}

	private static <T> List<T> once(@Nullable List<T> list) {
		return (list == null)
				? List.of()
				: List.copyOf(new LinkedHashSet<>(list.stream().filter(Objects::nonNull).toList()));
	}

}
