package org.zhiqiao.search.ranking;

import java.util.Set;

import org.zhiqiao.search.CefrLevel;

/**
 * Something that a person does not have, as far as the viewer knows, and could have.
 */
public sealed interface Gain {

	/**
	 * A language at the level asked for.
	 */
	record Language(String code, CefrLevel level) implements Gain {

	}

	/**
	 * Experience with one of these countries that goes on at present.
	 *
	 * @param kind code of the kind of experience
	 */
	record Country(Set<String> alpha2, String kind, int years) implements Gain {

		public Country {
			alpha2 = Set.copyOf(alpha2);
		}

	}

	/**
	 * A competence.
	 */
	record Competence(String code) implements Gain {

	}

}
