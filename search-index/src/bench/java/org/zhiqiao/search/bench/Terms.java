package org.zhiqiao.search.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Terms in two languages as yardsticks: each term is one person's only work in the one language,
 * and a demand in the other, so that only this person is right.
 */
final class Terms {

	/** How people wrap a term up. */
	private static final List<String> WRAPPED_ZH = List.of("寻找熟悉%s的工程师，解决企业技术难题", "我公司急需%s方面的专家，有丰富经验者优先",
			"拟引进%s相关技术，希望与海外团队开展合作");

	private static final List<String> WRAPPED_EN = List.of(
			"Our company is looking for an experienced engineer familiar with %s",
			"Seeking an expert who can help us solve problems in %s");

	private final List<String[]> pairs;

	private Terms(List<String[]> pairs) {
		this.pairs = pairs;
	}

	/**
	 * Reads lines of {@code Chinese TAB English}.
	 */
	static Terms read(Path file) throws IOException {
		List<String[]> pairs = new ArrayList<>();
		for (String line : Files.readAllLines(file)) {
			if (!line.startsWith("#")) {
				pairs.add(line.split("\t", -1));
			}
		}
		return new Terms(pairs);
	}

	/**
	 * Writes a yardstick folder for each direction, and for wrapped terms.
	 */
	List<Path> write(Path folder) throws IOException {
		return List.of(write(folder, "terms-zh-to-en", (pair) -> pair[0], (pair) -> pair[1]),
				write(folder, "terms-en-to-zh", (pair) -> pair[1], (pair) -> pair[0]),
				write(folder, "wrapped-zh-to-en", (pair) -> wrapped(WRAPPED_ZH, pair[0]), (pair) -> pair[1]),
				write(folder, "wrapped-en-to-zh", (pair) -> wrapped(WRAPPED_EN, pair[1]), (pair) -> pair[0]));
	}

	private static String wrapped(List<String> ways, String term) {
		return ways.get(Math.floorMod(term.hashCode(), ways.size())).replace("%s", term);
	}

	private Path write(Path parent, String name, Function<String[], String> asked,
			Function<String[], String> known) throws IOException {
		Path folder = Files.createDirectories(parent.resolve(name));
		List<String> experts = new ArrayList<>();
		List<String> demands = new ArrayList<>();
		List<String> relevant = new ArrayList<>();
		for (int i = 0; i < this.pairs.size(); i++) {
			experts.add("{\"id\":\"e" + i + "\",\"works\":[{\"id\":\"w" + i + "\",\"title\":\""
					+ known.apply(this.pairs.get(i)) + "\"}]}");
			demands.add("{\"id\":\"d" + i + "\",\"description\":\"" + asked.apply(this.pairs.get(i)) + "\"}");
			relevant.add("d" + i + "\te" + i);
		}
		Files.write(folder.resolve("experts.jsonl"), experts);
		Files.write(folder.resolve("demands.jsonl"), demands);
		Files.write(folder.resolve("qrels.tsv"), relevant);
		return folder;
	}

}
