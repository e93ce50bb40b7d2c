package org.zhiqiao.platform.research;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.publishing.ListedPages;

/** Names the pages of studies and guides for the list of addresses. */
@Component
class PaperPages implements ListedPages {

	private final ResearchTable table;

	PaperPages(ResearchTable table) {
		this.table = table;
	}

	@Override
	@Transactional(readOnly = true)
	public List<ListedPage> latest(int most) {
		return this.table.pages(most)
				.stream()
				.map(page -> new ListedPage(page.kind().path(page.id()), page.publishedAt()))
				.toList();
	}

}
