package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.EvidenceHit;
import org.zhiqiao.search.ExpertFacts;
import org.zhiqiao.search.MatchedTerm;
import org.zhiqiao.search.Recall;
import org.zhiqiao.search.lucene.FoundPerson.Found;
import org.zhiqiao.search.text.Thesaurus;

/**
 * What is told of the people who were found: facts and evidence, and which words it shares with the need. Read in the
 * order of the index, some people at a time on each processor.
 */
final class Candidates {

	/** For so many people, the best first, it is worked out which words their evidence shares. */
	private static final int EXPLAINED_PEOPLE = 200;

	private static final int EXPLAINED_PIECES = 4;

	private final List<LeafReaderContext> leaves;

	private final Audience viewer;

	private final Thesaurus thesaurus;

	private final @Nullable MatchedWords words;

	/**
	 * @param words null where nobody's words are wanted
	 */
	Candidates(List<LeafReaderContext> leaves, Audience viewer, Thesaurus thesaurus, @Nullable MatchedWords words) {
		this.leaves = leaves;
		this.viewer = viewer;
		this.thesaurus = thesaurus;
		this.words = words;
	}

	/**
	 * The people in the order of their numbers.
	 * @param found in the order of the index
	 */
	List<Recall.Candidate> of(List<FoundPerson> found) throws IOException {
		List<People> lots = Lot.of(found, FoundPerson::record, this.leaves).stream().map(People::new).toList();
		AllProcessors.forEach(lots.size(), (lot) -> lots.get(lot).read());
		if (this.words != null) {
			MatchedWords matched = this.words;
			lots.stream()
					.flatMap((lot) -> lot.people.stream())
					.filter((person) -> !person.found.pieces().isEmpty())
					.sorted(Person.BEST_FIRST)
					.limit(EXPLAINED_PEOPLE)
					.forEach((person) -> person.explained = true);
			AllProcessors.forEach(lots.size(), (lot) -> lots.get(lot).explain(matched));
		}
		List<Recall.Candidate> candidates = new ArrayList<>(found.size());
		for (People lot : lots) {
			for (Person person : lot.people) {
				candidates.add(person.candidate());
			}
		}
		candidates.sort(Comparator.comparingLong((candidate) -> candidate.facts().id()));
		return candidates;
	}

	/**
	 * Concepts of evidence that the viewer may see.
	 */
	static List<Codes> evidenced(Audience viewer, LeafReaderContext leaf) throws IOException {
		List<Codes> codes = new ArrayList<>();
		for (String field : RecordText.fields(viewer, Fields::evidenced)) {
			codes.add(SegmentLayout.of(leaf.reader()).codes(field, leaf.reader()));
		}
		return codes;
	}

	static Set<String> codes(List<Codes> circles, int record) throws IOException {
		Set<String> codes = new HashSet<>();
		for (Codes circle : circles) {
			codes.addAll(circle.of(record));
		}
		return codes;
	}

	/**
	 * Some people of a segment.
	 */
	private final class People {

		private final LeafReaderContext leaf;

		private final List<FoundPerson> found;

		private final List<Person> people = new ArrayList<>();

		private People(Lot<FoundPerson> lot) {
			this.leaf = lot.leaf();
			this.found = lot.things();
		}

		private void read() throws IOException {
			BinaryDocValues data = DocValues.getBinary(this.leaf.reader(), Fields.DATA);
			List<Codes> evidenced = evidenced(Candidates.this.viewer, this.leaf);
			for (FoundPerson one : this.found) {
				int record = one.record() - this.leaf.docBase;
				if (!data.advanceExact(record)) {
					continue;
				}
				StoredPerson stored = StoredPerson.read(data.binaryValue());
				int first = one.record() - stored.count();
				BitSet found = new BitSet();
				for (Found piece : one.pieces()) {
					found.set(piece.document() - first);
				}
				@Nullable
				StoredPiece[] all = stored.pieces(found::get);
				List<StoredPiece> pieces = new ArrayList<>(one.pieces().size());
				for (Found piece : one.pieces()) {
					pieces.add(Objects.requireNonNull(all[piece.document() - first]));
				}
				this.people.add(new Person(one, pieces, stored.facts(codes(evidenced, record),
						Candidates.this.viewer, Candidates.this.thesaurus)));
			}
		}

		private void explain(MatchedWords words) throws IOException {
			List<Place> places = new ArrayList<>();
			for (Person person : this.people) {
				if (person.explained) {
					for (int i = 0; i < Math.min(person.pieces.size(), EXPLAINED_PIECES); i++) {
						places.add(new Place(person, i));
					}
				}
			}
			if (places.isEmpty()) {
				return;
			}
			places.sort(Comparator.comparingInt(Place::document));
			List<List<MatchedTerm>> terms = words.of(this.leaf,
					places.stream().mapToInt((place) -> place.document() - this.leaf.docBase).toArray(),
					places.stream().map((place) -> place.person.pieces.get(place.piece)).toList());
			for (int i = 0; i < places.size(); i++) {
				places.get(i).person.terms.set(places.get(i).piece, terms.get(i));
			}
		}

	}

	private record Place(Person person, int piece) {

		private int document() {
			return this.person.found.pieces().get(this.piece).document();
		}

	}

	private static final class Person {

		private static final Comparator<Person> BEST_FIRST = (one, other) -> {
			int order = Double.compare(other.found.best(), one.found.best());
			return (order != 0) ? order : Long.compare(one.facts.id(), other.facts.id());
		};

		private final FoundPerson found;

		/** In the order of the pieces found. */
		private final List<StoredPiece> pieces;

		private final ExpertFacts facts;

		private final List<List<MatchedTerm>> terms;

		private boolean explained;

		private Person(FoundPerson found, List<StoredPiece> pieces, ExpertFacts facts) {
			this.found = found;
			this.pieces = pieces;
			this.facts = facts;
			this.terms = new ArrayList<>(Collections.nCopies(pieces.size(), List.of()));
		}

		private Recall.Candidate candidate() {
			List<EvidenceHit> hits = new ArrayList<>(this.pieces.size());
			for (int i = 0; i < this.pieces.size(); i++) {
				StoredPiece piece = this.pieces.get(i);
				Found one = this.found.pieces().get(i);
				List<MatchedTerm> shared = this.terms.get(i);
				if (shared.isEmpty() && one.near()) {
					shared = List.of(new MatchedTerm("", piece.title(), MatchedTerm.How.VECTOR, "", ""));
				}
				hits.add(new EvidenceHit(piece.id(), piece.kind(), piece.title(), piece.year(), one.score(), shared));
			}
			// equal scores in an order that does not depend on where a segment begins
			hits.sort(BY_SCORE);
			return new Recall.Candidate(this.facts, hits);
		}

		private static final Comparator<EvidenceHit> BY_SCORE = (one, other) -> {
			int order = Double.compare(other.score(), one.score());
			return (order != 0) ? order : one.pieceId().compareTo(other.pieceId());
		};

	}

}
