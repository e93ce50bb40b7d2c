package org.zhiqiao.platform.panel;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.expert.ExpertCard;
import org.zhiqiao.platform.panel.DeclarationsView.TiedCandidates;
import org.zhiqiao.platform.taxonomy.ConceptRef;

/**
 * The best panel, or why there is none.
 *
 * @param status {@code optimal}: proven, no panel is worth more; {@code feasible}: keeps all rules, and nobody is sure that it is
 * the best; {@code infeasible}: no panel keeps all rules; {@code unknown}: the time was over before there was one
 * @param value what it is worth, in points
 * @param gap how much more another one could be worth at most, relative to it; 0 if it is proven
 * @param candidates how many people it was chosen from
 * @param next the next-best panels that differ in at least so many members
 * @param apart candidates who are tied to each other, of whom one sits at most
 * @param changes if there is none: which smallest changes of the seats would make one possible
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BestPanelView(String status, double value, double gap, long milliseconds, int candidates,
		List<PanelMember> members,
		List<ConceptRef> uncovered, List<NextPanel> next, int differing, List<List<SeatChange>> changes,
		List<TiedCandidates> apart) {

	/**
	 * A member with what they add.
	 *
	 * @param fit how well they know the items, from 0 to 100
	 * @param adds how many points the panel would lose without them
	 * @param needed groups that could not be filled without them
	 * @param covers fields of the items and groups that they know
	 * @param others who could take their place, all others staying, the best first
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record PanelMember(ExpertCard card, @Nullable String group, double fit, double adds, List<List<String>> needed,
			List<ConceptRef> covers, List<StandIn> others, boolean kept) {

	}

	/** @param costs points that the panel would lose with them in the place */
	record StandIn(long person, String name, double costs) {

	}

	/** Another panel. */
	record NextPanel(String status, double value, List<StandIn> members) {

	}

	/**
	 * A change of the seats.
	 *
	 * @param kind {@code fewer-of-group} so many seats of these groups for others; {@code organisation} so many more of one legal
	 * person; {@code fewer-seats}; {@code more-seats}; {@code together} two people who are tied sit there both
	 * @param groups any of them; of {@code together} the names of the two
	 */
	record SeatChange(String kind, int by, List<String> groups) {

	}

}
