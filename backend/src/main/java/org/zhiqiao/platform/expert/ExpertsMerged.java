package org.zhiqiao.platform.expert;

/**
 * Two profiles have become one. Published in the transaction of the merge, so that whoever refers to the one that went can
 * refer to the one that stays in the same transaction.
 *
 * @param gone the number that is only a signpost now
 * @param stays the profile with the contents of both
 */
public record ExpertsMerged(long gone, long stays) {

}
