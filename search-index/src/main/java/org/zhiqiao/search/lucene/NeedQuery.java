package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.MatchedTerm;
import org.zhiqiao.search.text.Analysis;
import org.zhiqiao.search.text.Analysis.Token;
import org.zhiqiao.search.text.Thesaurus;

/**
 * The query for pieces of evidence that a need becomes, and the weight of everything the need
 * says, by which scores are divided: a piece that said it all would come near to 1.
 * <p>
 * Each unit of the need weighs by how rare it is. It is met by its words, or by its concept, by
 * one below, or in part by one above; the best of these counts, so that a person whose evidence is
 * in another language loses nothing where the thesaurus knows the concept.
 */
final class NeedQuery {

	/** Evidence about something narrower than asked shows most of the knowledge. */
	private static final float NARROWER = 0.85f;

	/** Evidence about the field around shows some. */
	private static final float BROADER = 0.3f;

	/** What a dictionary says of a word is often another word than the one meant. */
	private static final float TRANSLATED = 0.6f;

	/** A word that nobody's evidence has weighs less by its translation alone. */
	private static final double ONLY_TRANSLATED = 0.7;

	private static final int MAX_UNITS = 400;

	/** How far a need's length counts against a piece: 1 in full, 0 not at all. */
	private static final double LENGTH = 0.6;

	/** Weight of a need of one concept and a few words. */
	private static final double USUAL_WEIGHT = 16;

	private final IndexSearcher searcher;

	private final Thesaurus thesaurus;

	private final Map<Term, Double> idf = new HashMap<>();

	private final Map<Term, TermStates> states = new HashMap<>();

	private final Map<String, Long> documents = new HashMap<>();

	private final List<Weighed> units = new ArrayList<>();

	/** What a piece earns that says all of a need. */
	private final double whole;

	NeedQuery(NeedUnits need, IndexSearcher searcher, Thesaurus thesaurus) throws IOException {
		this.searcher = searcher;
		this.thesaurus = thesaurus;
		List<Weighed> text = weigh(need.text());
		double textWeight = text.stream().mapToDouble(Weighed::weight).sum();
		List<List<Weighed>> topics = new ArrayList<>();
		double topicWeight = 0;
		for (List<NeedUnits.Unit> topic : need.topics()) {
			List<Weighed> weighed = weigh(topic);
			topics.add(weighed);
			topicWeight += weighed.stream().mapToDouble(Weighed::weight).sum();
		}
		this.units.addAll(text);
		// domains that were asked for by name count together as much as all texts do
		double scale = (textWeight > 0 && topicWeight > 0) ? textWeight / topicWeight : 1;
		for (List<Weighed> topic : topics) {
			topic.forEach((unit) -> this.units.add(unit.times(scale)));
		}
		this.units.sort(Comparator.comparingDouble(Weighed::weight).reversed());
		if (this.units.size() > MAX_UNITS) {
			this.units.subList(MAX_UNITS, this.units.size()).clear();
		}
		double norm = this.units.stream().mapToDouble(Weighed::weight).sum();
		this.whole = Math.pow(norm, LENGTH) * Math.pow(USUAL_WEIGHT, 1 - LENGTH);
	}

	boolean isEmpty() {
		return this.units.isEmpty();
	}

	/**
	 * How much of the need a piece with this raw score covers, 0 to 1. No single piece says all
	 * that a long need says, and one word proves little; so the weight of the need counts by a
	 * power below one, about a need of usual length.
	 */
	double share(double raw) {
		return (this.whole > 0) ? Math.min(1, raw / this.whole) : 0;
	}

	List<Weighed> units() {
		return this.units;
	}

	/**
	 * The share as a raw score.
	 */
	float raw(double share) {
		return (float) (share * this.whole);
	}

	/**
	 * Where the postings of a term are, and what each of them earns; empty for a term that nothing
	 * contains.
	 */
	Optional<Scored> scored(Term term, double boost) throws IOException {
		TermStates states = Objects.requireNonNull(this.states.get(term));
		if (states.docFreq() == 0) {
			return Optional.empty();
		}
		if (term.field().equals(Fields.concept()) || term.field().equals(Fields.above())) {
			return Optional.of(new Scored(term, states, new ConceptScorer(boost * idf(term))));
		}
		CollectionStatistics field = Objects.requireNonNull(this.searcher.collectionStatistics(term.field()));
		return Optional.of(new Scored(term, states, this.searcher.getSimilarity()
				.scorer((float) boost, field,
						this.searcher.termStatistics(term, states.docFreq(), states.totalTermFreq()))));
	}

	/**
	 * The documents of a segment that contain a term of the need; null for none.
	 */
	@Nullable
	PostingsEnum documents(Term term, LeafReaderContext leaf) throws IOException {
		return postings(term, Objects.requireNonNull(this.states.get(term)), leaf, PostingsEnum.NONE);
	}

	private static @Nullable PostingsEnum postings(Term term, TermStates states, LeafReaderContext leaf, int flags)
			throws IOException {
		// the place in the dictionary of terms is known from when the need was weighed
		IOSupplier<TermState> known = states.get(leaf);
		TermState state = (known != null) ? known.get() : null;
		Terms terms = leaf.reader().terms(term.field());
		if (state == null || terms == null) {
			return null;
		}
		TermsEnum at = terms.iterator();
		at.seekExact(term.bytes(), state);
		return at.postings(null, flags);
	}

	private List<Weighed> weigh(Collection<NeedUnits.Unit> units) throws IOException {
		List<Weighed> weighed = new ArrayList<>();
		for (NeedUnits.Unit unit : units) {
			Weighed one = weigh(unit);
			if (one.weight() > 0) {
				weighed.add(one);
			}
		}
		return weighed;
	}

	private Weighed weigh(NeedUnits.Unit unit) throws IOException {
		List<Ways> ways = new ArrayList<>();
		double rarity = 0;
		Map<String, Double> concepts = new LinkedHashMap<>();
		for (String code : unit.concepts) {
			double idf = idf(new Term(Fields.concept(), code));
			idf = (idf > 0) ? idf : idf(new Term(Fields.above(), code));
			concepts.put(code, idf);
			rarity = Math.max(rarity, idf);
		}
		double translated = 0;
		for (List<Token> alternative : unit.alternatives) {
			rarity = Math.max(rarity, rarity(alternative));
			if (isWord(alternative)) {
				translated = Math.max(translated, idf(new Term(Fields.GLOSS, alternative.getFirst().term())));
			}
		}
		for (List<Token> translation : unit.translations) {
			translated = Math.max(translated, rarity(translation));
		}
		rarity = (rarity > 0) ? rarity : ONLY_TRANSLATED * translated;
		double weight = saturated(unit.weight) * rarity;
		for (List<Token> alternative : unit.alternatives) {
			add(ways, alternative, weight, MatchedTerm.How.TEXT);
		}
		for (List<Token> translation : unit.translations) {
			add(ways, translation, weight * TRANSLATED, MatchedTerm.How.DICTIONARY);
		}
		if (unit.concepts.isEmpty()) {
			for (List<Token> alternative : unit.alternatives) {
				if (isWord(alternative)) {
					add(ways, Fields.GLOSS, alternative.getFirst().term(), weight * TRANSLATED,
							MatchedTerm.How.DICTIONARY, "");
				}
			}
		}
		for (Map.Entry<String, Double> concept : concepts.entrySet()) {
			String code = concept.getKey();
			add(ways, Fields.concept(), code, weight, MatchedTerm.How.THESAURUS, code);
			add(ways, Fields.above(), code, weight * NARROWER, MatchedTerm.How.NARROWER, code);
			this.thesaurus.concept(code).ifPresent((known) -> known.broader().forEach((broader) -> {
				try {
					add(ways, Fields.concept(), broader, weight * BROADER, MatchedTerm.How.BROADER, code);
				} catch (IOException ex) {
					throw new java.io.UncheckedIOException(ex);
				}
			}));
		}
		return new Weighed(unit, weight, ways);
	}

	/**
	 * A single word of an alphabetic script, which the gloss of a Chinese text may hold.
	 */
	private static boolean isWord(List<Token> alternative) {
		return alternative.size() == 1 && alternative.getFirst().cut() == Analysis.Cut.WORD;
	}

	private double rarity(List<Token> tokens) throws IOException {
		double sum = 0;
		for (Token token : tokens) {
			sum += idf(term(token));
		}
		return sum;
	}

	private void add(List<Ways> ways, List<Token> tokens, double weight, MatchedTerm.How how) throws IOException {
		double rarity = rarity(tokens);
		if (rarity > 0) {
			ways.add(new Ways(tokens.stream().map(NeedQuery::term).toList(), weight / rarity, how, ""));
		}
	}

	private void add(List<Ways> ways, String field, String code, double weight, MatchedTerm.How how, String asked)
			throws IOException {
		Term term = new Term(field, code);
		double idf = idf(term);
		if (idf > 0) {
			ways.add(new Ways(List.of(term), weight / idf, how, asked));
		}
	}

	/**
	 * What a need says twice it means more, but not twice as much.
	 */
	private static double saturated(double count) {
		return count <= 1 ? count : 1 + Math.log(count);
	}

	private static Term term(Token token) {
		return new Term(Fields.text(token.cut()), token.term());
	}

	/**
	 * The rarity of a term as BM25 has it; 0 for a term that nothing contains, because what
	 * nobody can meet must not lower everybody's score.
	 */
	private double idf(Term term) throws IOException {
		Double known = this.idf.get(term);
		if (known == null) {
			TermStates states = TermStates.build(this.searcher, term, true);
			this.states.put(term, states);
			int frequency = states.docFreq();
			long all = documents(term.field());
			known = (frequency > 0) ? Math.log(1 + (all - frequency + 0.5) / (frequency + 0.5)) : 0;
			this.idf.put(term, known);
		}
		return known;
	}

	private long documents(String field) throws IOException {
		Long known = this.documents.get(field);
		if (known == null) {
			// a piece has a concept before it has one above it
			CollectionStatistics statistics = this.searcher
					.collectionStatistics(field.equals(Fields.above()) ? Fields.concept() : field);
			known = (statistics != null) ? statistics.docCount() : 0L;
			this.documents.put(field, known);
		}
		return known;
	}

	/**
	 * A concept counts by how often it is mentioned, and not by how many others are: what a piece has exactly is never
	 * worth less than what is above that.
	 */
	private static final class ConceptScorer extends Similarity.SimScorer {

		/** Mentioned once, a concept earns so much less than all: 1 / (1 + this). */
		private static final float SATURATION = 0.4f;

		private final float most;

		private ConceptScorer(double most) {
			this.most = (float) most;
		}

		@Override
		public float score(float frequency, long norm) {
			return this.most * frequency / (frequency + SATURATION);
		}

	}

	/**
	 * A term with its score.
	 */
	record Scored(Term term, TermStates states, Similarity.SimScorer scorer) {

		/**
		 * Its postings in a segment; null for none.
		 */
		@Nullable
		PostingsEnum postings(LeafReaderContext leaf) throws IOException {
			return NeedQuery.postings(this.term, this.states, leaf, PostingsEnum.FREQS);
		}

	}

	/**
	 * One way to meet a unit: all of these terms, weighed so that the whole unit could be earned.
	 */
	record Ways(List<Term> terms, double boost, MatchedTerm.How how, String concept) {

	}

	/**
	 * A unit with its weight in this index.
	 */
	record Weighed(NeedUnits.Unit unit, double weight, List<Ways> ways) {

		private Weighed times(double scale) {
			return new Weighed(this.unit, this.weight * scale,
					this.ways.stream()
							.map((way) -> new Ways(way.terms(), way.boost() * scale, way.how(), way.concept()))
							.toList());
		}

	}

}
