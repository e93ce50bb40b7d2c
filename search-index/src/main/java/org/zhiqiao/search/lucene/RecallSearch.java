package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.Condition;
import org.zhiqiao.search.EvidenceStrength;
import org.zhiqiao.search.Recall;
import org.zhiqiao.search.RecallQuery;
import org.zhiqiao.search.Tally;
import org.zhiqiao.search.embedding.Embedding;
import org.zhiqiao.search.text.Glossing;
import org.zhiqiao.search.lucene.FoundPerson.Found;
import org.zhiqiao.search.lucene.LexicalPeople.Person;
import org.zhiqiao.search.text.Thesaurus;

/**
 * Finds and counts evidence for one need in one state of the index.
 */
final class RecallSearch {

	/** Among so few people everybody's evidence is compared in meaning; among more, the nearest is asked for. */
	private static final int ALL_COMPARED = 2_000;

	/** So many pieces that are near in meaning bring their people in, whatever their words. */
	private static final int NEAREST = 200;

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
			return new Recall(told(byFacts(), null), this.query.tally() ? tally() : Tally.NOT_COUNTED);
		}
		Asked asked = new Asked(vector());
		AllProcessors.forEach(asked.parts(), asked);
		NeedQuery need = asked.need();
		List<FoundPerson> found = evidence(need, asked.vector, asked.near);
		List<Recall.Candidate> candidates = told(found, new MatchedWords(need, this.glossing));
		return new Recall(candidates, this.query.tally() ? tally() : Tally.NOT_COUNTED);
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
	private List<FoundPerson> evidence(NeedQuery need, @Nullable NeedVector vector, @Nullable FixedBitSet meant)
			throws IOException {
		boolean everybody = this.query.floor() <= 0;
		if (everybody) {
			everybody();
		}
		FixedBitSet near = (everybody && meant == null) ? passing() : meant;
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
		List<FoundPerson> found = (vector != null)
				? byMeaning(looked, need, vector, floor, everybody)
				: looked.stream().map((person) -> byWords(person, need)).toList();
		return everybody ? withTheOthers(found) : strongest(found);
	}

	/**
	 * No more people than were asked for, but for some that are alike.
	 */
	private List<FoundPerson> strongest(List<FoundPerson> found) {
		if (found.size() <= this.query.people()) {
			return found;
		}
		double[] best = found.stream().mapToDouble(FoundPerson::best).sorted().toArray();
		double least = best[best.length - this.query.people()];
		return found.stream().filter((person) -> person.best() >= least).toList();
	}

	private static FoundPerson byWords(Person person, NeedQuery need) {
		List<Found> pieces = new ArrayList<>(person.pieces());
		for (int i = 0; i < person.pieces(); i++) {
			pieces.add(new Found(person.document(i),
					EvidenceStrength.of(need.share(person.raw(i)), Double.NaN), false));
		}
		return FoundPerson.of(person.record(), pieces);
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

	private List<FoundPerson> byMeaning(List<Person> people, NeedQuery need, NeedVector vector, float floor,
			boolean everybody) throws IOException {
		MeaningScan scan = new MeaningScan(need, vector, everybody ? 0 : floor);
		return scan.find(people, this.searcher.getIndexReader().leaves(), this.scopes);
	}

	private List<Recall.Candidate> told(List<FoundPerson> found, @Nullable MatchedWords words) throws IOException {
		return new Candidates(this.searcher.getIndexReader().leaves(), this.query.viewer(), this.thesaurus, words)
				.of(found);
	}

	/**
	 * The people found and, without evidence, all others who fulfil the musts, in the order of the index.
	 */
	private List<FoundPerson> withTheOthers(List<FoundPerson> found) {
		List<FoundPerson> all = new ArrayList<>();
		FixedBitSet passing = passing();
		int next = 0;
		for (int record = Scope.next(passing, 0); record < passing.length(); record = Scope.next(passing,
				record + 1)) {
			while (next < found.size() && found.get(next).record() < record) {
				all.add(found.get(next++));
			}
			if (next == found.size() || found.get(next).record() != record) {
				all.add(new FoundPerson(record, List.of()));
			}
		}
		all.addAll(found.subList(next, found.size()));
		return all;
	}

	private List<FoundPerson> byFacts() throws IOException {
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
		return found.stream()
				.limit(MAX_PEOPLE)
				.map((known) -> new FoundPerson(known.record(), List.of()))
				.sorted(Comparator.comparingInt(FoundPerson::record))
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

	/**
	 * What the words of the need are worth, and who is near to it in meaning: found at the same time.
	 */
	private final class Asked implements AllProcessors.Task {

		private final @Nullable NeedVector vector;

		private @Nullable NeedQuery need;

		private @Nullable FixedBitSet near;

		private Asked(@Nullable NeedVector vector) {
			this.vector = vector;
		}

		private int parts() {
			return (this.vector != null) ? 2 : 1;
		}

		@Override
		public void run(int part) throws IOException {
			if (part == 0) {
				this.need = RecallSearch.this.need();
			} else {
				this.near = near(this.vector);
			}
		}

		private NeedQuery need() {
			return Objects.requireNonNull(this.need);
		}

	}

	/**
	 * @param met so many wishes the facts fulfil
	 */
	private record Known(int record, long id, int met) {

	}

}
