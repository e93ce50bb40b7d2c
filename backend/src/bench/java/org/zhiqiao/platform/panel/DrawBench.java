package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.zhiqiao.platform.panel.DrawList.Entry;
import org.zhiqiao.platform.panel.DrawList.Stratum;
import org.zhiqiao.platform.panel.DrawTranscript.Officer;

/** How long a draw of 15 from 100,000 takes, with its transcript. The seeds are 1, 2, …; how many can be given. */
final class DrawBench {

	private DrawBench() {}

	public static void main(String[] arguments) {
		var seeds = (arguments.length > 0) ? Integer.parseInt(arguments[0]) : 9;
		var times = new ArrayList<Double>();
		for (var seed = 1; seed <= seeds; seed++) {
			var random = new Random(seed);
			var entries = LongStream.rangeClosed(1, 100_000)
					.mapToObj(person -> new Entry(person, "专家" + person, 1 + random.nextInt(8000)))
					.toList();
			var frozen = Instant.parse("2026-03-02T01:00:00Z");
			var officers = List.of(officer(random, "甲", "admin", frozen), officer(random, "乙", "supervisor", frozen));
			var start = System.nanoTime();
			var transcript = DrawTranscript.draw(
					new DrawList("评审", 5, List.of(new Stratum("全部", 15, entries)), List.of()),
					frozen, officers);
			times.add((System.nanoTime() - start) / 1e9);
			if (!transcript.strata().getFirst().full(15)) {
				throw new IllegalStateException("Not every seat is taken");
			}
		}
		var sorted = times.stream().sorted().toList();
		// Nothing is compiled yet for the first one.
		System.out.printf("draw of 15 from 100,000 with its transcript%n"
				+ "  time %.2f / %.2f / %.2f s (best / median / worst), the first %.2f s%n", sorted.getFirst(),
				sorted.get(sorted.size() / 2), sorted.getLast(), times.getFirst());
	}

	private static Officer officer(Random random, String name, String role, Instant frozen) {
		var secret = new byte[DrawHash.SECRET];
		random.nextBytes(secret);
		return new Officer(name, role, DrawHash.hex(DrawHash.commitment(secret)), frozen.minusSeconds(60),
				HexFormat.of().formatHex(secret), frozen.plusSeconds(60));
	}

}
