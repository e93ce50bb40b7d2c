package org.zhiqiao.platform.publishing;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiqiao.platform.account.PersonalData;

/** The articles somebody wrote. They stay when their author leaves, without the author's name. */
@Component
class ArticlePersonalData implements PersonalData {

	private final Articles articles;

	private final ArticleTable table;

	ArticlePersonalData(Articles articles, ArticleTable table) {
		this.articles = articles;
		this.table = table;
	}

	@Override
	public String section() {
		return "articles";
	}

	@Override
	public Object export(long accountId) {
		return this.articles.writtenBy(accountId);
	}

	@Override
	@Transactional
	public void erase(long accountId) {
		this.table.forgetOwner(accountId);
	}

}
