package org.zhiqiao.search.ranking;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.CefrLevel;
import org.zhiqiao.search.CountryExperience;
import org.zhiqiao.search.ExpertFacts;
import org.zhiqiao.search.LanguageSkill;

/**
 * People with one fact each.
 */
final class CriteriaFacts {

	private CriteriaFacts() {}

	static ExpertFacts speaking(String code, CefrLevel level) {
		return facts(List.of(new LanguageSkill(code, level)), List.of());
	}

	static ExpertFacts knowing(String alpha2, String kind, @Nullable Integer from, @Nullable Integer to) {
		return facts(List.of(), List.of(new CountryExperience(alpha2, kind, from, to)));
	}

	private static ExpertFacts facts(List<LanguageSkill> languages, List<CountryExperience> countries) {
		return new ExpertFacts(1, List.of(), Set.of(), Set.of(), List.of(), languages, countries, List.of(), List.of(),
				"",
				"", false, true, false, 0, 0);
	}

}
