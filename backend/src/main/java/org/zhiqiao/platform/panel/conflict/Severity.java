package org.zhiqiao.platform.panel.conflict;

/** What follows from a finding, the gravest first. */
public enum Severity {

	/** The candidate may not review the item. */
	HARD,

	/** Somebody has to decide whether the candidate may. */
	SOFT,

	/** Nothing follows; it is shown so that nobody can say it was hidden. */
	INFORMATION

}
