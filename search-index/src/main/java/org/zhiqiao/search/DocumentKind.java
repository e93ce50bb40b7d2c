package org.zhiqiao.search;

/**
 * What an indexed document stands for.
 */
public enum DocumentKind {

	EXPERT, DEMAND

}
