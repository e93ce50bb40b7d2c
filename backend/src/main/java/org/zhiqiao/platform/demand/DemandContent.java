package org.zhiqiao.platform.demand;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a need says. A draft may still lack its description, language and confidentiality.
 *
 * @param language the language of the text: {@code zh} or {@code en}
 * @param city the code of the city it belongs to
 */
public record DemandContent(String kind, String title, String description, @Nullable String language,
		@Nullable String city, List<String> industries, List<AskedDomain> domains, List<AskedCountry> countries,
		List<AskedLanguage> languages, List<AskedCompetence> competences, @Nullable Budget budget,
		@Nullable LocalDate deadline, @Nullable Confidentiality confidentiality) {

	public DemandContent {
		industries = List.copyOf(industries);
		domains = List.copyOf(domains);
		countries = List.copyOf(countries);
		languages = List.copyOf(languages);
		competences = List.copyOf(competences);
	}

	/** What everybody may know of a published need, however confidential: the field it is in. */
	DemandContent outline() {
		return new DemandContent(this.kind, "", "", null, this.city, this.industries,
				this.domains.stream().filter(domain -> domain.code() != null).toList(), List.of(), List.of(),
				List.of(), null, null, this.confidentiality);
	}

	DemandContent until(LocalDate other) {
		return new DemandContent(this.kind, this.title, this.description, this.language, this.city, this.industries,
				this.domains, this.countries, this.languages, this.competences, this.budget, other,
				this.confidentiality);
	}

	DemandContent inCity(@Nullable String other) {
		return new DemandContent(this.kind, this.title, this.description, this.language, other, this.industries,
				this.domains, this.countries, this.languages, this.competences, this.budget, this.deadline,
				this.confidentiality);
	}

}
