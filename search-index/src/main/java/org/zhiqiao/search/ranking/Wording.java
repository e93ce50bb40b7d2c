package org.zhiqiao.search.ranking;

import java.util.List;
import java.util.Set;

import org.zhiqiao.search.AskedWord;

/**
 * How the wording of a need could be changed so that it finds more people.
 *
 * @param unheard what is asked for and nobody in view has evidence of, in whichever language
 * @param additions domains that bring more people if the need names them as well, those that bring the best first
 */
public record Wording(List<AskedWord> unheard, List<Addition> additions) {

	public Wording {
		unheard = List.copyOf(unheard);
		additions = List.copyOf(additions);
	}

	/**
	 * A domain to add.
	 *
	 * @param code of its concept
	 * @param broaderThan codes of what the need names and this is directly above; empty if it was chosen for
	 * {@code shared} alone
	 * @param shared so many of the first people found have it
	 * @param more people who fulfil the musts and are found with it only
	 * @param best the score of the best of them, 0 to 100
	 */
	public record Addition(String code, Set<String> broaderThan, int shared, int more, double best) {

		public Addition {
			broaderThan = Set.copyOf(broaderThan);
		}

	}

}
