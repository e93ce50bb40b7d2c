package org.zhiqiao.platform.panel.conflict;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a panel reviews.
 *
 * @param people those who take part on the side of the parties
 * @param objections of the parties against candidates
 */
public record Item(long id, String title, List<Party> parties, List<Facts> people, List<Objection> objections) {

	public Item {
		parties = List.copyOf(parties);
		people = List.copyOf(people);
		objections = List.copyOf(objections);
	}

	/** An organisation that has an interest in the outcome. */
	public record Party(Role role, NamedOrganisation organisation) {

		/** In what capacity. */
		public enum Role {

			/** Hands the item in. */
			APPLICANT,

			/** Takes part in it. */
			PARTNER

		}

	}

	/**
	 * A party objects to a candidate.
	 *
	 * @param person the number of the candidate
	 * @param by the party's name, as it is shown
	 * @param rulingReason there once it is ruled upon
	 */
	public record Objection(long person, String by, String reason, Ruling ruling, @Nullable String rulingReason) {

		/** What became of it. */
		public enum Ruling {

			/** Nobody has decided yet. */
			NONE,

			/** The candidate steps aside. */
			UPHELD,

			/** The candidate may stay. */
			DISMISSED

		}

	}

}
