package org.zhiqiao.search;

/**
 * A need that may fit a person.
 *
 * @param score orders the hits of one query and means nothing beyond
 */
public record DemandHit(long demandId, double score) {

}
