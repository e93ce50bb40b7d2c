package org.zhiqiao.platform.publishing;

import java.time.Instant;
import java.util.List;

/** Single pages of another module that search engines are told of. */
public interface ListedPages {

	/** What the public reads now, the latest first, at most so many. */
	List<ListedPage> latest(int most);

	/**
	 * A page.
	 *
	 * @param path begins with a slash
	 * @param changedAt when what stands on it was published
	 */
	record ListedPage(String path, Instant changedAt) {

	}

}
