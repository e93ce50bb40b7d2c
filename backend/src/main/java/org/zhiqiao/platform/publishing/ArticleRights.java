package org.zhiqiao.platform.publishing;

import java.util.ArrayList;
import java.util.List;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;

/** The one place that decides who may do what with a manuscript. */
final class ArticleRights {

	private ArticleRights() {}

	static boolean owns(Article article, Actor actor) {
		return article.ownerId() != null && article.ownerId() == actor.accountId();
	}

	/** The administration, but nobody their own article. */
	static boolean reviews(Article article, Actor actor) {
		return administers(actor) && !owns(article, actor);
	}

	static boolean administers(Actor actor) {
		return actor.is(Role.PROVINCIAL_OFFICER, Role.ADMINISTRATOR);
	}

	/** A draft is its author's alone; what has left their hands the administration sees, too. */
	static boolean sees(Article article, Actor actor) {
		return owns(article, actor)
				|| (administers(actor) && (article.state() != ArticleState.DRAFT || article.edition() > 0));
	}

	static List<String> may(Article article, Actor actor) {
		var may = new ArrayList<String>();
		var submitted = article.state() == ArticleState.SUBMITTED;
		if (owns(article, actor) && !submitted) {
			may.add("edit");
			if (article.state() == ArticleState.DRAFT || article.state() == ArticleState.RETURNED) {
				may.add("submit");
				if (article.edition() == 0) {
					may.add("delete");
				}
			}
		}
		if (reviews(article, actor) && submitted) {
			may.addAll(List.of("edit", "publish", "return"));
		}
		if (article.live() && (owns(article, actor) || administers(actor))) {
			may.add("withdraw");
		}
		return may;
	}

}
