package org.zhiqiao.platform.expert;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The groups of fields that have a source, a date of confirmation and a visibility of their own. */
public enum Group {

	/** Names, title, summary, the present affiliation, residence, identifiers. Whoever may not see these sees nothing. */
	@JsonProperty("basics")
	BASICS(Visibility.PUBLIC),
	/** Earlier affiliations, degrees, nationality. */
	@JsonProperty("background")
	BACKGROUND(Visibility.REGISTERED),
	/** Domains, industries, competences. */
	@JsonProperty("expertise")
	EXPERTISE(Visibility.PUBLIC),
	/** Languages with their levels. */
	@JsonProperty("languages")
	LANGUAGES(Visibility.PUBLIC),
	/** Country experience. */
	@JsonProperty("countries")
	COUNTRIES(Visibility.PUBLIC),
	/** Publications, projects and so on. */
	@JsonProperty("evidence")
	EVIDENCE(Visibility.PUBLIC),
	/** Offers, availability, preferred language and time zone. */
	@JsonProperty("offers")
	OFFERS(Visibility.REGISTERED),
	/** How to reach the person. */
	@JsonProperty("contact")
	CONTACT(Visibility.PRIVATE);

	private final Visibility usual;

	Group(Visibility usual) {
		this.usual = usual;
	}

	/** The visibility of the group until somebody chooses another. */
	public Visibility usual() {
		return this.usual;
	}

	/** The name in the API, e.g. {@code basics}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Group ofCode(String code) {
		return valueOf(code.toUpperCase(Locale.ROOT));
	}

	/** The group's fields. */
	Object of(Profile profile) {
		return switch (this) {
			case BASICS -> profile.basics();
			case BACKGROUND -> profile.background();
			case EXPERTISE -> profile.expertise();
			case LANGUAGES -> profile.languages();
			case COUNTRIES -> profile.countries();
			case EVIDENCE -> profile.evidence();
			case OFFERS -> profile.offers();
			case CONTACT -> profile.contact();
		};
	}

	boolean same(Profile one, Profile two) {
		return of(one).equals(of(two));
	}

	boolean empty(Profile profile) {
		return same(profile, Profile.EMPTY);
	}

}
