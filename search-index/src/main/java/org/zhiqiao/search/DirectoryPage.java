package org.zhiqiao.search;

import java.util.List;
import java.util.Map;

/**
 * A page of a directory.
 *
 * @param total number of all results
 * @param facets for each facet asked for, its values, most frequent first; a facet with chosen
 * values is counted as if it had none, so that further values can be added
 * @param understood codes of the concepts recognised in the text, which were searched for in both
 * languages
 */
public record DirectoryPage(long total, List<DirectoryHit> hits, Map<Facet, List<FacetCount>> facets,
		List<String> understood) {

	public DirectoryPage {
		hits = List.copyOf(hits);
		facets = Map.copyOf(facets);
		understood = List.copyOf(understood);
	}

	/**
	 * A result.
	 *
	 * @param ref what was found; a directory of stories has two kinds of it
	 * @param score orders the hits of one query and means nothing beyond
	 * @param highlights where a need or a story says it; for people see {@link ExpertiseIndex#highlights}
	 */
	public record DirectoryHit(DocumentRef ref, double score, List<Highlight> highlights) {

		public DirectoryHit {
			highlights = List.copyOf(highlights);
		}

		/**
		 * Its key in the database.
		 */
		public long id() {
			return this.ref.id();
		}

	}

	/**
	 * A stretch of text in which something was found.
	 *
	 * @param source {@code name}, {@code headline}, {@code affiliation}, {@code title},
	 * {@code description}, or {@code piece}
	 * @param pieceId the piece of evidence, else empty
	 * @param text plain text, never mark-up
	 * @param marks what to emphasise, in order, without overlap
	 */
	public record Highlight(String source, String pieceId, String text, List<Mark> marks) {

		public Highlight {
			marks = List.copyOf(marks);
		}

	}

	/**
	 * A range of UTF-16 units.
	 */
	public record Mark(int start, int end) {

	}

}
