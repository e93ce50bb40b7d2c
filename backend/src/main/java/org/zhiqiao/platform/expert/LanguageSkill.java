package org.zhiqiao.platform.expert;

/** A language (BCP 47) and its level (CEFR or {@code native}). */
public record LanguageSkill(String code, String level) {

}
