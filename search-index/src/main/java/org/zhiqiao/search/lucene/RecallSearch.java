package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.Condition;
import org.zhiqiao.search.EvidenceHit;
import org.zhiqiao.search.EvidenceStrength;
import org.zhiqiao.search.ExpertFacts;
import org.zhiqiao.search.MatchedTerm;
import org.zhiqiao.search.Recall;
import org.zhiqiao.search.RecallQuery;
import org.zhiqiao.search.Tally;
import org.zhiqiao.search.embedding.Embedding;
import org.zhiqiao.search.text.Analysis;
import org.zhiqiao.search.text.Folding;
import org.zhiqiao.search.text.Glossing;
import org.zhiqiao.search.text.Thesaurus;

/**
 * Finds and counts evidence for one need in one state of the index.
 */
final class RecallSearch {

	/** For so many people, the best first, it is worked out which words their evidence shares. */
	private static final int EXPLAINED_PEOPLE = 200;

	/** Among so few people everybody's evidence is compared in meaning; among more, the nearest is asked for. */
	private static final int ALL_COMPARED = 2_000;

	/** So many pieces that are near in meaning bring their people in, whatever their words. */
	private static final int NEAREST = 400;

	/** From this similarity on a piece speaks for its person without any word of the need. */
	private static final double NEAR = 2;

	private static final int EXPLAINED_PIECES = 4;

	private static final int EXPLAINED_TERMS = 8;

	/** People found by facts alone, where nobody asks for substance. */
	private static final int MAX_PEOPLE = 5_000;

	private final IndexSearcher searcher;

	private final Thesaurus thesaurus;

	private final RecallQuery query;

	private final Glossing glossing;

	/** Null where vectors are switched off, or do not work. */
	private final @Nullable Embedding embedding;

	private final List<Scope> scopes = new ArrayList<>();

	RecallSearch(IndexSearcher searcher, Glossing glossing, @Nullable Embedding embedding, RecallQuery query) {
		this.searcher = searcher;
		this.glossing = glossing;
		this.thesaurus = glossing.thesaurus();
		this.embedding = embedding;
		this.query = query;
	}

	Recall recall() throws IOException {
		scope();
		if (!this.query.asksForSubstance()) {
			everybody();
			return new Recall(byFacts(), this.query.tally() ? tally() : Tally.NOT_COUNTED);
		}
		NeedQuery need = new NeedQuery(NeedUnits.of(this.query, this.glossing), this.searcher, this.thesaurus);
		NeedVector vector = vector();
		List<Found> best = evidence(need, vector);
		return new Recall(candidates(best, need), this.query.tally() ? tally() : Tally.NOT_COUNTED);
	}

	private @Nullable NeedVector vector() throws IOException {
		if (this.embedding == null) {
			return null;
		}
		NeedVector vector = NeedVector.of(this.query, this.embedding, this.glossing, this.searcher);
		return vector.isEmpty() ? null : vector;
	}

	Tally count() throws IOException {
		scope();
		if (this.query.asksForSubstance()) {
			lexical(new NeedQuery(NeedUnits.of(this.query, this.glossing), this.searcher, this.thesaurus), null);
		} else {
			everybody();
		}
		return tally();
	}

	/**
	 * Marks, for each segment, the records that the viewer may see and those that fulfil each
	 * must.
	 */
	private void scope() throws IOException {
		BooleanQuery.Builder visible = new BooleanQuery.Builder();
		visible.add(new TermQuery(new Term(Fields.TYPE, Fields.EXPERT)), Occur.FILTER);
		visible.add(mayBeSeen(), Occur.FILTER);
		if (!this.query.only().isEmpty()) {
			visible.add(LongPoint.newSetQuery(Fields.ID, this.query.only()), Occur.FILTER);
		}
		if (!this.query.except().isEmpty()) {
			visible.add(LongPoint.newSetQuery(Fields.ID, this.query.except()), Occur.MUST_NOT);
		}
		Weight all = weight(visible.build());
		List<Weight> musts = new ArrayList<>();
		for (Condition must : this.query.musts()) {
			musts.add(weight(Conditions.query(must, this.query.viewer(), this.thesaurus)));
		}
		for (LeafReaderContext leaf : this.searcher.getIndexReader().leaves()) {
			int size = leaf.reader().maxDoc();
			FixedBitSet visibleRecords = bits(all, leaf, size);
			List<FixedBitSet> fulfilled = new ArrayList<>();
			FixedBitSet passing = visibleRecords.clone();
			for (Weight must : musts) {
				FixedBitSet bits = bits(must, leaf, size);
				bits.and(visibleRecords);
				fulfilled.add(bits);
				passing.and(bits);
			}
			this.scopes.add(new Scope(visibleRecords, fulfilled, passing, new FixedBitSet(size)));
		}
	}

	private TermQuery mayBeSeen() {
		return new TermQuery(new Term(Fields.AUDIENCE, Integer.toString(this.query.viewer().level())));
	}

	private Weight weight(Query query) throws IOException {
		return this.searcher.createWeight(this.searcher.rewrite(new ConstantScoreQuery(query)),
				ScoreMode.COMPLETE_NO_SCORES, 1);
	}

	private static FixedBitSet bits(Weight weight, LeafReaderContext leaf, int size) throws IOException {
		FixedBitSet bits = new FixedBitSet(size);
		Scorer scorer = weight.scorer(leaf);
		if (scorer != null) {
			DocIdSetIterator iterator = scorer.iterator();
			for (int document = iterator
					.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = iterator.nextDoc()) {
				if (leaf.reader().getLiveDocs() == null || leaf.reader().getLiveDocs().get(document)) {
					bits.set(document);
				}
			}
		}
		return bits;
	}

	private void everybody() {
		this.scopes.forEach((scope) -> scope.considered().or(scope.visible()));
	}

	/**
	 * The evidence of the people who are worth a close look, by words or by meaning: all of their
	 * pieces that count, the strongest first.
	 */
	private List<Found> evidence(NeedQuery need, @Nullable NeedVector vector) throws IOException {
		boolean everybody = this.query.floor() <= 0;
		if (everybody) {
			everybody();
		}
		FixedBitSet near = near(vector);
		LexicalPeople people = new LexicalPeople(this.query.people(),
				(record) -> everybody || (near != null && near.get(record)));
		lexical(need, people);
		List<LexicalPeople.Person> looked = new ArrayList<>(people.people());
		if (near != null) {
			Set<Integer> known = new HashSet<>();
			looked.forEach((person) -> known.add(person.record()));
			for (int record = next(near, 0); record < near.length(); record = next(near, record + 1)) {
				if (!known.contains(record)) {
					looked.add(LexicalPeople.Person.unmentioned(record));
				}
			}
			looked.sort(Comparator.comparingInt(LexicalPeople.Person::record));
		}
		List<Found> found = new ArrayList<>();
		for (LexicalPeople.Person person : looked) {
			found.addAll(strongest(person, vector));
		}
		// of those who are considered, lesser pieces count as well
		found.removeIf((piece) -> !isConsidered(piece.record()));
		found.sort(Found.WORST_FIRST.reversed());
		return found;
	}

	/**
	 * Records of people who fulfil the musts and have evidence near to the need in meaning; null
	 * without vectors.
	 */
	private @Nullable FixedBitSet near(@Nullable NeedVector vector) throws IOException {
		if (vector == null) {
			return null;
		}
		FixedBitSet near = new FixedBitSet(Math.max(1, this.searcher.getIndexReader().maxDoc()));
		List<LeafReaderContext> leaves = this.searcher.getIndexReader().leaves();
		long passing = this.scopes.stream().mapToLong((scope) -> scope.passing().cardinality()).sum();
		if (passing <= ALL_COMPARED || this.query.floor() <= 0) {
			for (int i = 0; i < leaves.size(); i++) {
				FixedBitSet bits = this.scopes.get(i).passing();
				for (int record = next(bits, 0); record < bits.length(); record = next(bits, record + 1)) {
					near.set(leaves.get(i).docBase + record);
				}
			}
			return near;
		}
		for (int document : vector.nearest(this.searcher, NEAREST)) {
			int leaf = ReaderUtil.subIndex(document, leaves);
			int local = document - leaves.get(leaf).docBase;
			NumericDocValues up = DocValues.getNumeric(leaves.get(leaf).reader(), Fields.UP);
			if (up.advanceExact(local)) {
				int record = local + Math.toIntExact(up.longValue());
				if (this.scopes.get(leaf).passing().get(record)) {
					near.set(leaves.get(leaf).docBase + record);
				}
			}
		}
		return near;
	}

	/**
	 * Looks at every piece that has any word of the need and marks the people behind those that
	 * reach the floor.
	 * @param people who fulfil the musts are put in here; null if they are only counted
	 */
	private void lexical(NeedQuery need, @Nullable LexicalPeople people) throws IOException {
		if (need.isEmpty()) {
			return;
		}
		BooleanQuery.Builder pieces = new BooleanQuery.Builder();
		pieces.add(need.query(), Occur.MUST);
		pieces.add(new TermQuery(new Term(Fields.TYPE, Fields.PIECE)), Occur.FILTER);
		pieces.add(mayBeSeen(), Occur.FILTER);
		Weight weight = this.searcher.createWeight(this.searcher.rewrite(pieces.build()), ScoreMode.COMPLETE, 1);
		List<LeafReaderContext> leaves = this.searcher.getIndexReader().leaves();
		for (int i = 0; i < leaves.size(); i++) {
			LeafReaderContext leaf = leaves.get(i);
			Scope scope = this.scopes.get(i);
			Scorer scorer = weight.scorer(leaf);
			if (scorer == null) {
				continue;
			}
			NumericDocValues up = DocValues.getNumeric(leaf.reader(), Fields.UP);
			DocIdSetIterator iterator = scorer.iterator();
			for (int document = iterator
					.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = iterator.nextDoc()) {
				if (!up.advanceExact(document)) {
					continue;
				}
				int record = document + Math.toIntExact(up.longValue());
				if (!scope.visible().get(record)) {
					continue;
				}
				double coverage = need.share(scorer.score());
				if (coverage >= this.query.floor()) {
					scope.considered().set(record);
				}
				if (people != null && scope.passing().get(record)) {
					people.add(leaf.docBase + record, leaf.docBase + document, coverage);
				}
			}
		}
	}

	/**
	 * The strongest pieces of a person that the viewer may see.
	 */
	private List<Found> strongest(LexicalPeople.Person person, @Nullable NeedVector vector) throws IOException {
		List<LeafReaderContext> leaves = this.searcher.getIndexReader().leaves();
		int at = ReaderUtil.subIndex(person.record(), leaves);
		LeafReaderContext leaf = leaves.get(at);
		List<Found> found = new ArrayList<>();
		if (vector == null) {
			for (int i = 0; i < person.pieces(); i++) {
				int piece = person.document(i);
				found.add(new Found(piece, person.record(),
						EvidenceStrength.of(person.coverage(piece), Double.NaN), false));
			}
		} else {
			int local = person.record() - leaf.docBase;
			NumericDocValues count = DocValues.getNumeric(leaf.reader(), Fields.PIECES);
			int pieces = count.advanceExact(local) ? Math.toIntExact(count.longValue()) : 0;
			PostingsEnum seen = leaf.reader().postings(mayBeSeen().getTerm(), PostingsEnum.NONE);
			ByteVectorValues values = leaf.reader().getByteVectorValues(Fields.VECTOR);
			KnnVectorValues.DocIndexIterator vectors = (values != null) ? values.iterator() : null;
			for (int piece = local - pieces; seen != null && piece < local; piece++) {
				if (seen.docID() < piece) {
					seen.advance(piece);
				}
				if (seen.docID() != piece) {
					continue;
				}
				double coverage = person.coverage(leaf.docBase + piece);
				double similarity = Double.NaN;
				if (values != null && vectors != null) {
					int vectored = (vectors.docID() < piece) ? vectors.advance(piece) : vectors.docID();
					if (vectored == piece) {
						similarity = vector.similarity(values.vectorValue(vectors.index()));
					}
				}
				if (similarity >= NEAR) {
					this.scopes.get(at).considered().set(local);
				}
				if (coverage > 0 || !Double.isNaN(similarity)) {
					found.add(new Found(leaf.docBase + piece, person.record(),
							EvidenceStrength.of(coverage, similarity), similarity >= NEAR));
				}
			}
		}
		found.sort(Found.WORST_FIRST.reversed());
		return (found.size() > EvidenceStrength.PIECES) ? found.subList(0, EvidenceStrength.PIECES) : found;
	}

	private boolean isConsidered(int record) {
		int leaf = ReaderUtil.subIndex(record, this.searcher.getIndexReader().leaves());
		return this.scopes.get(leaf)
				.considered()
				.get(record - this.searcher.getIndexReader().leaves().get(leaf).docBase);
	}

	private List<Recall.Candidate> candidates(List<Found> best, NeedQuery need) throws IOException {
		Map<Integer, List<Found>> people = new HashMap<>();
		for (Found found : best) {
			people.computeIfAbsent(found.record(), (record) -> new ArrayList<>()).add(found);
		}
		Map<Integer, ExpertFacts> facts = facts(people.keySet());
		Map<Integer, StoredPiece> pieces = pieces(best);
		Map<Integer, List<MatchedTerm>> matched = matched(people.values(), need, pieces);
		List<Recall.Candidate> candidates = new ArrayList<>();
		for (Map.Entry<Integer, List<Found>> person : people.entrySet()) {
			ExpertFacts known = facts.get(person.getKey());
			List<EvidenceHit> hits = new ArrayList<>();
			for (Found found : person.getValue()) {
				StoredPiece piece = pieces.get(found.document());
				if (piece != null) {
					List<MatchedTerm> terms = matched.getOrDefault(found.document(), List.of());
					if (terms.isEmpty() && found.near()) {
						terms = List.of(new MatchedTerm("", piece.title(), MatchedTerm.How.VECTOR, "", ""));
					}
					hits.add(new EvidenceHit(piece.id(), piece.kind(), piece.title(), piece.year(), found.score(),
							terms));
				}
			}
			if (known != null) {
				// equal scores in an order that does not depend on where a segment begins
				hits.sort(Comparator.comparingDouble(EvidenceHit::score)
						.reversed()
						.thenComparing(EvidenceHit::pieceId));
				candidates.add(new Recall.Candidate(known, hits));
			}
		}
		if (this.query.floor() <= 0) {
			candidates.addAll(withoutEvidence(people.keySet()));
		}
		candidates.sort(Comparator.comparingLong((candidate) -> candidate.facts().id()));
		return candidates;
	}

	private List<Recall.Candidate> withoutEvidence(Set<Integer> found) throws IOException {
		List<Integer> others = new ArrayList<>();
		List<LeafReaderContext> leaves = this.searcher.getIndexReader().leaves();
		for (int i = 0; i < leaves.size(); i++) {
			FixedBitSet passing = this.scopes.get(i).passing();
			int base = leaves.get(i).docBase;
			for (int record = next(passing, 0); record < passing.length(); record = next(passing, record + 1)) {
				if (!found.contains(base + record)) {
					others.add(base + record);
				}
			}
		}
		return facts(others).values().stream().map((facts) -> new Recall.Candidate(facts, List.of())).toList();
	}

	private List<Recall.Candidate> byFacts() throws IOException {
		List<Weight> wishes = new ArrayList<>();
		for (Condition wish : this.query.wishes()) {
			wishes.add(weight(Conditions.query(wish, this.query.viewer(), this.thesaurus)));
		}
		List<Found> found = new ArrayList<>();
		List<LeafReaderContext> leaves = this.searcher.getIndexReader().leaves();
		for (int i = 0; i < leaves.size(); i++) {
			LeafReaderContext leaf = leaves.get(i);
			FixedBitSet passing = this.scopes.get(i).passing();
			int[] met = new int[leaf.reader().maxDoc()];
			for (Weight wish : wishes) {
				FixedBitSet bits = bits(wish, leaf, met.length);
				bits.and(passing);
				for (int record = next(bits, 0); record < met.length; record = next(bits, record + 1)) {
					met[record]++;
				}
			}
			for (int record = next(passing, 0); record < met.length; record = next(passing, record + 1)) {
				found.add(new Found(leaf.docBase + record, leaf.docBase + record, met[record], false));
			}
		}
		found.sort(Found.WORST_FIRST.reversed());
		List<Integer> records = found.stream().limit(MAX_PEOPLE).map(Found::record).toList();
		return facts(records).values()
				.stream()
				.sorted(Comparator.comparingLong(ExpertFacts::id))
				.map((facts) -> new Recall.Candidate(facts, List.of()))
				.toList();
	}

	private static int next(FixedBitSet bits, int from) {
		return (from < bits.length()) ? bits.nextSetBit(from) : DocIdSetIterator.NO_MORE_DOCS;
	}

	private Tally tally() {
		int musts = this.query.musts().size();
		int visible = 0;
		int considered = 0;
		int passing = 0;
		int[] excluded = new int[musts];
		int[] alone = new int[musts];
		for (Scope scope : this.scopes) {
			visible += scope.visible().cardinality();
			considered += scope.considered().cardinality();
			passing += Math.toIntExact(FixedBitSet.intersectionCount(scope.considered(), scope.passing()));
			for (int i = 0; i < musts; i++) {
				FixedBitSet left = scope.considered().clone();
				left.andNot(scope.fulfilled().get(i));
				excluded[i] += left.cardinality();
				for (int other = 0; other < musts; other++) {
					if (other != i) {
						left.and(scope.fulfilled().get(other));
					}
				}
				alone[i] += left.cardinality();
			}
		}
		List<Tally.MustTally> tallies = new ArrayList<>();
		for (int i = 0; i < musts; i++) {
			tallies.add(new Tally.MustTally(this.query.musts().get(i), excluded[i], alone[i]));
		}
		return new Tally(visible, considered, passing, tallies);
	}

	private Map<Integer, ExpertFacts> facts(Collection<Integer> records) throws IOException {
		Map<Integer, ExpertFacts> facts = new HashMap<>();
		forEach(records.stream().mapToInt(Integer::intValue).toArray(), (document, data) -> facts.put(document,
				StoredFacts.read(data.binaryValue(), this.query.viewer(), this.thesaurus)));
		return facts;
	}

	private Map<Integer, StoredPiece> pieces(List<Found> best) throws IOException {
		Map<Integer, StoredPiece> pieces = new HashMap<>();
		forEach(best.stream().mapToInt(Found::document).toArray(),
				(document, data) -> pieces.put(document, StoredPiece.read(data.binaryValue())));
		return pieces;
	}

	private void forEach(int[] documents, OnData task) throws IOException {
		Arrays.sort(documents);
		List<LeafReaderContext> leaves = this.searcher.getIndexReader().leaves();
		int current = -1;
		BinaryDocValues data = DocValues.emptyBinary();
		for (int document : documents) {
			int leaf = ReaderUtil.subIndex(document, leaves);
			if (leaf != current) {
				current = leaf;
				data = DocValues.getBinary(leaves.get(leaf).reader(), Fields.DATA);
			}
			if (data.advanceExact(document - leaves.get(leaf).docBase)) {
				task.accept(document, data);
			}
		}
	}

	/**
	 * Which units of the need the best pieces of the best people meet, and how: asked of the
	 * postings, in the order of documents.
	 */
	private Map<Integer, List<MatchedTerm>> matched(Collection<List<Found>> people, NeedQuery need,
			Map<Integer, StoredPiece> pieces) throws IOException {
		int[] documents = people.stream()
				.sorted(Comparator.comparingDouble((List<Found> found) -> -found.getFirst().score()))
				.limit(EXPLAINED_PEOPLE)
				.flatMap((found) -> found.stream().limit(EXPLAINED_PIECES))
				.mapToInt(Found::document)
				.sorted()
				.toArray();
		Map<Integer, List<MatchedTerm>> matched = new HashMap<>();
		List<LeafReaderContext> leaves = this.searcher.getIndexReader().leaves();
		for (NeedQuery.Weighed unit : need.units()) {
			if (!unit.unit().told) {
				continue;
			}
			Map<Integer, MatchedTerm> met = new HashMap<>();
			for (NeedQuery.Ways way : unit.ways()) {
				for (Integer document : containing(way.terms(), documents, leaves)) {
					StoredPiece piece = pieces.get(document);
					if (piece != null) {
						met.computeIfAbsent(document, (key) -> term(unit, way, piece));
					}
				}
			}
			met.forEach((document, term) -> {
				List<MatchedTerm> terms = matched.computeIfAbsent(document, (key) -> new ArrayList<>());
				if (terms.size() < EXPLAINED_TERMS && terms.stream().noneMatch((known) -> covers(known, term))) {
					terms.add(term);
				}
			});
		}
		return matched;
	}

	/**
	 * Pairs of Chinese characters that are part of a word already told say nothing new.
	 */
	private static boolean covers(MatchedTerm known, MatchedTerm other) {
		return known.asked().contains(other.asked());
	}

	private MatchedTerm term(NeedQuery.Weighed unit, NeedQuery.Ways way, StoredPiece piece) {
		String asked = unit.unit().surface;
		if (way.how() == MatchedTerm.How.TEXT) {
			return MatchedTerm.text(asked);
		}
		if (way.how() == MatchedTerm.How.DICTIONARY) {
			return new MatchedTerm(asked, translated(way, piece), MatchedTerm.How.DICTIONARY, "", "");
		}
		String code = way.concept();
		for (Map.Entry<String, String> concept : piece.concepts().entrySet()) {
			String found = concept.getKey();
			boolean fits = switch (way.how()) {
				case THESAURUS -> found.equals(code);
				case NARROWER -> this.thesaurus.ancestors(found).contains(code);
				case BROADER -> this.thesaurus.ancestors(code).contains(found);
				case TEXT, DICTIONARY, VECTOR -> false;
			};
			if (fits) {
				return new MatchedTerm(asked, concept.getValue(), way.how(), code, found);
			}
		}
		return new MatchedTerm(asked, NeedUnits.name(this.thesaurus, code), way.how(), code, code);
	}

	/**
	 * The word of a Chinese title that means what was asked in English, or the English words for
	 * what was asked in Chinese.
	 */
	private String translated(NeedQuery.Ways way, StoredPiece piece) {
		Set<String> wanted = new LinkedHashSet<>();
		way.terms().forEach((term) -> wanted.add(term.text()));
		String folded = Folding.fold(piece.title());
		for (Glossing.Word word : this.glossing.words(folded, new boolean[folded.length()])) {
			for (String english : word.english()) {
				if (Analysis.tokens(Analysis.Cut.WORD, english)
						.stream()
						.anyMatch((token) -> wanted.contains(token.term()))) {
					return piece.title().substring(word.start(), word.end());
				}
			}
		}
		return String.join(" ", wanted);
	}

	/**
	 * Those of the sorted documents that contain all terms.
	 */
	private static List<Integer> containing(List<Term> terms, int[] documents, List<LeafReaderContext> leaves)
			throws IOException {
		List<Integer> found = new ArrayList<>();
		int next = 0;
		for (LeafReaderContext leaf : leaves) {
			int end = leaf.docBase + leaf.reader().maxDoc();
			if (next >= documents.length || documents[next] >= end) {
				continue;
			}
			List<PostingsEnum> postings = new ArrayList<>();
			for (Term term : terms) {
				PostingsEnum one = leaf.reader().postings(term, PostingsEnum.NONE);
				if (one != null) {
					postings.add(one);
				}
			}
			boolean possible = postings.size() == terms.size();
			for (; next < documents.length && documents[next] < end; next++) {
				if (possible && contain(postings, documents[next] - leaf.docBase)) {
					found.add(documents[next]);
				}
			}
		}
		return found;
	}

	private static boolean contain(List<PostingsEnum> postings, int document) throws IOException {
		for (PostingsEnum one : postings) {
			int at = one.docID();
			if (at < document) {
				at = one.advance(document);
			}
			if (at != document) {
				return false;
			}
		}
		return true;
	}

	/**
	 * What is in view in one segment; bits stand for records.
	 */
	private record Scope(FixedBitSet visible, List<FixedBitSet> fulfilled, FixedBitSet passing,
			FixedBitSet considered) {

	}

	/**
	 * @param near whether the meaning alone speaks for the person
	 */
	private record Found(int document, int record, double score, boolean near) {

		private static final Comparator<Found> WORST_FIRST = Comparator.comparingDouble(Found::score)
				.thenComparing(Comparator.comparingInt(Found::document).reversed());

	}

	private interface OnData {

		void accept(int document, BinaryDocValues data) throws IOException;

	}

}
