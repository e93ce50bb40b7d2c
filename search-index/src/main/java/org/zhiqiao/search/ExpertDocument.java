package org.zhiqiao.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A person as the index gets to know them: only what may be shown to somebody. Empty strings
 * stand for what is unknown.
 *
 * @param basicsAudience who may see name, headline and affiliation; nothing about the person is
 * visible to a wider circle than that
 * @param domains codes of concepts that the person declares
 * @param freeDomains declared fields of expertise that the thesaurus does not know
 * @param industries codes
 * @param competences codes
 * @param offers codes
 * @param city code of the city at home where the person works
 * @param residence ISO 3166-1 alpha-2
 * @param audiences who may see which group of facts; a group that is absent has the audience of
 * the basics
 * @param updatedEpochMs when the profile last changed
 */
public record ExpertDocument(long id, Names names, String headline, String affiliation, Audience basicsAudience,
		List<Piece> pieces, List<String> domains, List<String> freeDomains, List<String> industries,
		List<LanguageSkill> languages, List<CountryExperience> countries, List<String> competences,
		List<String> offers, String city, String residence, boolean verified, boolean available,
		Map<FactGroup, Audience> audiences, long updatedEpochMs) {

	public ExpertDocument {
		pieces = List.copyOf(pieces);
		domains = List.copyOf(domains);
		freeDomains = List.copyOf(freeDomains);
		industries = List.copyOf(industries);
		languages = List.copyOf(languages);
		countries = List.copyOf(countries);
		competences = List.copyOf(competences);
		offers = List.copyOf(offers);
		audiences = Map.copyOf(audiences);
	}

	/**
	 * Who may see a group of facts: never more people than may see the basics.
	 */
	public Audience audienceOf(FactGroup group) {
		return this.basicsAudience.stricter(this.audiences.getOrDefault(group, this.basicsAudience));
	}

	/**
	 * Starts a document with nothing but a key and names, visible to everybody.
	 */
	public static Builder of(long id, Names names) {
		return new Builder(id, names);
	}

	/**
	 * Collects the parts of a document; what is not given stays empty, and the person counts as
	 * available and not verified.
	 */
	public static final class Builder {

		private final long id;

		private final Names names;

		private String headline = "";

		private String affiliation = "";

		private Audience basicsAudience = Audience.PUBLIC;

		private List<Piece> pieces = List.of();

		private List<String> domains = List.of();

		private List<String> freeDomains = List.of();

		private List<String> industries = List.of();

		private List<LanguageSkill> languages = List.of();

		private List<CountryExperience> countries = List.of();

		private List<String> competences = List.of();

		private List<String> offers = List.of();

		private String city = "";

		private String residence = "";

		private boolean verified;

		private boolean available = true;

		private final Map<FactGroup, Audience> audiences = new EnumMap<>(FactGroup.class);

		private long updatedEpochMs;

		private Builder(long id, Names names) {
			this.id = id;
			this.names = names;
		}

		public Builder headline(String headline) {
			this.headline = headline;
			return this;
		}

		public Builder affiliation(String affiliation) {
			this.affiliation = affiliation;
			return this;
		}

		public Builder basicsAudience(Audience audience) {
			this.basicsAudience = audience;
			return this;
		}

		public Builder pieces(List<Piece> pieces) {
			this.pieces = pieces;
			return this;
		}

		public Builder domains(List<String> codes) {
			this.domains = codes;
			return this;
		}

		public Builder freeDomains(List<String> terms) {
			this.freeDomains = terms;
			return this;
		}

		public Builder industries(List<String> codes) {
			this.industries = codes;
			return this;
		}

		public Builder languages(List<LanguageSkill> languages) {
			this.languages = languages;
			return this;
		}

		public Builder countries(List<CountryExperience> countries) {
			this.countries = countries;
			return this;
		}

		public Builder competences(List<String> codes) {
			this.competences = codes;
			return this;
		}

		public Builder offers(List<String> codes) {
			this.offers = codes;
			return this;
		}

		public Builder city(String code) {
			this.city = code;
			return this;
		}

		public Builder residence(String alpha2) {
			this.residence = alpha2;
			return this;
		}

		public Builder verified(boolean verified) {
			this.verified = verified;
			return this;
		}

		public Builder available(boolean available) {
			this.available = available;
			return this;
		}

		public Builder audience(FactGroup group, Audience audience) {
			this.audiences.put(group, audience);
			return this;
		}

		public Builder updatedEpochMs(long updatedEpochMs) {
			this.updatedEpochMs = updatedEpochMs;
			return this;
		}

		public ExpertDocument build() {
			return new ExpertDocument(this.id, this.names, this.headline, this.affiliation, this.basicsAudience,
					this.pieces, this.domains, this.freeDomains, this.industries, this.languages, this.countries,
					this.competences, this.offers, this.city, this.residence, this.verified, this.available,
					this.audiences, this.updatedEpochMs);
		}

	}

}
