package org.zhiqiao.platform.change;

/** The kinds of things whose changes others follow. */
public enum SubjectKind {

	EXPERT, DEMAND, ARTICLE, RESEARCH

}
