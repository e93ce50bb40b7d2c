package org.zhiqiao.platform.cooperation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** What a form sends of a base's year. */
public record SaveBaseYear(@Nullable List<SaveMeasure> measures, @Nullable String note) {

	/**
	 * One figure.
	 *
	 * @param area {@code training}, {@code research} or {@code output}
	 */
	public record SaveMeasure(@Nullable String area, @Nullable String what, @Nullable String unit,
			@Nullable BigDecimal target, @Nullable BigDecimal result) {

	}

	List<SaveMeasure> all() {
		return Objects.requireNonNullElse(this.measures, List.of());
	}

}
