package org.zhiqiao.search;

/**
 * How many results have a value.
 */
public record FacetCount(String value, int count) {

}
