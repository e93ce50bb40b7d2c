package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.lucene.LexicalPeople.Person;

/**
 * Adds up how much of a need each piece of evidence covers, stretch by stretch, on all processors.
 * <p>
 * Within a stretch the units of the need are added one after another, the weightiest first. When
 * those that are left could not lift anybody who is not in view by now over what is asked for
 * (the idea of MaxScore: H. Turtle and J. Flood, Query evaluation, 1995), they are only looked up
 * for the people in view. The sums are always made in the same order, so that neither this nor the
 * number of threads changes a figure.
 */
final class CoverageScan {

	/** Documents added up at a time; the sums of so many fit into the nearest caches. */
	private static final int STRETCH = 16_384;

	/** A thread takes at least so many documents. */
	private static final int PART = 131_072;

	/**
	 * Units are added for all documents until no more than this share of what is asked for is left:
	 * with more left, nearly everybody with any word would have to be looked at.
	 */
	private static final float LEFT = 0.4f;

	/** Looking one document up costs as much as adding so many in a row. */
	private static final int LOOKING_UP = 8;

	private final NeedQuery need;

	private final IndexSearcher searcher;

	private final List<Scope> scopes;

	/** For the terms of each way of each unit. */
	private final List<List<List<NeedQuery.Scored>>> terms = new ArrayList<>();

	/** What is left to earn by the units from this one on. */
	private final float[] left;

	CoverageScan(NeedQuery need, IndexSearcher searcher, List<Scope> scopes) throws IOException {
		this.need = need;
		this.searcher = searcher;
		this.scopes = scopes;
		List<NeedQuery.Weighed> units = need.units();
		for (NeedQuery.Weighed unit : units) {
			List<List<NeedQuery.Scored>> ways = new ArrayList<>();
			for (NeedQuery.Ways way : unit.ways()) {
				List<NeedQuery.Scored> scored = new ArrayList<>();
				for (Term term : way.terms()) {
					need.scored(term, way.boost()).ifPresent(scored::add);
				}
				ways.add(scored);
			}
			this.terms.add(ways);
		}
		this.left = new float[units.size() + 1];
		double sum = 0;
		for (int i = units.size() - 1; i >= 0; i--) {
			sum += units.get(i).weight();
			// a little more, so that rounding never hides anybody
			this.left[i] = (float) (sum * 1.0001);
		}
	}

	/**
	 * Marks all visible people who have a piece that covers so much as considered.
	 */
	void count(float floor) throws IOException {
		scan(null, new People(new LexicalPeople(0, floor), true, null));
	}

	/**
	 * Finds the people who fulfil the musts.
	 * @param people who they are put into; what it asks for grows with them
	 * @param counting whether all visible people who reach the floor are marked as considered, too
	 * @param always records who are put in whatever their evidence; null for none
	 */
	void find(LexicalPeople people, boolean counting, @Nullable FixedBitSet always) throws IOException {
		scan(people, new People(people, counting, always));
	}

	private void scan(@Nullable LexicalPeople people, People wanted) throws IOException {
		if (this.need.isEmpty()) {
			return;
		}
		List<LeafReaderContext> leaves = this.searcher.getIndexReader().leaves();
		List<Part> parts = new ArrayList<>();
		for (int i = 0; i < leaves.size(); i++) {
			FixedBitSet records = this.scopes.get(i).records();
			int from = 0;
			while (from < records.length()) {
				int to = end(records, from + PART - 1);
				parts.add(new Part(leaves.get(i), this.scopes.get(i), from, to));
				from = to;
			}
		}
		AllProcessors.forEach(parts.size(), (part) -> new Adding(parts.get(part), people, wanted).run());
	}

	/**
	 * Behind the block of the person to whom the document belongs.
	 */
	private static int end(FixedBitSet records, int document) {
		int record = Scope.next(records, document);
		return (record == DocIdSetIterator.NO_MORE_DOCS) ? records.length() : record + 1;
	}

	/**
	 * Whom the scan is for.
	 */
	private record People(LexicalPeople least, boolean counting, @Nullable FixedBitSet always) {

	}

	private record Part(LeafReaderContext leaf, Scope scope, int from, int to) {

	}

	/**
	 * A term of the need in one part of a segment.
	 */
	private static final class Stream {

		private final PostingsEnum postings;

		private final Similarity.SimScorer scorer;

		/** Lengths of the field; null where they are not kept and count as one. */
		private final byte @Nullable [] lengths;

		private final double density;

		private Stream(NeedQuery.Scored term, PostingsEnum postings, LeafReaderContext leaf) throws IOException {
			this.postings = postings;
			this.scorer = term.scorer();
			this.lengths = SegmentLayout.of(leaf.reader()).lengths(term.term().field(), leaf.reader());
			this.density = (double) postings.cost() / leaf.reader().maxDoc();
		}

		private float score(int document, float frequency) {
			return this.scorer.score(frequency, (this.lengths != null) ? this.lengths[document] : 1);
		}

	}

	/**
	 * Where in a part those are who are asked about. Where they are few, the stretches between them
	 * are passed over.
	 */
	private static final class Asked {

		/** Fewer documents than this in between are not worth passing over. */
		private static final int BETWEEN = 512;

		/** From one in so many people on nothing is passed over. */
		private static final int DENSE = 4;

		private final Part part;

		private final FixedBitSet people;

		private final @Nullable FixedBitSet always;

		private final boolean dense;

		private Asked(Part part, People wanted) {
			this.part = part;
			this.people = wanted.counting() ? part.scope().visible() : part.scope().passing();
			this.always = wanted.always();
			int all = part.scope().records().cardinality(part.from(), part.to());
			this.dense = this.people.cardinality(part.from(), part.to()) > all / DENSE;
		}

		private boolean isDense() {
			return this.dense;
		}

		/**
		 * The first document from here on of somebody who is asked about; the end of the part for none.
		 */
		private int next(int from) {
			if (this.dense || from >= this.part.to()) {
				return from;
			}
			int record = record(from);
			return (record < this.part.to()) ? Math.max(from, this.part.scope().first(record)) : this.part.to();
		}

		/**
		 * Behind the last of the people who are asked about and stand close together from here on.
		 */
		private int end(int start) {
			int end = record(start) + 1;
			while (end - start < STRETCH) {
				int record = record(end);
				if (record >= this.part.to() || this.part.scope().first(record) - end > BETWEEN) {
					break;
				}
				end = record + 1;
			}
			return end;
		}

		private int record(int from) {
			int base = this.part.leaf().docBase;
			int record = Scope.next(this.people, from);
			int other = (this.always != null) ? Scope.next(this.always, base + from) : DocIdSetIterator.NO_MORE_DOCS;
			return (other == DocIdSetIterator.NO_MORE_DOCS) ? record : Math.min(record, other - base);
		}

	}

	/**
	 * Sums of one stretch after another.
	 */
	private final class Adding {

		private final Part part;

		private final @Nullable LexicalPeople people;

		private final People wanted;

		/** Terms of each way of each unit. */
		private final List<List<List<Stream>>> units = new ArrayList<>();

		private final DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();

		private int start;

		private int end;

		private float[] sums = new float[STRETCH + 64];

		private float[] best = new float[STRETCH + 64];

		private float[] way = new float[STRETCH + 64];

		/** Documents of the unit at hand, and of the way at hand, with repetitions. */
		private int[] touched = new int[1024];

		private int touchedCount;

		private int[] wayTouched = new int[1024];

		private int wayCount;

		/** Records of the people in view in this stretch, and their pieces, ascending. */
		private int[] records = new int[64];

		private int recordCount;

		private int[] pieces = new int[512];

		private int pieceCount;

		/** Numbers of people, read in the order of their records. */
		private final NumericDocValues numbers;

		private Adding(Part part, @Nullable LexicalPeople people, People wanted) throws IOException {
			this.part = part;
			this.people = people;
			this.wanted = wanted;
			this.numbers = DocValues.getNumeric(part.leaf().reader(), Fields.ID);
			for (List<List<NeedQuery.Scored>> unit : CoverageScan.this.terms) {
				List<List<Stream>> ways = new ArrayList<>();
				for (List<NeedQuery.Scored> way : unit) {
					List<Stream> streams = new ArrayList<>();
					for (NeedQuery.Scored term : way) {
						PostingsEnum postings = term.postings(part.leaf());
						if (postings != null) {
							streams.add(new Stream(term, postings, part.leaf()));
						}
					}
					if (!streams.isEmpty()) {
						ways.add(streams);
					}
				}
				this.units.add(ways);
			}
		}

		private void run() throws IOException {
			FixedBitSet all = this.part.scope().records();
			Asked asked = new Asked(this.part, this.wanted);
			this.start = asked.next(this.part.from());
			while (this.start < this.part.to()) {
				this.end = asked.isDense()
						? Math.min(this.part.to(), CoverageScan.end(all, this.start + STRETCH - 1))
						: asked.end(this.start);
				stretch();
				this.start = asked.next(this.end);
			}
		}

		private void stretch() throws IOException {
			int size = this.end - this.start;
			if (size > this.sums.length) {
				this.sums = new float[ArrayUtil.oversize(size, Float.BYTES)];
				this.best = new float[this.sums.length];
				this.way = new float[this.sums.length];
			}
			float least = this.wanted.counting() ? this.wanted.least().floor() : this.wanted.least().least();
			int unit = 0;
			while (unit < this.units.size() && left(unit) >= LEFT * least) {
				add(this.units.get(unit));
				unit++;
			}
			look(least - left(unit));
			for (; unit < this.units.size() && this.pieceCount > 0; unit++) {
				complete(this.units.get(unit));
			}
			finish(least);
			Arrays.fill(this.sums, 0, size, 0);
		}

		private float left(int unit) {
			return CoverageScan.this.left[unit];
		}

		/**
		 * Adds one unit for all documents.
		 */
		private void add(List<List<Stream>> ways) throws IOException {
			if (ways.size() == 1 && ways.getFirst().size() == 1) {
				addOnly(ways.getFirst().getFirst());
				return;
			}
			this.touchedCount = 0;
			for (List<Stream> streams : ways) {
				if (streams.size() == 1) {
					better(streams.getFirst());
				} else {
					this.wayCount = 0;
					for (Stream stream : streams) {
						addToWay(stream);
					}
					betterByWay();
				}
			}
			addBest();
		}

		private boolean next(Stream stream) throws IOException {
			stream.postings.nextPostings(this.end, this.buffer);
			return this.buffer.size > 0;
		}

		private boolean reaches(Stream stream) throws IOException {
			int at = stream.postings.docID();
			if (at < this.start) {
				at = stream.postings.advance(this.start);
			}
			return at < this.end;
		}

		private void addOnly(Stream stream) throws IOException {
			if (!reaches(stream)) {
				return;
			}
			while (next(stream)) {
				int[] docs = this.buffer.docs;
				float[] frequencies = this.buffer.features;
				for (int i = 0; i < this.buffer.size; i++) {
					this.sums[docs[i] - this.start] += stream.score(docs[i], frequencies[i]);
				}
			}
		}

		private void better(Stream stream) throws IOException {
			if (!reaches(stream)) {
				return;
			}
			while (next(stream)) {
				int size = this.buffer.size;
				this.touched = ArrayUtil.grow(this.touched, this.touchedCount + size);
				for (int i = 0; i < size; i++) {
					better(this.buffer.docs[i] - this.start,
							stream.score(this.buffer.docs[i], this.buffer.features[i]));
				}
			}
		}

		private void better(int document, float score) {
			if (this.best[document] == 0) {
				this.touched[this.touchedCount++] = document;
			}
			if (score > this.best[document]) {
				this.best[document] = score;
			}
		}

		private void addToWay(Stream stream) throws IOException {
			if (!reaches(stream)) {
				return;
			}
			while (next(stream)) {
				int size = this.buffer.size;
				this.wayTouched = ArrayUtil.grow(this.wayTouched, this.wayCount + size);
				for (int i = 0; i < size; i++) {
					int document = this.buffer.docs[i] - this.start;
					if (this.way[document] == 0) {
						this.wayTouched[this.wayCount++] = document;
					}
					this.way[document] += stream.score(this.buffer.docs[i], this.buffer.features[i]);
				}
			}
		}

		private void betterByWay() {
			this.touched = ArrayUtil.grow(this.touched, this.touchedCount + this.wayCount);
			for (int i = 0; i < this.wayCount; i++) {
				int document = this.wayTouched[i];
				better(document, this.way[document]);
				this.way[document] = 0;
			}
		}

		private void addBest() {
			for (int i = 0; i < this.touchedCount; i++) {
				int document = this.touched[i];
				this.sums[document] += this.best[document];
				this.best[document] = 0;
			}
		}

		/**
		 * Finds the people who may reach what is asked for: those with a piece that has this much by
		 * now.
		 */
		private void look(float cut) {
			this.recordCount = 0;
			this.pieceCount = 0;
			Scope scope = this.part.scope();
			FixedBitSet asked = this.wanted.counting() ? scope.visible() : scope.passing();
			FixedBitSet seen = scope.seen();
			FixedBitSet always = this.wanted.always();
			int base = this.part.leaf().docBase;
			// nothing at all is not enough, whatever is left
			float atLeast = Math.max(cut, Float.MIN_VALUE);
			int nextAlways = (always != null) ? Scope.next(always, base + this.start) - base : this.end;
			float[] found = this.sums;
			int size = this.end - this.start;
			for (int i = 0; i < size; i++) {
				if (found[i] >= atLeast && seen.get(this.start + i)) {
					int record = scope.records().nextSetBit(this.start + i);
					while (nextAlways < record) {
						view(nextAlways);
						nextAlways = nextAlways(always, nextAlways);
					}
					if (record == nextAlways) {
						view(record);
						nextAlways = nextAlways(always, record);
					} else if (asked.get(record)) {
						view(record);
					}
					i = record - this.start;
				}
			}
			while (nextAlways < this.end) {
				view(nextAlways);
				nextAlways = nextAlways(always, nextAlways);
			}
		}

		private int nextAlways(@Nullable FixedBitSet always, int after) {
			int base = this.part.leaf().docBase;
			int next = (always != null) ? Scope.next(always, base + after + 1) : DocIdSetIterator.NO_MORE_DOCS;
			return (next == DocIdSetIterator.NO_MORE_DOCS) ? next : next - base;
		}

		private void view(int record) {
			if (this.recordCount == this.records.length) {
				this.records = Arrays.copyOf(this.records, 2 * this.recordCount);
			}
			this.records[this.recordCount++] = record;
			int first = this.part.scope().first(record);
			if (this.pieceCount + record - first > this.pieces.length) {
				this.pieces = Arrays.copyOf(this.pieces, 2 * this.pieces.length + record - first);
			}
			FixedBitSet seen = this.part.scope().seen();
			for (int piece = first; piece < record; piece++) {
				if (seen.get(piece)) {
					this.pieces[this.pieceCount++] = piece;
				}
			}
		}

		/**
		 * Adds one unit for the people in view.
		 */
		private void complete(List<List<Stream>> ways) throws IOException {
			this.touchedCount = 0;
			for (List<Stream> streams : ways) {
				if (streams.size() == 1) {
					if (worthLookingUp(streams.getFirst())) {
						lookUp(streams.getFirst(), false);
					} else {
						better(streams.getFirst());
					}
				} else {
					this.wayCount = 0;
					for (Stream stream : streams) {
						if (worthLookingUp(stream)) {
							lookUp(stream, true);
						} else {
							addToWay(stream);
						}
					}
					betterByWay();
				}
			}
			addBest();
		}

		private boolean worthLookingUp(Stream stream) {
			return (long) this.pieceCount * LOOKING_UP < stream.density * (this.end - this.start);
		}

		private void lookUp(Stream stream, boolean forWay) throws IOException {
			for (int i = 0; i < this.pieceCount; i++) {
				int piece = this.pieces[i];
				int at = stream.postings.docID();
				if (at < piece) {
					at = stream.postings.advance(piece);
				}
				if (at == DocIdSetIterator.NO_MORE_DOCS) {
					return;
				}
				if (at == piece) {
					float score = stream.score(piece, stream.postings.freq());
					if (forWay) {
						this.wayTouched = ArrayUtil.grow(this.wayTouched, this.wayCount + 1);
						if (this.way[piece - this.start] == 0) {
							this.wayTouched[this.wayCount++] = piece - this.start;
						}
						this.way[piece - this.start] += score;
					} else {
						this.touched = ArrayUtil.grow(this.touched, this.touchedCount + 1);
						better(piece - this.start, score);
					}
				}
			}
		}

		private void finish(float least) throws IOException {
			Scope scope = this.part.scope();
			FixedBitSet always = this.wanted.always();
			int base = this.part.leaf().docBase;
			int piece = 0;
			for (int i = 0; i < this.recordCount; i++) {
				int record = this.records[i];
				int first = piece;
				int count = 0;
				float most = 0;
				for (; piece < this.pieceCount && this.pieces[piece] < record; piece++) {
					float sum = this.sums[this.pieces[piece] - this.start];
					most = Math.max(most, sum);
					count += (sum > 0) ? 1 : 0;
				}
				if (this.wanted.counting() && most >= this.wanted.least().floor() && scope.visible().get(record)) {
					mark(scope.considered(), record);
				}
				boolean kept = always != null && always.get(base + record);
				boolean mayBeKept = kept || (most > 0 && most >= least && scope.passing().get(record));
				if (this.people == null || !mayBeKept) {
					continue;
				}
				int[] documents = new int[count];
				float[] raw = new float[count];
				int at = 0;
				for (int p = first; p < piece; p++) {
					float sum = this.sums[this.pieces[p] - this.start];
					if (sum > 0) {
						documents[at] = base + this.pieces[p];
						raw[at] = sum;
						at++;
					}
				}
				Person person = new Person(number(record), base + record, documents, raw);
				if (kept) {
					this.people.keep(person);
				} else {
					this.people.add(person);
				}
			}
		}

		private long number(int record) throws IOException {
			return this.numbers.advanceExact(record) ? this.numbers.longValue() : 0;
		}

		/**
		 * Parts of a segment share words of the bit set.
		 */
		private static void mark(FixedBitSet bits, int record) {
			synchronized (bits) {
				bits.set(record);
			}
		}

	}

}
