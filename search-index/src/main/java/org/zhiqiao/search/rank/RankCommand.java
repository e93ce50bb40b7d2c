package org.zhiqiao.search.rank;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.zhiqiao.search.Audience;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.IndexChange;
import org.zhiqiao.search.Knowledge;
import org.zhiqiao.search.Recall;
import org.zhiqiao.search.embedding.BundledModel;
import org.zhiqiao.search.embedding.Embedding;
import org.zhiqiao.search.lucene.LuceneExpertiseIndex;
import org.zhiqiao.search.ranking.ExpertRanking;
import org.zhiqiao.search.ranking.Match;
import org.zhiqiao.search.ranking.Weights;
import org.zhiqiao.search.text.Thesaurus;

/**
 * {@code rank --experts FILE --demands FILE --run OUT [--top N]}: ranks the people of one file for
 * every need of another. The run has a line for each pair, {@code demand TAB expert TAB rank TAB
 * score}; people whom a must leaves out are not in it.
 */
public final class RankCommand {

	private static final String USAGE = "rank --experts FILE --demands FILE --run OUT [--top N]";

	private static final int BATCH = 500;

	private final PrintStream out;

	private final PrintStream err;

	private final Function<Thesaurus, Knowledge> knowledge;

	public RankCommand(PrintStream out, PrintStream err) {
		this(out, err, (thesaurus) -> Knowledge.withVectors(thesaurus, new Embedding(new BundledModel())));
	}

	/**
	 * Makes the command with more or less knowledge of languages.
	 */
	public RankCommand(PrintStream out, PrintStream err, Function<Thesaurus, Knowledge> knowledge) {
		this.out = out;
		this.err = err;
		this.knowledge = knowledge;
	}

	/**
	 * Does it.
	 * @param arguments those after {@code rank}
	 * @return the exit status: 0 done, 1 failed, 2 wrong arguments
	 */
	public int run(List<String> arguments) {
		Map<String, String> given = new HashMap<>();
		int top = Integer.MAX_VALUE;
		for (int i = 0; i < arguments.size(); i += 2) {
			String option = arguments.get(i);
			boolean known = List.of("--experts", "--demands", "--run", "--top").contains(option);
			if (!known || i + 1 >= arguments.size() || given.put(option, arguments.get(i + 1)) != null) {
				return usage(known ? option + " needs one value, once" : "unknown option " + option);
			}
		}
		for (String needed : List.of("--experts", "--demands", "--run")) {
			if (!given.containsKey(needed)) {
				return usage(needed + " is missing");
			}
		}
		String limit = given.get("--top");
		if (limit != null) {
			if (!limit.matches("[1-9][0-9]{0,8}")) {
				return usage("--top needs a number from 1");
			}
			top = Integer.parseInt(limit);
		}
		try {
			rank(path(given, "--experts"), path(given, "--demands"), path(given, "--run"), top);
			return 0;
		} catch (WrongLine ex) {
			this.err.println(ex.getMessage());
		} catch (NoSuchFileException ex) {
			this.err.println("There is no file " + ex.getMessage());
		} catch (IOException ex) {
			this.err.println("A file could not be read or written: " + ex);
		}
		return 1;
	}

	private int usage(String problem) {
		this.err.println(problem);
		this.err.println(USAGE);
		return 2;
	}

	private static Path path(Map<String, String> given, String option) {
		return Path.of(String.valueOf(given.get(option)));
	}

	private void rank(Path expertFile, Path needFile, Path run, int top) throws IOException, WrongLine {
		Knowledge known = this.knowledge.apply(Thesaurus.bundled());
		Thesaurus thesaurus = known.thesaurus();
		RankFiles files = new RankFiles(thesaurus);
		List<RankFiles.NamedExpert> experts = files.experts(expertFile);
		List<RankFiles.NamedNeed> needs = files.needs(needFile);
		try (ExpertiseIndex index = LuceneExpertiseIndex.inMemory(known)) {
			fill(index, experts);
			ExpertRanking ranking = new ExpertRanking(thesaurus, InstantSource.system());
			write(run, (writer) -> {
				for (RankFiles.NamedNeed need : needs) {
					Recall recall = index.recall(ranking.exhaustiveQuestion(need.need(), Audience.PUBLIC));
					List<Match> matches = ranking.rank(need.need(), recall, Weights.DEFAULT).matches();
					for (int i = 0; i < Math.min(top, matches.size()); i++) {
						Match match = matches.get(i);
						writer.write(String.format(Locale.ROOT, "%s\t%s\t%d\t%.12f%n", need.name(),
								experts.get(Math.toIntExact(match.expertId())).name(), i + 1, match.score()));
					}
				}
			});
		}
		this.out.println("Ranked " + experts.size() + " experts for " + needs.size() + " demands: " + run);
	}

	private static void fill(ExpertiseIndex index, List<RankFiles.NamedExpert> experts) {
		try (ExpertiseIndex.Rebuild rebuild = index.rebuild()) {
			List<IndexChange> batch = new ArrayList<>(BATCH);
			for (RankFiles.NamedExpert expert : experts) {
				batch.add(new IndexChange.PutExpert(expert.document()));
				if (batch.size() == BATCH) {
					batch.parallelStream().forEach((change) -> index.computeVectors(List.of(change)));
					rebuild.put(batch);
					batch.clear();
				}
			}
			batch.parallelStream().forEach((change) -> index.computeVectors(List.of(change)));
			rebuild.put(batch);
			rebuild.commit();
		}
	}

	/**
	 * Writes beside and moves, so that a run is whole or not there.
	 */
	private static void write(Path run, Writing task) throws IOException {
		Path target = run.toAbsolutePath();
		Path folder = target.getParent();
		Path beside = Files.createTempFile((folder != null) ? folder : target, "run", ".part");
		try {
			try (BufferedWriter writer = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
				task.to(writer);
			}
			Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
		} catch (UncheckedIOException ex) {
			throw new IOException(ex);
		} finally {
			Files.deleteIfExists(beside);
		}
	}

	private interface Writing {

		void to(BufferedWriter writer) throws IOException;

	}

}
