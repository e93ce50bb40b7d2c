package org.zhiqiao.search.ranking;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.CefrLevel;

/**
 * What giving up musts would bring.
 *
 * @param musts which ones, one or two, by their places in {@link Need#musts()}
 * @param level the lower level of the one language asked for that would do; null for musts that become wishes
 * @param more how many people would be there who are not
 * @param best the score of the best of them if the musts were wishes, 0 to 100
 */
public record Relaxation(List<Integer> musts, @Nullable CefrLevel level, int more, double best) {

	public Relaxation {
		musts = List.copyOf(musts);
	}

}
