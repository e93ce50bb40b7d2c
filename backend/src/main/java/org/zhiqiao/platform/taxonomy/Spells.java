package org.zhiqiao.platform.taxonomy;

import java.util.List;

/**
 * How many things there are, and how many of each code.
 *
 * @param things that have a code at all, each once
 * @param codes of each code; what has several counts in each
 */
public record Spells(List<Spell> things, List<Spell> codes) {

}
