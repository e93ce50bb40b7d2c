package org.zhiqiao.search;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence that speaks to a need.
 *
 * @param score how strongly it speaks for the person, 0 to 1, comparable between needs; see
 * {@link EvidenceStrength}
 * @param matched what they have in common, the most telling first; only the first few
 */
public record EvidenceHit(String pieceId, PieceKind kind, String title, @Nullable Integer year, double score,
		List<MatchedTerm> matched) {

	public EvidenceHit {
		matched = List.copyOf(matched);
	}

}
