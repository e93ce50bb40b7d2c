package org.zhiqiao.platform.panel.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

import org.zhiqiao.platform.panel.conflict.ConflictCheck;
import org.zhiqiao.platform.panel.conflict.ConflictRules;
import org.zhiqiao.platform.panel.conflict.MadeUpFacts;

/**
 * How long it takes to check ten thousand candidates against twenty items with ten people each, everybody with 5 to 20 works: the
 * whole pool against a large review. One thread; the layout of the parties' side is part of it. The processor's time is told besides,
 * since on a busy machine it alone can be compared.
 */
public final class ConflictBench {

	private static final int CANDIDATES = 10_000;

	private static final int ITEMS = 20;

	private static final int PEOPLE = 10;

	private static final int ROUNDS = 15;

	/** What the pool has in all: about three authors to a work, and few names for many people. */
	private static final int ORGANISATIONS = 2_000;

	private static final int WORKS = 40_000;

	private static final int NAMES = 8_000;

	private static final long SEED = 20260701;

	private ConflictBench() {}

	public static void main(String[] args) {
		var made = new MadeUpFacts(SEED, CANDIDATES, ORGANISATIONS, WORKS, NAMES);
		var families = made.families();
		var items = made.items(ITEMS, PEOPLE);
		var candidates = made.candidates(CANDIDATES, ITEMS);
		var layout = new double[ROUNDS];
		var all = new double[ROUNDS];
		var processor = new double[ROUNDS];
		var thread = ManagementFactory.getThreadMXBean();
		var findings = 0L;
		for (var round = 0; round < ROUNDS; round++) {
			var start = System.nanoTime();
			var processorStart = thread.getCurrentThreadCpuTime();
			var check = new ConflictCheck(ConflictRules.standard(), items, MadeUpFacts.TODAY, families);
			layout[round] = milliseconds(System.nanoTime() - start);
			findings = 0;
			for (var candidate : candidates) {
				findings += check.check(candidate).size();
			}
			all[round] = milliseconds(System.nanoTime() - start);
			processor[round] = milliseconds(thread.getCurrentThreadCpuTime() - processorStart);
		}
		System.out.printf(Locale.ROOT, "%d candidates, %d items with %d people each: %d findings (seed %d)%n",
				CANDIDATES, ITEMS, PEOPLE, findings, SEED);
		System.out.printf(Locale.ROOT, "first round %.1f ms, processor %.1f ms%n", all[0], processor[0]);
		print("layout", layout);
		print("layout and check", all);
		print("layout and check, processor", processor);
	}

	private static void print(String what, double[] times) {
		Arrays.sort(times);
		System.out.printf(Locale.ROOT, "%s: best %.1f ms, median %.1f ms of %d%n", what, times[0],
				times[times.length / 2], times.length);
	}

	private static double milliseconds(long nanoseconds) {
		return nanoseconds / 1e6;
	}

}
