package org.zhiqiao.platform.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.DirectoryPage;

/**
 * A stretch of text in which something was found.
 *
 * @param field {@code name}, {@code headline}, {@code affiliation}, {@code title},
 * {@code description} or {@code piece}
 * @param pieceId the piece of evidence
 * @param text plain, never mark-up
 * @param marks what to emphasise: start and end in UTF-16 units, in order, without overlap
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Highlight(String field, @Nullable String pieceId, String text, List<List<Integer>> marks) {

	static Highlight of(DirectoryPage.Highlight found) {
		return new Highlight(found.source(), found.pieceId().isEmpty() ? null : found.pieceId(), found.text(),
				found.marks().stream().map(mark -> List.of(mark.start(), mark.end())).toList());
	}

}
