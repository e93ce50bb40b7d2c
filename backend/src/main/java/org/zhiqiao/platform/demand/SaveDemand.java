package org.zhiqiao.platform.demand;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A need as its form sends it. Everything may still be missing; {@link DemandCheck} says what must not be.
 *
 * @param language the language that the text is written in: {@code zh} or {@code en}
 * @param organisationId whose need it is; firms leave it out, since theirs is known
 * @param city the city it belongs to, whose officers review it
 */
public record SaveDemand(@Nullable String kind, @Nullable String title, @Nullable String description,
		@Nullable String language, @Nullable Long organisationId, @Nullable String city, List<String> industries,
		List<SoughtDomain> domains, List<SoughtCountry> countries, List<SoughtLanguage> languages,
		List<SoughtCompetence> competences, @Nullable Budget budget, @Nullable LocalDate deadline,
		@Nullable String confidentiality) {

	public SaveDemand {
		kind = trimmed(kind);
		title = trimmed(title);
		description = trimmed(description);
		language = trimmed(language);
		city = trimmed(city);
		confidentiality = trimmed(confidentiality);
		industries = present(industries);
		domains = present(domains);
		countries = present(countries);
		languages = present(languages);
		competences = present(competences);
	}

	/** A field of work: a concept's code, or free words. */
	public record SoughtDomain(@Nullable String code, @Nullable String text, @Nullable Boolean must,
			@Nullable Integer weight) {

		public SoughtDomain {
			code = trimmed(code);
			text = trimmed(text);
		}

	}

	/** Experience with a country or a region. */
	public record SoughtCountry(@Nullable String code, @Nullable String region, @Nullable String kind,
			@Nullable Boolean must, @Nullable Integer weight) {

		public SoughtCountry {
			code = trimmed(code);
			region = trimmed(region);
			kind = trimmed(kind);
		}

	}

	/** A language with the level wanted. */
	public record SoughtLanguage(@Nullable String code, @Nullable String level, @Nullable Boolean must,
			@Nullable Integer weight) {

		public SoughtLanguage {
			code = trimmed(code);
			level = trimmed(level);
		}

	}

	/** A competence. */
	public record SoughtCompetence(@Nullable String code, @Nullable Boolean must, @Nullable Integer weight) {

		public SoughtCompetence {
			code = trimmed(code);
		}

	}

	private static @Nullable String trimmed(@Nullable String text) {
		if (text == null) {
			return null;
		}
		var trimmed = text.strip();
		return trimmed.isEmpty() ? null : trimmed;
	}

	private static <T> List<T> present(@Nullable List<T> list) {
		return (list != null) ? List.copyOf(list.stream().filter(java.util.Objects::nonNull).toList()) : List.of();
	}

}
