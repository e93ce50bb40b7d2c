package org.zhiqiao.platform.weighting;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.matching.Percentages;

/**
 * The weights that hold, how they came to hold, and what outcomes say of them.
 *
 * @param version the one that holds; a change is based on it
 * @param sources what the suggestion is drawn from
 * @param history the present one first; the last is what the platform came with
 * @param mayChange whether the reader may change them
 */
record WeightingView(int version, Percentages weights, Suggestion suggestion, Sources sources,
		List<VersionView> history, boolean mayChange) {

	/** The weights that hold after a change; what outcomes say of them is read when somebody looks. */
	record Held(int version, Percentages weights) {

	}

	/** See {@link Evidence.Found}. */
	record Sources(int successful, int considered, int alone, int single, int unknown, int asOfThen, int asOfNow) {

	}

	/**
	 * Weights that held from a moment on.
	 *
	 * @param by the name of whoever set them; none after they have left
	 * @param restores the earlier version that was put back
	 * @param suggested whether a suggestion was followed
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record VersionView(int version, Percentages weights, @Nullable String reason, @Nullable Integer restores,
			boolean suggested, @Nullable String by, @Nullable Instant at) {

	}

	/**
	 * What other weights would change.
	 *
	 * @param rankings the rankings looked at last, and then those of the needs published last
	 * @param first how many people are among the first ten of all of them
	 * @param stay how many of those would be
	 * @param moved how many of those would not have the place they have
	 */
	record Changes(List<RankingChange> rankings, int first, int stay, int moved) {

	}

	/**
	 * What they would change in one ranking.
	 *
	 * @param title none where the reader may see only the field of the need
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record RankingChange(long demandId, @Nullable String title, int first, int stay, int moved) {

	}

}
