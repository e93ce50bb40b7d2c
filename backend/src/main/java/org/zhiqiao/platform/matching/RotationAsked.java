package org.zhiqiao.platform.matching;

import java.util.Objects;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.search.ranking.Rotation;

/**
 * That people who fit almost equally well shall take turns.
 *
 * @param seed the same one gives the same order again
 * @param band points within which they count as equal; 1 unless said otherwise
 */
record RotationAsked(@Min(0) @Max(SEEDS) long seed, @Nullable @DecimalMin("0.1") @DecimalMax("3") Double band) {

	/** Nine digits can be read out on the telephone. */
	static final long SEEDS = 999_999_999;

	static final double USUAL_BAND = 1;

	Rotation rotation() {
		return new Rotation(this.seed, Objects.requireNonNullElse(this.band, USUAL_BAND));
	}

}
