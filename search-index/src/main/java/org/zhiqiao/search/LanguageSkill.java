package org.zhiqiao.search;

/**
 * A language and how well it is mastered.
 *
 * @param code a BCP 47 tag such as {@code de} or {@code zh-Hant}
 */
public record LanguageSkill(String code, CefrLevel level) {

}
