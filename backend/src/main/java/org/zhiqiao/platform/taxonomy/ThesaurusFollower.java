package org.zhiqiao.platform.taxonomy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.text.Concept;
import org.zhiqiao.search.text.Thesaurus;

/**
 * Is told when administrators edit the thesaurus. Implemented by whoever keeps something derived
 * from it; this module thereby depends on nobody.
 */
public interface ThesaurusFollower {

	/** In the transaction of the edit: take down what is to be done again after it. */
	void changing(List<Edit> edits);

	/** After the commit: from now on this is the thesaurus. */
	void changed(Thesaurus now, List<Edit> edits);

	/**
	 * A concept before and after.
	 *
	 * @param before null for a new one
	 * @param after null for one that is no longer offered
	 */
	record Edit(@Nullable Concept before, @Nullable Concept after) {}

}
