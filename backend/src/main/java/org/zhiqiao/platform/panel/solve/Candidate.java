package org.zhiqiao.platform.panel.solve;

import java.util.Set;

/**
 * Somebody who could sit on a panel.
 *
 * @param fit how well the person fits by themselves, from 0 to {@value #BEST}
 * @param organisation the legal person, by its number; 0 for none, which no rule on organisations counts
 * @param features what is true of the person, by numbers that the caller gives: a domain, a language, overseas, senior
 * @param load how many reviews the person has done lately
 */
public record Candidate(long id, int fit, long organisation, Set<Integer> features, int load) {

	/** A perfect fit. */
	public static final int BEST = 10_000;

	public Candidate {
		features = Set.copyOf(features);
		if (fit < 0 || fit > BEST) {
			throw new IllegalArgumentException("Candidate " + id + " has a fit out of range: " + fit);
		}
		if (load < 0) {
			throw new IllegalArgumentException("Candidate " + id + " has a negative load: " + load);
		}
	}

}
