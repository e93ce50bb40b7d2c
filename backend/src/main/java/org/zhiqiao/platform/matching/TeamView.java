package org.zhiqiao.platform.matching;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.expert.ExpertCard;

/**
 * The smallest team for a need, and what proves it. Requirements are named by their places in {@code requirements}.
 *
 * @param members those who had to be on it first, then the others, best score first
 * @param uncovered what nobody meets
 * @param atLeast no team of fewer people covers as much
 * @param apart requirements of which nobody meets two, so that each takes somebody of its own; absent where
 * {@code steps} is there
 * @param steps choices of a person that were tried in vain to do with one person less
 * @param best whether no other team of the same size fits better; false where the search was cut short
 * @param candidates how many people it was looked for among
 * @param limited whether more people know the subject than were looked at
 */
record TeamView(List<RequirementView> requirements, List<MemberView> members, List<Integer> uncovered, int atLeast,
		@Nullable List<Integer> apart, @Nullable Long steps, boolean best, int candidates, boolean limited) {

	/**
	 * Something that somebody on the team must meet.
	 *
	 * @param pointer where it stands in the need; empty for the subject of its text
	 * @param code what is asked for there; empty for the subject of its text
	 * @param people how many of the candidates meet it
	 */
	record RequirementView(String pointer, String criterion, String code, boolean must, int people) {

	}

	/**
	 * Somebody on the team.
	 *
	 * @param score 0 to 100, as the person would fit alone if all musts were wishes
	 * @param kept whether the person had to be on it
	 * @param listed whether the person is on the shortlist
	 * @param covers what the person meets
	 */
	record MemberView(double score, ExpertCard card, boolean kept, boolean listed, List<Integer> covers,
			List<ContributionView> contributions) {

	}

}
