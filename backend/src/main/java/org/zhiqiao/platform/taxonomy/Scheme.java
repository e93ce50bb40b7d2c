package org.zhiqiao.platform.taxonomy;

import java.util.Locale;

/** The small vocabularies. The name is what clients of the API see, the file is what the program ships. */
public enum Scheme {

	/** The ten emerging industries. */
	INDUSTRIES("industries"),
	/** The five clusters. */
	CLUSTERS("clusters"),
	/** Anhui's sixteen cities. */
	CITIES("cities"),
	/** ISO 3166-1 alpha-2. */
	COUNTRIES("countries"),
	/** Groups of countries or of parts of the country. */
	REGIONS("regions"),
	/** What is done together with a group of countries. */
	COOPERATION_WAYS("cooperationWays"),
	/** Between governments, or between people. */
	CHANNELS("channels"),
	/** BCP 47. */
	LANGUAGES("languages"),
	/** CEFR, and native. */
	LANGUAGE_LEVELS("languageLevels"),
	/** Professional titles by level. */
	TITLE_LEVELS("titleLevels"),
	/** Firm, university, institute, other. */
	HOST_KINDS("hostKinds"),
	/** What cooperation abroad needs besides a field of work. */
	COMPETENCES("competences"),
	/** The six uses of the expert database. */
	USES("uses"),
	/** The six themes of the think tank. */
	RESEARCH_THEMES("researchThemes"),
	/** Kinds of advisers that are sought. */
	ADVISER_KINDS("adviserKinds"),
	/** Study, work, trade, diplomacy and so on in a country. */
	COUNTRY_EXPERIENCE_KINDS("countryExperienceKinds"),
	/** What an expert offers. */
	OFFER_KINDS("offerKinds"),
	/** What shows expertise. */
	EVIDENCE_KINDS("evidenceKinds"),
	/** What a firm or a city asks for. */
	DEMAND_KINDS("demandKinds"),
	/** Types of cooperation bases. */
	BASE_TYPES("baseTypes"),
	/** Talent programmes. */
	PROGRAMMES("programmes");

	private final String key;

	Scheme(String key) {
		this.key = key;
	}

	/** The name in the API, e.g. {@code titleLevels}. */
	public String key() {
		return this.key;
	}

	/** The name of the shipped file, e.g. {@code title-levels.tsv}. */
	String file() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".tsv";
	}

}
