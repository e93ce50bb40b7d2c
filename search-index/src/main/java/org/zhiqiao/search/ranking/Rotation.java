package org.zhiqiao.search.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lets people who fit almost equally well take turns, so that the same few are not always on top.
 * <p>
 * Read from the top, a ranking falls into groups: the first of a group and all who have at most {@code band} points
 * less. Nobody leaves their group, so nobody stands behind somebody who has more than {@code band} points less. Inside
 * a group the order is that of a hash of the seed and the number of the person: the same for the same seed on every
 * machine, whoever else is in the group; over many seeds every place of a group comes to each of its people equally
 * often. Scores stay as they are. Groups that begin after the first {@value #REACH} people stay in their order: nobody
 * expects to find the best there.
 *
 * @param seed any number; the same one gives the same order again
 * @param band points within which people count as equal, above 0 and at most {@value #MOST}
 */
public record Rotation(long seed, double band) {

	/** Groups that begin among so many first people take part. */
	public static final int REACH = 50;

	/** A wider band would move people who do differ. */
	public static final double MOST = 3;

	/** The fraction of the golden ratio in 64 bits: successive multiples of it are spread evenly. */
	private static final long GOLDEN = 0x9E3779B97F4A7C15L;

	public Rotation {
		if (!(band > 0 && band <= MOST)) {
			throw new IllegalArgumentException("A band is above 0 and at most " + MOST + ", not " + band);
		}
	}

	/**
	 * Somebody in the new order.
	 *
	 * @param place where they stood without rotation, from 1
	 */
	public record Placed(Match match, int place) {

	}

	/**
	 * Lets take turns.
	 * @param matches best first
	 */
	public List<Placed> of(List<Match> matches) {
		List<Placed> placed = new ArrayList<>(matches.size());
		for (int first = 0; first < matches.size();) {
			double lowest = (first < REACH) ? matches.get(first).score() - this.band : Double.POSITIVE_INFINITY;
			List<Placed> group = new ArrayList<>();
			int next = first;
			do {
				group.add(new Placed(matches.get(next), next + 1));
				next++;
			} while (next < matches.size() && matches.get(next).score() >= lowest);
			group.sort(Comparator.comparingLong((Placed one) -> lot(one.match().expertId()))
					.thenComparingInt(Placed::place));
			placed.addAll(group);
			first = next;
		}
		return placed;
	}

	/** What a person draws. */
	private long lot(long expertId) {
		return mixed(mixed(this.seed * GOLDEN + GOLDEN) + expertId * GOLDEN);
	}

	/**
	 * Every bit of the answer depends on every bit of the value, and no two values have the same answer. The finaliser
	 * of SplitMix64: Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014.
	 */
	private static long mixed(long value) {
		long bits = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
		bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
		return bits ^ (bits >>> 31);
	}

}
