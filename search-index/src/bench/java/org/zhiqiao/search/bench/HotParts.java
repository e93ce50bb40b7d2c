package org.zhiqiao.search.bench;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.zhiqiao.search.Knowledge;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.IndexChange;
import org.zhiqiao.search.Piece;
import org.zhiqiao.search.lucene.LuceneExpertiseIndex;
import org.zhiqiao.search.ranking.ExpertRanking;
import org.zhiqiao.search.ranking.Matching;
import org.zhiqiao.search.ranking.Need;
import org.zhiqiao.search.ranking.Ranking;
import org.zhiqiao.search.ranking.Weights;
import org.zhiqiao.search.text.Analysis;
import org.zhiqiao.search.text.Analysis.Token;
import org.zhiqiao.search.text.ConceptAnnotator.Annotation;
import org.zhiqiao.search.text.Folding;
import org.zhiqiao.search.text.Thesaurus;

/**
 * The parts of which loading and matching are made, each by itself, on a few people in memory.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
public class HotParts {

	private static final int PEOPLE = 2_000;

	private static final long SEED = 20_260_101;

	private static final Weights MOVED = new Weights(0.2, 0.5, 0.2, 0.1);

	private final Thesaurus thesaurus = Thesaurus.bundled();

	private final List<String> texts = new ArrayList<>();

	private final List<Need> needs;

	private final ExpertiseIndex index = LuceneExpertiseIndex.inMemory(Knowledge.ofWords(this.thesaurus));

	private final Matching matching = new Matching(this.index,
			new ExpertRanking(this.thesaurus, InstantSource.system()));

	private final Ranking ranking;

	private int next;

	public HotParts() {
		Vocabulary vocabulary = new Vocabulary(this.thesaurus, SEED);
		MadeUpPeople people = new MadeUpPeople(vocabulary, SEED);
		List<IndexChange> changes = new ArrayList<>();
		for (long number = 1; number <= PEOPLE; number++) {
			changes.add(new IndexChange.PutExpert(people.expert(number)));
			people.expert(number).pieces().stream().map(Piece::text).forEach(this.texts::add);
		}
		this.index.apply(changes);
		this.needs = new MadeUpNeeds(vocabulary, people, SEED).needs(100);
		this.ranking = match();
	}

	private String text() {
		this.next++;
		return this.texts.get(this.next % this.texts.size());
	}

	@Benchmark
	public List<Token> cutting() {
		return Analysis.tokens(Folding.fold(text()));
	}

	@Benchmark
	public List<Annotation> annotating() {
		return this.thesaurus.annotator().annotate(text());
	}

	@Benchmark
	public Ranking matching() {
		return match();
	}

	@Benchmark
	public Ranking reweighing() {
		return this.ranking.reweighted(MOVED);
	}

	private Ranking match() {
		this.next++;
		return this.matching.match(this.needs.get(this.next % this.needs.size()), Audience.REGISTERED, Weights.DEFAULT);
	}

}
