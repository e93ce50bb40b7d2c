package org.zhiqiao.platform.taxonomy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scheme says about its entries beyond name and note. Every fact may have several
 * values.
 *
 * @param target for {@link Kind#TERM}: where the codes are from
 */
record Fact(String name, Kind kind, @Nullable Scheme target) {

	enum Kind {

		/** A text or a code of somebody else's. */
		TEXT,
		/** Only says yes: the value is the flag's name. */
		FLAG,
		/** A code of the thesaurus. */
		CONCEPT,
		/** A code of another scheme. */
		TERM

	}

	/** The facts of a scheme. */
	static List<Fact> of(Scheme scheme) {
		return switch (scheme) {
			case INDUSTRIES -> List.of(text("aliasesZh"), text("aliasesEn"));
			case CLUSTERS -> List.of(term("industries", Scheme.INDUSTRIES), concept("concepts"));
			case CITIES -> List.of(text("division"), text("leadingZh"), text("leadingEn"), concept("leadingConcepts"));
			case COUNTRIES -> List.of(concept("strengths"), term("ways", Scheme.COOPERATION_WAYS),
					term("channel", Scheme.CHANNELS), flag("flags"));
			case REGIONS -> List.of(text("members"), flag("flags"));
			case RESEARCH_THEMES -> List.of(concept("concepts"));
			case TITLE_LEVELS -> List.of(text("rank"), text("examplesZh"), text("examplesEn"));
			case LANGUAGE_LEVELS -> List.of(text("rank"));
			case BASE_TYPES -> List.of(text("level"));
			default -> List.of();
		};
	}

	private static Fact text(String name) {
		return new Fact(name, Kind.TEXT, null);
	}

	private static Fact flag(String name) {
		return new Fact(name, Kind.FLAG, null);
	}

	private static Fact concept(String name) {
		return new Fact(name, Kind.CONCEPT, null);
	}

	private static Fact term(String name, Scheme target) {
		return new Fact(name, Kind.TERM, target);
	}

}
