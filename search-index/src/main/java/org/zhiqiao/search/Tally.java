package org.zhiqiao.search;

import java.util.List;

/**
 * How many people there are in view of a need. "Considered" are the people whose evidence has
 * something to do with what the need says, or everybody visible where it says nothing about that.
 *
 * @param visible people the viewer may see at all
 * @param considered people considered before any must
 * @param passing people considered who fulfil all musts
 * @param musts one for each must of the query, in its order
 */
public record Tally(int visible, int considered, int passing, List<MustTally> musts) {

	/** Stands where counting was not asked for. */
	public static final Tally NOT_COUNTED = new Tally(-1, -1, -1, List.of());

	public Tally {
		musts = List.copyOf(musts);
	}

	public boolean counted() {
		return this.considered >= 0;
	}

	/**
	 * What one must costs.
	 *
	 * @param excluded people considered who do not fulfil it
	 * @param alone people considered who fulfil all others but not this one: so many more there
	 * would be without it
	 */
	public record MustTally(Condition must, int excluded, int alone) {

	}

}
