package org.zhiqiao.search.ranking;

/**
 * What one gain would do to a person's place.
 *
 * @param score 0 to 100, as it would be then
 * @param rank from 1, as it would be then while all others stay as they are
 */
public record Improvement(Gain gain, double score, int rank) {

}
