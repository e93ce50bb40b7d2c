package org.zhiqiao.platform.panel.solve;

/** A rule on how many members have a feature. */
public sealed interface Requirement {

	/** The caller's name of the rule, given back where it matters. */
	String code();

	/** The number of the feature. */
	int feature();

	/** How many, or which share. */
	Quota quota();

	/** At least so many members have the feature. */
	record AtLeast(String code, int feature, Quota quota) implements Requirement {

		public AtLeast(String code, int feature, int count) {
			this(code, feature, Quota.of(count));
		}

	}

	/** At most so many members have the feature. */
	record AtMost(String code, int feature, Quota quota) implements Requirement {

		public AtMost(String code, int feature, int count) {
			this(code, feature, Quota.of(count));
		}

	}

	/** Whether a panel of so many members, so many of them with the feature, keeps the rule. */
	default boolean holds(int having, int seats) {
		return switch (this) {
			case AtLeast(var _, var _, var quota) -> having >= quota.least(seats);
			case AtMost(var _, var _, var quota) -> having <= quota.most(seats);
		};
	}

}
