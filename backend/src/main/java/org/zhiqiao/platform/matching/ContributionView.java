package org.zhiqiao.platform.matching;

import java.util.List;

/**
 * What one criterion brings to a score.
 *
 * @param criterion {@code domain}, {@code language}, {@code country} or {@code wishes}
 * @param value how well it is met, 0 to 1
 * @param weight its share among the criteria that the need asks for; the shares add up to 1
 * @param points {@code 100 · weight · value}; the points add up to the score
 */
record ContributionView(String criterion, double value, double weight, double points, List<ReasonView> reasons) {

}
