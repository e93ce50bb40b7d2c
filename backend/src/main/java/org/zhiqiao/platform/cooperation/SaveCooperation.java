package org.zhiqiao.platform.cooperation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.taxonomy.Bilingual;

/**
 * What a form sends; all but kind and title may be missing while it is a draft.
 *
 * @param kind {@code project}, {@code base}, {@code programme} or {@code event}
 * @param host the number of an organisation
 * @param hostKind a code; that of the organisation if it has one
 * @param city a code; that of the organisation if it has one
 * @param industries codes
 * @param domains concepts of the thesaurus
 * @param countries ISO 3166-1 alpha-2
 * @param partners numbers of organisations
 * @param people numbers of profiles
 * @param fromYear the first year
 * @param toYear the last year; none while it lasts
 * @param funding in units of 10,000 yuan
 * @param channel a code
 * @param programme a code
 * @param baseType a code, for bases
 * @param baseLevel {@code national} or {@code provincial}, for bases
 * @param theme the priority theme, for bases
 * @param note what came of it
 * @param occasion days and people, for programmes and events; their years follow from it
 * @param reference the author's own lasting number for it, by which a later import finds it again
 */
public record SaveCooperation(@Nullable String kind, @Nullable Bilingual title, @Nullable Long host,
		@Nullable String hostKind, @Nullable String city, List<String> industries, List<String> domains,
		List<String> countries, List<Long> partners, List<Long> people, @Nullable Integer fromYear,
		@Nullable Integer toYear, @Nullable Integer funding, @Nullable String channel, @Nullable String programme,
		@Nullable String baseType, @Nullable String baseLevel, @Nullable String theme, @Nullable String note,
		@Nullable Occasion occasion, @Nullable String reference) {

	public SaveCooperation {
		industries = once(industries);
		domains = once(domains);
		countries = once(countries);
		partners = once(partners);
		people = once(people);
	}

	/** A project or a base that nobody numbered. */
	public SaveCooperation(@Nullable String kind, @Nullable Bilingual title, @Nullable Long host,
			@Nullable String hostKind, @Nullable String city, List<String> industries, List<String> domains,
			List<String> countries, List<Long> partners, List<Long> people, @Nullable Integer fromYear,
			@Nullable Integer toYear, @Nullable Integer funding, @Nullable String channel, @Nullable String programme,
			@Nullable String baseType, @Nullable String baseLevel, @Nullable String theme, @Nullable String note) {
		this(kind, title, host, hostKind, city, industries, domains, countries, partners, people, fromYear, toYear,
				funding, channel, programme, baseType, baseLevel, theme, note, null, null);
	}

	private static <T> List<T> once(@Nullable List<T> list) {
		return (list == null)
				? List.of()
				: List.copyOf(new LinkedHashSet<>(list.stream().filter(Objects::nonNull).toList()));
	}

}
