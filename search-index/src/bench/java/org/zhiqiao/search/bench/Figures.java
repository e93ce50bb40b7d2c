package org.zhiqiao.search.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was measured, by name and number of people, as a plain table.
 */
final class Figures {

	private final Map<String, Map<Long, String>> shown = new LinkedHashMap<>();

	private final Map<String, Map<Long, Double>> values = new LinkedHashMap<>();

	private final Map<String, String> targets = new LinkedHashMap<>();

	private final Set<Long> sizes = new LinkedHashSet<>();

	/**
	 * Says what a figure ought to be.
	 */
	void target(String name, String text) {
		this.targets.put(name, text);
	}

	/**
	 * Keeps a figure as it is shown.
	 */
	void put(String name, long experts, String text) {
		this.sizes.add(experts);
		this.shown.computeIfAbsent(name, (key) -> new LinkedHashMap<>()).put(experts, text);
		System.out.printf("  %s: %s%n", name, text);
	}

	/**
	 * Keeps the distribution of what was timed.
	 */
	void put(String name, long experts, Timings timings) {
		put(name, experts, "%.2f / %.2f / %.2f".formatted(timings.percentile(0.5), timings.percentile(0.95),
				timings.percentile(0.99)));
		this.values.computeIfAbsent(name, (key) -> new LinkedHashMap<>()).put(experts, timings.mean());
	}

	/**
	 * Keeps how much longer one thing took than another.
	 */
	void ratio(String name, long experts, Timings one, Timings other) {
		put(name, experts, "%.2f (mean %.2f, p99 %.2f)".formatted(one.percentile(0.5) / other.percentile(0.5),
				one.mean() / other.mean(), one.percentile(0.99) / other.percentile(0.99)));
	}

	/**
	 * How much longer each thing takes in mean where there are more people.
	 */
	void growth() {
		List<Long> all = new ArrayList<>(this.sizes);
		for (Map.Entry<String, Map<Long, Double>> entry : this.values.entrySet()) {
			for (int i = 1; i < all.size(); i++) {
				Double less = entry.getValue().get(all.get(i - 1));
				Double more = entry.getValue().get(all.get(i));
				if (less != null && more != null) {
					String text = "× %.1f".formatted(more / less);
					this.shown.computeIfAbsent("growth of " + entry.getKey(), (key) -> new LinkedHashMap<>())
							.put(all.get(i), text);
				}
			}
		}
	}

	String table() {
		int width = this.shown.keySet().stream().mapToInt(String::length).max().orElse(0);
		StringBuilder table = new StringBuilder(("%-" + (width + 2) + "s").formatted("people"));
		for (Long size : this.sizes) {
			table.append("%,30d".formatted(size));
		}
		table.append("  wanted\n");
		this.shown.forEach((name, bySize) -> {
			table.append(("%-" + (width + 2) + "s").formatted(name));
			for (Long size : this.sizes) {
				table.append("%30s".formatted(bySize.getOrDefault(size, "")));
			}
			String target = this.targets.getOrDefault(name, "");
			table.append(target.isEmpty() ? "\n" : "  " + target + "\n");
		});
		return table.toString();
	}

}
