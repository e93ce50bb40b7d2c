package org.zhiqiao.platform.taxonomy;

/** A concept of the thesaurus: its stable code and its preferred terms. */
public record ConceptRef(String code, Bilingual label) {

}
