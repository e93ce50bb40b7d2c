package org.zhiqiao.platform.matching;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.expert.ExpertCard;
import org.zhiqiao.platform.taxonomy.ConceptRef;

/**
 * How a need could find more people.
 *
 * @param limited whether more people know the subject than were looked at, so that there may be more than is said here
 * @param relaxations what giving up one must would bring, the most people first
 * @param pair the two musts that bring the most people together, where that is more than each brings alone
 * @param nearest people whom the musts leave out, those who would fit best first
 * @param wording other words that would find more
 */
record Outlook(boolean limited, List<RelaxationView> relaxations, @Nullable RelaxationView pair,
		List<OutsiderView> nearest, WordingView wording) {

	/**
	 * A must of the need.
	 *
	 * @param pointer where it stands in the need
	 * @param code what is asked for there
	 */
	record MustView(String pointer, String criterion, String code) {

	}

	/**
	 * What giving up musts would bring.
	 *
	 * @param level the lower level of the language that would do; absent for musts that become wishes
	 * @param more how many people would be there who are not
	 * @param best the score of the best of them, 0 to 100
	 */
	record RelaxationView(List<MustView> musts, @Nullable String level, int more, double best) {

	}

	/**
	 * Somebody whom the musts leave out.
	 *
	 * @param score 0 to 100, if the musts were wishes
	 * @param failed the musts that are not fulfilled
	 */
	record OutsiderView(double score, ExpertCard card, List<MustView> failed, List<ContributionView> contributions) {

	}

	/**
	 * Other words that would find more people.
	 *
	 * @param unheard words of the need that nobody's evidence has, in whichever language
	 * @param additions domains that the need could name as well, those that bring the best people first
	 */
	record WordingView(List<String> unheard, List<AdditionView> additions) {

	}

	/**
	 * A domain that the need could name as well.
	 *
	 * @param broaderThan what the need names and this is directly above
	 * @param shared so many of the first twenty people have it
	 * @param more how many people would be found who are not
	 * @param best the score of the best of them, 0 to 100
	 */
	record AdditionView(ConceptRef concept, List<ConceptRef> broaderThan, int shared, int more, double best) {

	}

}
