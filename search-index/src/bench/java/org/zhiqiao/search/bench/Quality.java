package org.zhiqiao.search.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.zhiqiao.search.Knowledge;
import org.zhiqiao.search.embedding.BundledModel;
import org.zhiqiao.search.embedding.Embedding;
import org.zhiqiao.search.rank.RankCommand;
import org.zhiqiao.search.text.ChineseDictionary;
import org.zhiqiao.search.text.Thesaurus;

/**
 * Prints how well people are ranked, on every yardstick folder it is given and on terms across
 * languages, with everything and with each part switched off.
 * <p>
 * A yardstick folder holds {@code experts.jsonl} and {@code demands.jsonl} as the rank command takes
 * them, {@code qrels.tsv} (demand TAB relevant expert), and if need be {@code pool.txt} (the experts
 * whose relevance is known; otherwise all) and {@code own-authors.tsv} (demand TAB expert to leave
 * out). Demands count in groups by the letters their name begins with.
 */
public final class Quality {

	private static final List<String> COLUMNS = List.of("AP", "P@10", "NDCG@10", "MRR", "hit@10", "person");

	private static final Map<String, Function<Thesaurus, Knowledge>> PARTS = new LinkedHashMap<>();

	private final PrintStream out;

	private final Path work;

	private Quality(PrintStream out, Path work) {
		this.out = out;
		this.work = work;
	}

	/**
	 * Prints the table.
	 * @param arguments yardstick folders
	 */
	public static void main(String[] arguments) throws IOException {
		Path work = Path.of(System.getProperty("evaluate.folder", "target/evaluate"));
		Files.createDirectories(work);
		KeptVectors model = new KeptVectors(new BundledModel(), work.resolve("vectors"));
		Embedding embedding = new Embedding(model);
		PARTS.put("everything", (thesaurus) -> Knowledge.withVectors(thesaurus, embedding));
		PARTS.put("no vectors", Knowledge::ofWords);
		PARTS.put("no thesaurus", (thesaurus) -> Knowledge.withVectors(Thesaurus.of(List.of()), embedding));
		PARTS.put("no dictionary",
				(thesaurus) -> new Knowledge(thesaurus, ChineseDictionary.empty(), embedding));
		PARTS.put("words alone",
				(thesaurus) -> new Knowledge(Thesaurus.of(List.of()), ChineseDictionary.empty(), null));
		Quality quality = new Quality(System.out, work);
		quality.head();
		for (String folder : arguments) {
			for (String part : folder.split(",", -1)) {
				if (!part.isBlank()) {
					quality.yardstick(Path.of(part.strip()));
				}
			}
		}
		Terms terms = Terms.read(Path.of("src/bench/yardsticks/terms.tsv"));
		for (Path folder : terms.write(work)) {
			quality.yardstick(folder);
		}
		model.keep();
	}

	private void head() {
		this.out.printf("%-28s %-14s %5s", "yardstick", "with", "n");
		COLUMNS.forEach((column) -> this.out.printf(" %8s", column));
		this.out.println();
	}

	private void yardstick(Path folder) throws IOException {
		for (Map.Entry<String, Function<Thesaurus, Knowledge>> part : PARTS.entrySet()) {
			Path run = this.work.resolve("run.tsv");
			int status = new RankCommand(new PrintStream(PrintStream.nullOutputStream()), System.err, part.getValue())
					.run(List.of("--experts", folder.resolve("experts.jsonl").toString(), "--demands",
							folder.resolve("demands.jsonl").toString(), "--run", run.toString()));
			if (status != 0) {
				throw new IOException("The yardstick " + folder + " could not be ranked");
			}
			report(folder, part.getKey(), run);
		}
	}

	private void report(Path folder, String part, Path run) throws IOException {
		Map<String, Map<String, Double>> scores = new HashMap<>();
		Set<String> experts = new LinkedHashSet<>();
		for (String line : Files.readAllLines(run)) {
			String[] columns = line.split("\t", -1);
			scores.computeIfAbsent(columns[0], (demand) -> new HashMap<>())
					.put(columns[1], Double.valueOf(columns[3]));
			experts.add(columns[1]);
		}
		Map<String, Set<String>> relevant = pairs(folder.resolve("qrels.tsv"));
		Map<String, Set<String>> own = pairs(folder.resolve("own-authors.tsv"));
		Path pool = folder.resolve("pool.txt");
		List<String> candidates = new ArrayList<>(Files.exists(pool)
				? Files.readAllLines(pool).stream().map(String::strip).filter((line) -> !line.isEmpty()).toList()
				: experts);
		// ties fall as a fixed shuffle has it, not as files are sorted
		Collections.sort(candidates);
		Collections.shuffle(candidates, new java.util.Random(7));
		Map<String, List<Measures>> groups = new LinkedHashMap<>();
		Map<String, Set<String>> grouped = new LinkedHashMap<>();
		for (Map.Entry<String, Set<String>> demand : relevant.entrySet()) {
			List<String> ranked = new ArrayList<>(candidates);
			ranked.removeAll(own.getOrDefault(demand.getKey(), Set.of()));
			Set<String> wanted = new HashSet<>(demand.getValue());
			wanted.retainAll(ranked);
			Map<String, Double> of = scores.getOrDefault(demand.getKey(), Map.of());
			ranked.sort((one, other) -> Double.compare(of.getOrDefault(other, -1.0), of.getOrDefault(one, -1.0)));
			if (!wanted.isEmpty()) {
				String group = demand.getKey().replaceAll("^([a-z]+).*", "$1");
				groups.computeIfAbsent(group, (key) -> new ArrayList<>()).add(Measures.of(ranked, wanted));
				grouped.computeIfAbsent(group, (key) -> new LinkedHashSet<>()).add(demand.getKey());
			}
		}
		groups.forEach((group, measures) -> {
			String name = folder.getFileName() + (groups.size() > 1 ? " " + group : "");
			this.out.printf("%-28s %-14s %5d", name, part, measures.size());
			Measures mean = Measures.mean(measures);
			for (double value : List.of(mean.ap(), mean.precision(), mean.ndcg(), mean.reciprocal(), mean.hit(),
					betweenDemands(candidates, grouped.getOrDefault(group, Set.of()), relevant, own, scores))) {
				this.out.printf(Locale.ROOT, " %8.4f", value);
			}
			this.out.println();
		});
	}

	/**
	 * How often, of two demands of which one is a person's subject and the other is not, the
	 * person scores higher for the former: only a score that means the same everywhere does well.
	 */
	private static double betweenDemands(List<String> people, Set<String> demands, Map<String, Set<String>> relevant,
			Map<String, Set<String>> own, Map<String, Map<String, Double>> scores) {
		double sum = 0;
		int count = 0;
		for (String person : people) {
			double right = 0;
			int pairs = 0;
			for (String one : demands) {
				if (!relevant.getOrDefault(one, Set.of()).contains(person) || isOwn(own, one, person)) {
					continue;
				}
				for (String other : demands) {
					if (relevant.getOrDefault(other, Set.of()).contains(person) || isOwn(own, other, person)) {
						continue;
					}
					double difference = scores.getOrDefault(one, Map.of()).getOrDefault(person, -1.0)
							- scores.getOrDefault(other, Map.of()).getOrDefault(person, -1.0);
					right += (difference > 0) ? 1 : (difference == 0) ? 0.5 : 0;
					pairs++;
				}
			}
			if (pairs > 0) {
				sum += right / pairs;
				count++;
			}
		}
		return (count > 0) ? sum / count : Double.NaN;
	}

	private static boolean isOwn(Map<String, Set<String>> own, String demand, String person) {
		return own.getOrDefault(demand, Set.of()).contains(person);
	}

	private static Map<String, Set<String>> pairs(Path file) throws IOException {
		Map<String, Set<String>> pairs = new LinkedHashMap<>();
		if (Files.exists(file)) {
			for (String line : Files.readAllLines(file)) {
				String[] columns = line.split("\t", -1);
				pairs.computeIfAbsent(columns[0], (key) -> new LinkedHashSet<>()).add(columns[1]);
			}
		}
		return pairs;
	}

	/**
	 * What is measured of one ranking.
	 */
	private record Measures(double ap, double precision, double ndcg, double reciprocal, double hit) {

		private static Measures of(List<String> ranked, Set<String> relevant) {
			double hits = 0;
			double ap = 0;
			double reciprocal = 0;
			double gain = 0;
			double precision = 0;
			for (int rank = 1; rank <= ranked.size(); rank++) {
				if (relevant.contains(ranked.get(rank - 1))) {
					hits++;
					ap += hits / rank;
					reciprocal = (reciprocal == 0) ? 1.0 / rank : reciprocal;
					if (rank <= 10) {
						gain += Math.log(2) / Math.log(rank + 1.0);
						precision += 0.1;
					}
				}
			}
			double ideal = 0;
			for (int rank = 1; rank <= Math.min(10, relevant.size()); rank++) {
				ideal += Math.log(2) / Math.log(rank + 1.0);
			}
			return new Measures(ap / relevant.size(), precision, gain / ideal, reciprocal, (precision > 0) ? 1 : 0);
		}

		private static Measures mean(List<Measures> all) {
			return new Measures(all.stream().mapToDouble(Measures::ap).average().orElse(0),
					all.stream().mapToDouble(Measures::precision).average().orElse(0),
					all.stream().mapToDouble(Measures::ndcg).average().orElse(0),
					all.stream().mapToDouble(Measures::reciprocal).average().orElse(0),
					all.stream().mapToDouble(Measures::hit).average().orElse(0));
		}

	}

}
