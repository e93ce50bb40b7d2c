package org.zhiqiao.platform.demand;

/**
 * A competence that is asked for besides the field of work.
 *
 * @param must whoever lacks it is excluded; otherwise it is a wish
 * @param weight from 1 to 5, within the criterion
 */
public record AskedCompetence(String code, boolean must, int weight) {

}
