package org.zhiqiao.platform.panel.conflict;

import java.util.function.Consumer;

/**
 * Who has worked on a project with one of the item's people within the last years: one of the other ties of 政府采购法实施条例 §9
 * that may harm fairness. A project that only tells the other's name is no more than a hint, since people share names.
 */
final class JointProjectRule implements ConflictRule {

	static final String CODE = "joint-project";

	private final SharedWorks projects = new SharedWorks(CODE, true);

	@Override
	public String code() {
		return CODE;
	}

	@Override
	public void find(Question question, Consumer<Finding> found) {
		this.projects.find(question, found);
	}

}
