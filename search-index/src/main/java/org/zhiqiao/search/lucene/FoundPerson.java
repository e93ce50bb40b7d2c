package org.zhiqiao.search.lucene;

import java.util.Comparator;
import java.util.List;

import org.zhiqiao.search.EvidenceStrength;

/**
 * A person who was found, by where in the index the record and the strongest pieces are.
 *
 * @param pieces the strongest first; none for a person found by facts alone
 */
record FoundPerson(int record, List<Found> pieces) {

	/**
	 * The person with those of the pieces that count.
	 */
	static FoundPerson of(int record, List<Found> pieces) {
		pieces.sort(Found.BEST_FIRST);
		return new FoundPerson(record, (pieces.size() > EvidenceStrength.PIECES)
				? pieces.subList(0, EvidenceStrength.PIECES)
				: pieces);
	}

	/**
	 * The strength of the best piece.
	 */
	double best() {
		return this.pieces.isEmpty() ? 0 : this.pieces.getFirst().score();
	}

	/**
	 * A piece of evidence.
	 *
	 * @param near whether the meaning alone speaks for the person
	 */
	record Found(int document, double score, boolean near) {

		private static final Comparator<Found> BEST_FIRST = (one, other) -> {
			int order = Double.compare(other.score, one.score);
			return (order != 0) ? order : Integer.compare(one.document, other.document);
		};

	}

}
