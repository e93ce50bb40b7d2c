package org.zhiqiao.platform.panel;

import java.util.List;

import org.zhiqiao.platform.taxonomy.Bilingual;

/**
 * What members are asked to judge, and how.
 *
 * @param criteria in the order in which they are shown; a criterion's place in it, from 1, is its number
 * @param instructions in the organiser's words; empty if there are none
 */
record ReviewSetup(List<ReviewCriterion> criteria, String instructions) {

	ReviewSetup {
		criteria = List.copyOf(criteria);
	}

	/**
	 * Something to give points for.
	 *
	 * @param points the most that can be given; points are given in halves
	 * @param weight in relation to the weights of the others
	 */
	record ReviewCriterion(Bilingual name, int points, int weight) {

	}

	int weights() {
		return this.criteria.stream().mapToInt(ReviewCriterion::weight).sum();
	}

}
