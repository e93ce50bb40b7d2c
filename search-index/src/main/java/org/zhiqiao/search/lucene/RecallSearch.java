package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Weight;
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
import org.zhiqiao.search.text.Glossing;
import org.zhiqiao.search.lucene.LexicalPeople.Person;
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

	/** People found by facts alone, where nobody asks for substance. */
	private static final int MAX_PEOPLE = 5_000;

	private final IndexSearcher searcher;

	private final Thesaurus thesaurus;

	private final RecallQuery query;

	private final Glossing glossing;

	/** Null where vectors are switched off, or do not work. */
	private final @Nullable Embedding embedding;

	private final List<Scope> scopes;

	RecallSearch(IndexSearcher searcher, Glossing glossing, @Nullable Embedding embedding, RecallQuery query)
			throws IOException {
		this.searcher = searcher;
		this.glossing = glossing;
		this.thesaurus = glossing.thesaurus();
		this.embedding = embedding;
		this.query = query;
		this.scopes = Scope.of(query, searcher, this.thesaurus);
	}

	Recall recall() throws IOException {
		if (!this.query.asksForSubstance()) {
			everybody();
			return new Recall(byFacts(), this.query.tally() ? tally() : Tally.NOT_COUNTED);
		}
		NeedQuery need = need();
		List<Found> best = evidence(need, vector());
		return new Recall(candidates(best, need), this.query.tally() ? tally() : Tally.NOT_COUNTED);
	}

	private NeedQuery need() throws IOException {
		return new NeedQuery(NeedUnits.of(this.query, this.glossing), this.searcher, this.thesaurus);
	}

	private @Nullable NeedVector vector() throws IOException {
		if (this.embedding == null) {
			return null;
		}
		NeedVector vector = NeedVector.of(this.query, this.embedding, this.glossing, this.searcher);
		return vector.isEmpty() ? null : vector;
	}

	Tally count() throws IOException {
		if (this.query.asksForSubstance() && this.query.floor() > 0) {
			NeedQuery need = need();
			new CoverageScan(need, this.searcher, this.scopes).count(need.raw(this.query.floor()));
		} else {
			everybody();
		}
		return tally();
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
		if (everybody && near == null) {
			near = passing();
		}
		float floor = need.raw(this.query.floor());
		LexicalPeople people = new LexicalPeople(this.query.people(), floor);
		new CoverageScan(need, this.searcher, this.scopes).find(people, this.query.tally() && !everybody, near);
		List<Person> looked = new ArrayList<>(people.people());
		if (near != null && need.isEmpty()) {
			// not a word that anybody has: nobody was looked at
			for (int record = Scope.next(near, 0); record < near.length(); record = Scope.next(near, record + 1)) {
				looked.add(Person.unmentioned(record));
			}
		}
		List<Found> found = (vector != null)
				? byMeaning(looked, need, vector, floor, everybody)
				: new ArrayList<>();
		if (vector == null) {
			for (Person person : looked) {
				List<Found> pieces = new ArrayList<>();
				for (int i = 0; i < person.pieces(); i++) {
					int piece = person.document(i);
					pieces.add(new Found(piece, person.record(),
							EvidenceStrength.of(need.share(person.raw(piece)), Double.NaN), false));
				}
				found.addAll(strongest(pieces));
			}
		}
		found.sort(Found.WORST_FIRST.reversed());
		return found;
	}

	/**
	 * Records of all people who fulfil the musts.
	 */
	private FixedBitSet passing() {
		FixedBitSet all = new FixedBitSet(Math.max(1, this.searcher.getIndexReader().maxDoc()));
		List<LeafReaderContext> leaves = this.searcher.getIndexReader().leaves();
		for (int i = 0; i < leaves.size(); i++) {
			FixedBitSet.orRange(this.scopes.get(i).passing(), 0, all, leaves.get(i).docBase,
					this.scopes.get(i).passing().length());
		}
		return all;
	}

	/**
	 * Records of people who fulfil the musts and have evidence near to the need in meaning; null
	 * without vectors.
	 */
	private @Nullable FixedBitSet near(@Nullable NeedVector vector) throws IOException {
		if (vector == null) {
			return null;
		}
		long passing = this.scopes.stream().mapToLong((scope) -> scope.passing().cardinality()).sum();
		if (passing <= ALL_COMPARED || this.query.floor() <= 0) {
			return passing();
		}
		FixedBitSet near = new FixedBitSet(Math.max(1, this.searcher.getIndexReader().maxDoc()));
		List<LeafReaderContext> leaves = this.searcher.getIndexReader().leaves();
		for (int document : vector.nearest(this.searcher, NEAREST)) {
			int leaf = ReaderUtil.subIndex(document, leaves);
			int local = document - leaves.get(leaf).docBase;
			int record = Scope.next(this.scopes.get(leaf).records(), local);
			if (record != DocIdSetIterator.NO_MORE_DOCS && this.scopes.get(leaf).passing().get(record)) {
				near.set(leaves.get(leaf).docBase + record);
			}
		}
		return near;
	}

	/**
	 * The strongest pieces of people who have a piece that covers enough, or is near enough; of
	 * those, lesser pieces count as well.
	 */
	private List<Found> byMeaning(List<Person> people, NeedQuery need, NeedVector vector, float floor,
			boolean everybody)
			throws IOException {
		List<LeafReaderContext> leaves = this.searcher.getIndexReader().leaves();
		List<Found> all = new ArrayList<>();
		int leaf = -1;
		ByteVectorValues values = null;
		KnnVectorValues.DocIndexIterator vectors = null;
		for (Person person : people) {
			int at = ReaderUtil.subIndex(person.record(), leaves);
			if (at != leaf) {
				leaf = at;
				values = leaves.get(leaf).reader().getByteVectorValues(Fields.VECTOR);
				vectors = (values != null) ? values.iterator() : null;
			}
			Scope scope = this.scopes.get(leaf);
			int base = leaves.get(leaf).docBase;
			int record = person.record() - base;
			boolean considered = everybody || (person.most() > 0 && person.most() >= floor);
			List<Found> pieces = new ArrayList<>();
			for (int piece = scope.first(record); piece < record; piece++) {
				if (!scope.seen().get(piece)) {
					continue;
				}
				double coverage = need.share(person.raw(base + piece));
				double similarity = Double.NaN;
				if (values != null && vectors != null) {
					int vectored = (vectors.docID() < piece) ? vectors.advance(piece) : vectors.docID();
					if (vectored == piece) {
						similarity = vector.similarity(values.vectorValue(vectors.index()));
					}
				}
				boolean near = similarity >= NEAR;
				considered |= near;
				if (coverage > 0 || !Double.isNaN(similarity)) {
					pieces.add(new Found(base + piece, person.record(), EvidenceStrength.of(coverage, similarity),
							near));
				}
			}
			if (considered) {
				scope.considered().set(record);
				all.addAll(strongest(pieces));
			}
		}
		return all;
	}

	private static List<Found> strongest(List<Found> pieces) {
		pieces.sort(Found.WORST_FIRST.reversed());
		return (pieces.size() > EvidenceStrength.PIECES) ? pieces.subList(0, EvidenceStrength.PIECES) : pieces;
	}

	private List<Recall.Candidate> candidates(List<Found> best, NeedQuery need) throws IOException {
		Map<Integer, List<Found>> people = new HashMap<>();
		for (Found found : best) {
			people.computeIfAbsent(found.record(), (record) -> new ArrayList<>()).add(found);
		}
		Map<Integer, ExpertFacts> facts = facts(people.keySet());
		Map<Integer, StoredPiece> pieces = pieces(best);
		Map<Integer, List<MatchedTerm>> matched = explained(people, facts, need, pieces);
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
			for (int record = Scope.next(passing, 0); record < passing.length(); record = Scope.next(passing,
					record + 1)) {
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
			wishes.add(Scope.weight(this.searcher, Conditions.query(wish, this.query.viewer(), this.thesaurus)));
		}
		List<Known> found = new ArrayList<>();
		List<LeafReaderContext> leaves = this.searcher.getIndexReader().leaves();
		for (int i = 0; i < leaves.size(); i++) {
			LeafReaderContext leaf = leaves.get(i);
			NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), Fields.ID);
			FixedBitSet passing = this.scopes.get(i).passing();
			int[] met = new int[leaf.reader().maxDoc()];
			for (Weight wish : wishes) {
				FixedBitSet bits = Scope.bits(wish, leaf);
				bits.and(passing);
				for (int record = Scope.next(bits, 0); record < met.length; record = Scope.next(bits, record + 1)) {
					met[record]++;
				}
			}
			for (int record = Scope.next(passing, 0); record < met.length; record = Scope.next(passing, record + 1)) {
				if (numbers.advanceExact(record)) {
					found.add(new Known(leaf.docBase + record, numbers.longValue(), met[record]));
				}
			}
		}
		found.sort(Comparator.comparingInt(Known::met).reversed().thenComparingLong(Known::id));
		List<Integer> records = found.stream().limit(MAX_PEOPLE).map(Known::record).toList();
		return facts(records).values()
				.stream()
				.sorted(Comparator.comparingLong(ExpertFacts::id))
				.map((facts) -> new Recall.Candidate(facts, List.of()))
				.toList();
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
	 * The words of the best pieces of the best people.
	 */
	private Map<Integer, List<MatchedTerm>> explained(Map<Integer, List<Found>> people,
			Map<Integer, ExpertFacts> facts, NeedQuery need, Map<Integer, StoredPiece> pieces) throws IOException {
		int[] documents = people.keySet()
				.stream()
				.filter(facts::containsKey)
				.sorted(Comparator.comparingDouble((Integer record) -> -best(people, record))
						.thenComparingLong((record) -> Objects.requireNonNull(facts.get(record)).id()))
				.limit(EXPLAINED_PEOPLE)
				.flatMap((record) -> people.getOrDefault(record, List.of()).stream().limit(EXPLAINED_PIECES))
				.mapToInt(Found::document)
				.sorted()
				.toArray();
		return new MatchedWords(need, this.glossing, this.searcher).of(documents, pieces);
	}

	private static double best(Map<Integer, List<Found>> people, Integer record) {
		return people.getOrDefault(record, List.of()).getFirst().score();
	}

	/**
	 * @param near whether the meaning alone speaks for the person
	 */
	private record Found(int document, int record, double score, boolean near) {

		private static final Comparator<Found> WORST_FIRST = Comparator.comparingDouble(Found::score)
				.thenComparing(Comparator.comparingInt(Found::document).reversed());

	}

	/**
	 * @param met so many wishes the facts fulfil
	 */
	private record Known(int record, long id, int met) {

	}

	private interface OnData {

		void accept(int document, BinaryDocValues data) throws IOException;

	}

}
