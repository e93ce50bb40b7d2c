package org.zhiqiao.search.bench;

import java.util.Arrays;

/**
 * How long one thing took each time, in nanoseconds. For one thread.
 */
final class Timings {

	private long[] values = new long[1_024];

	private int count;

	/**
	 * Does it once and keeps how long it took.
	 */
	void time(Task task) throws Exception {
		long start = System.nanoTime();
		task.run();
		add(System.nanoTime() - start);
	}

	private void add(long nanos) {
		if (this.count == this.values.length) {
			this.values = Arrays.copyOf(this.values, 2 * this.count);
		}
		this.values[this.count++] = nanos;
	}

	void addAll(Timings other) {
		for (int i = 0; i < other.count; i++) {
			add(other.values[i]);
		}
	}

	void clear() {
		this.count = 0;
	}

	/**
	 * In milliseconds; {@code share} 0.5 for the median.
	 */
	double percentile(double share) {
		if (this.count == 0) {
			return Double.NaN;
		}
		long[] sorted = Arrays.copyOf(this.values, this.count);
		Arrays.sort(sorted);
		int at = (int) Math.ceil(share * sorted.length) - 1;
		return sorted[Math.max(0, at)] / 1e6;
	}

	double mean() {
		return Arrays.stream(this.values, 0, this.count).average().orElse(Double.NaN) / 1e6;
	}

	int count() {
		return this.count;
	}

	/**
	 * What is timed.
	 */
	interface Task {

		void run() throws Exception;

	}

}
