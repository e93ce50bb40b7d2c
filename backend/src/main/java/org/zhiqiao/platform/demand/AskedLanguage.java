package org.zhiqiao.platform.demand;

/**
 * A language that is asked for.
 *
 * @param code BCP 47
 * @param level CEFR, or native
 * @param must whoever lacks it is excluded; otherwise it is a wish
 * @param weight from 1 to 5, within the criterion
 */
public record AskedLanguage(String code, String level, boolean must, int weight) {

}
