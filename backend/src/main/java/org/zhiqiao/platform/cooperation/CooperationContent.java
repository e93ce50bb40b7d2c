package org.zhiqiao.platform.cooperation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.taxonomy.Bilingual;

/** What is told of a project or a base; see {@link SaveCooperation} for what each part means. */
record CooperationContent(CooperationKind kind, Bilingual title, @Nullable Long host, @Nullable String hostKind,
		@Nullable String city, List<String> industries, List<String> domains, List<String> countries,
		List<Long> partners, List<Long> people, @Nullable Integer fromYear, @Nullable Integer toYear,
		@Nullable Integer funding, @Nullable String channel, @Nullable String programme, @Nullable String baseType,
		@Nullable String baseLevel, @Nullable String theme, @Nullable String note, @Nullable Occasion occasion,
		@Nullable String reference) {

	CooperationContent {
		industries = List.copyOf(industries);
		domains = List.copyOf(domains);
		countries = List.copyOf(countries);
		partners = List.copyOf(partners);
		people = List.copyOf(people);
	}

}
