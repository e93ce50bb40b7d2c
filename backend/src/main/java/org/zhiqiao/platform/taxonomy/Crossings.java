package org.zhiqiao.platform.taxonomy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts where lines and columns of a table meet, one thing after another. */
public final class Crossings {

	private final Map<String, Map<String, long[]>> counts = new HashMap<>();

	public void add(String line, String column, long things) {
		this.counts.computeIfAbsent(line, _ -> new HashMap<>()).computeIfAbsent(column, _ -> new long[1])[0] += things;
	}

	/** Only where there is something. */
	public List<Tally> tallies() {
		var tallies = new ArrayList<Tally>();
		this.counts.forEach((line, columns) -> columns
				.forEach((column, count) -> tallies.add(new Tally(line, column, count[0]))));
		return tallies;
	}

}
