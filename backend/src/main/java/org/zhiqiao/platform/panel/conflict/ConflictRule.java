package org.zhiqiao.platform.panel.conflict;

import java.util.function.Consumer;

/** One kind of tie between a candidate and an item. */
interface ConflictRule {

	/** Stands in settings and findings, and so never changes. */
	String code();

	/** Hands over what there is; the same finding may come twice. */
	void find(Question question, Consumer<Finding> found);

}
