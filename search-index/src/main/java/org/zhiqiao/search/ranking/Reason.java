package org.zhiqiao.search.ranking;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.CefrLevel;
import org.zhiqiao.search.Condition;
import org.zhiqiao.search.CountryExperience;
import org.zhiqiao.search.MatchedTerm;
import org.zhiqiao.search.PieceKind;

/**
 * A fact that a score rests on, or that is missing. Facts only; the words are found by whoever
 * shows them.
 */
public sealed interface Reason {

	/**
	 * Whether it speaks for the person.
	 */
	default boolean speaksFor() {
		return true;
	}

	/**
	 * A piece of evidence speaks to the need.
	 *
	 * @param share how much of the need it covers, 0 to 1
	 */
	record Evidence(String pieceId, PieceKind kind, String title, @Nullable Integer year, double share,
			List<MatchedTerm> matched) implements Reason {

		public Evidence {
			matched = List.copyOf(matched);
		}

	}

	/**
	 * There are so many pieces of evidence that speak to the need, those shown included.
	 */
	record EvidenceCount(int pieces) implements Reason {

	}

	/**
	 * The person has a domain that was asked for.
	 *
	 * @param asked code
	 * @param held code of the concept that the person declares or gives evidence of
	 * @param declared whether the person declares it
	 */
	record DomainHeld(String asked, String held, MatchedTerm.How how, boolean declared) implements Reason {

	}

	/**
	 * Nothing shows that the person has a domain that was asked for.
	 *
	 * @param asked code, or the free term
	 */
	record DomainMissing(String asked) implements Reason {

		@Override
		public boolean speaksFor() {
			return false;
		}

	}

	/**
	 * The person speaks a language that was asked for, possibly below the level.
	 */
	record LanguageHeld(String code, CefrLevel asked, CefrLevel held) implements Reason {

		@Override
		public boolean speaksFor() {
			return this.held.reaches(this.asked);
		}

	}

	/**
	 * The person does not say that they speak it.
	 */
	record LanguageMissing(String code, CefrLevel asked) implements Reason {

		@Override
		public boolean speaksFor() {
			return false;
		}

	}

	/**
	 * The person knows a country that was asked for.
	 *
	 * @param ofAskedKind whether it is experience of the kind that was asked for
	 */
	record CountryHeld(CountryExperience experience, boolean ofAskedKind) implements Reason {

	}

	/**
	 * No experience with any of these countries.
	 */
	record CountryMissing(Set<String> alpha2, Set<String> kinds) implements Reason {

		@Override
		public boolean speaksFor() {
			return false;
		}

	}

	/**
	 * A competence or another condition is met.
	 */
	record ConditionMet(Condition condition) implements Reason {

	}

	/**
	 * A competence or another condition is not met.
	 */
	record ConditionUnmet(Condition condition) implements Reason {

		@Override
		public boolean speaksFor() {
			return false;
		}

	}

}
