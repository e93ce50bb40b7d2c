package org.zhiqiao.search;

import java.util.Set;

/**
 * A condition that a person must fulfil, or the search leaves them out. Every condition can be
 * answered from the facts that the viewer may see; the engine may answer it by other means but
 * must come to the same result.
 */
public sealed interface Condition {

	boolean test(ExpertFacts facts);

	/**
	 * Speaks a language at least at a level.
	 */
	record Speaks(String code, CefrLevel atLeast) implements Condition {

		@Override
		public boolean test(ExpertFacts facts) {
			return facts.languages()
					.stream()
					.anyMatch((skill) -> skill.code().equals(this.code) && skill.level().reaches(this.atLeast));
		}

	}

	/**
	 * Has experience with one of the countries.
	 *
	 * @param alpha2 any of these countries
	 * @param kinds any of these kinds; empty for any kind
	 */
	record KnowsCountry(Set<String> alpha2, Set<String> kinds) implements Condition {

		public KnowsCountry {
			alpha2 = Set.copyOf(alpha2);
			kinds = Set.copyOf(kinds);
		}

		@Override
		public boolean test(ExpertFacts facts) {
			return facts.countries()
					.stream()
					.anyMatch((experience) -> this.alpha2.contains(experience.alpha2())
							&& (this.kinds.isEmpty() || this.kinds.contains(experience.kind())));
		}

	}

	/**
	 * Declares the concept or one below it, or has evidence that mentions it.
	 */
	record KnowsDomain(String code) implements Condition {

		@Override
		public boolean test(ExpertFacts facts) {
			return facts.domainClosure().contains(this.code);
		}

	}

	/**
	 * Has a text that contains all words of a free term, on profile or evidence. Facts hold no
	 * texts, so this one is answered by the engine alone; people who do not fulfil it never get
	 * as far as the facts.
	 */
	record Mentions(String term) implements Condition {

		@Override
		public boolean test(ExpertFacts facts) {
			return true;
		}

	}

	/**
	 * Has a competence.
	 */
	record HasCompetence(String code) implements Condition {

		@Override
		public boolean test(ExpertFacts facts) {
			return facts.competences().contains(this.code);
		}

	}

	/**
	 * Offers something, such as advice.
	 */
	record Offers(String code) implements Condition {

		@Override
		public boolean test(ExpertFacts facts) {
			return facts.offers().contains(this.code);
		}

	}

	/**
	 * Works in one of the cities.
	 */
	record InCity(Set<String> codes) implements Condition {

		public InCity {
			codes = Set.copyOf(codes);
		}

		@Override
		public boolean test(ExpertFacts facts) {
			return this.codes.contains(facts.city());
		}

	}

	/**
	 * Lives in one of the countries.
	 */
	record ResidesIn(Set<String> alpha2) implements Condition {

		public ResidesIn {
			alpha2 = Set.copyOf(alpha2);
		}

		@Override
		public boolean test(ExpertFacts facts) {
			return this.alpha2.contains(facts.residence());
		}

	}

	/**
	 * Is available at present.
	 */
	record IsAvailable() implements Condition {

		@Override
		public boolean test(ExpertFacts facts) {
			return facts.available();
		}

	}

	/**
	 * Was verified by an official.
	 */
	record IsVerified() implements Condition {

		@Override
		public boolean test(ExpertFacts facts) {
			return facts.verified();
		}

	}

}
