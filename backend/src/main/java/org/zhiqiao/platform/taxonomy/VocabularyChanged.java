package org.zhiqiao.platform.taxonomy;

/**
 * An administrator has edited an entry of a small vocabulary. Published in the transaction of the
 * edit, so that whoever derives something from it, such as the countries of a region, can follow.
 */
public record VocabularyChanged(Scheme scheme, String code) {}
