package org.zhiqiao.platform.panel;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.panel.conflict.Years;

/**
 * A tie that somebody has, as it is on file.
 *
 * @param expert whose it is
 * @param endedAt when it was said that it is over, or a mistake
 * @param mistaken it was declared by mistake and does not count
 * @param noted if an officer heard of it, and not the person declared it
 */
record Interest(long id, long expert, InterestKind kind, To to, @Nullable String words, Years years,
		Instant declaredAt, @Nullable Instant endedAt, boolean mistaken, @Nullable Noted noted) {

	/**
	 * Whom or what it leads to.
	 *
	 * @param person the number of a profile
	 * @param personName somebody without a profile; if there is an organisation as well, they work there
	 * @param organisation a registered one
	 * @param organisationName one that is not
	 */
	record To(@Nullable Long person, @Nullable String personName, @Nullable Long organisation,
			@Nullable String organisationName) {

		boolean toOrganisation() {
			return this.person == null && this.personName == null;
		}

	}

	/**
	 * Where an officer has it from.
	 *
	 * @param panel for which alone it counts
	 * @param by the number of an account
	 * @param contest what the person says against it
	 */
	record Noted(long panel, long by, String source, @Nullable String contest, @Nullable Instant contestedAt) {

	}

	/** Whether it counts for a panel; none is one that is not stored yet. */
	boolean counts(@Nullable Long panel) {
		return !this.mistaken && (this.noted == null || (panel != null && this.noted.panel() == panel));
	}

}
