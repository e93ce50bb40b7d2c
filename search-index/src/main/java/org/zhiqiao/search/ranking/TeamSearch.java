package org.zhiqiao.search.ranking;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.search.Condition;
import org.zhiqiao.search.team.Team;

/**
 * A team for a need that no single person covers, and among whom it was looked for.
 *
 * @param requirements what the team covers; the numbers in the team are their places
 * @param candidates those among whom it was looked for, as they would fit alone if all musts were wishes, best first
 * @param covers for each candidate the requirements that they meet, by their places
 * @param limited whether more people know the subject than were looked at
 */
public record TeamSearch(List<Requirement> requirements, List<Match> candidates, List<List<Integer>> covers, Team team,
		boolean limited) {

	public TeamSearch {
		requirements = List.copyOf(requirements);
		candidates = List.copyOf(candidates);
		covers = List.copyOf(covers);
	}

	/**
	 * Something that somebody on the team must meet.
	 *
	 * @param place in {@link Need#conditions()}; -1 for the subject of the texts
	 * @param condition null for the subject of the texts
	 */
	public record Requirement(int place, @Nullable Condition condition) {

		static final Requirement SUBJECT = new Requirement(-1, null);

	}

}
