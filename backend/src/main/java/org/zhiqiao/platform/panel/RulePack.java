package org.zhiqiao.platform.panel;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.taxonomy.Bilingual;

/**
 * The rules for panels as they were at a time. A pack in use is never changed: a new one gets a new version.
 *
 * @param assessment how members are assessed afterwards; none in the packs that say nothing about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RulePack(int version, List<Rule> rules, @Nullable AssessmentRule assessment) {

	RulePack {
		rules = List.copyOf(rules);
	}

	/**
	 * A rule with where it comes from.
	 *
	 * @param on whether it is on unless somebody switches it off
	 * @param number if it has one
	 * @param basis the statute; empty if it stands in none
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Rule(String code, boolean on, @Nullable Parameter number, Mark mark, String basis, Bilingual title) {

	}

	/**
	 * @param value what holds unless somebody says otherwise
	 * @param unit {@code members}, {@code years}, {@code months}, {@code percent}, {@code times}, {@code panels} or {@code points}
	 */
	record Parameter(int value, int least, int most, String unit) {

	}

	/**
	 * How members are assessed once the result is settled.
	 *
	 * @param workingDays within so many working days the organiser assesses
	 * @param mark how binding that is
	 * @param criteria whose points add up to 100
	 */
	record AssessmentRule(int workingDays, Mark mark, List<AssessmentCriterion> criteria) {

		static final int WHOLE = 100;

		AssessmentRule {
			criteria = List.copyOf(criteria);
			if (criteria.stream().mapToInt(AssessmentCriterion::points).sum() != WHOLE) {
				throw new IllegalArgumentException("The points of an assessment do not add up to " + WHOLE);
			}
		}

	}

	/**
	 * What members are assessed by.
	 *
	 * @param points at most
	 * @param meaning what is expected
	 */
	record AssessmentCriterion(String code, int points, Bilingual name, Bilingual meaning) {

	}

	/** How binding a rule is. */
	enum Mark {

		/** Stands in a statute that is applied by analogy. */
		@JsonProperty("law")
		LAW,
		/** Usual, as officials and the profession describe it. */
		@JsonProperty("practice")
		PRACTICE,
		/** The platform's own choice. */
		@JsonProperty("ours")
		OURS

	}

}
