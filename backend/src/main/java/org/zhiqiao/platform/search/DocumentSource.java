package org.zhiqiao.platform.search;

import java.util.Collection;
import java.util.List;
import org.zhiqiao.platform.change.SubjectKind;
import org.zhiqiao.search.IndexChange;

/**
 * Supplies the documents of one kind of things from the database. Implemented by the module that owns the things; called
 * outside of requests, so nobody is signed in.
 */
public interface DocumentSource {

	SubjectKind kind();

	/**
	 * The present states of these things, one change for each id: a {@code Put…} for what may be found, a
	 * {@link IndexChange.Remove} for what is missing, unpublished or otherwise not to be found.
	 */
	List<IndexChange> load(Collection<Long> ids);

	/**
	 * Ids above {@code after}, ascending, at most {@code limit}: the way through everything when the index is filled anew.
	 * May contain things that {@link #load} then takes out.
	 */
	List<Long> idsAfter(long after, int limit);

	/** About how many ids there are: only for showing progress. */
	long count();

}
