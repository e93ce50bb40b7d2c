package org.zhiqiao.platform.cooperation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What a programme or an event has and a project or a base has not.
 *
 * @param form a word of {@link CooperationKind#forms()}
 * @param from its first day
 * @param to its last day; none if it took one day or lasts
 * @param people how many took part, those of every country together
 * @param byCountry how many of them came from where, as far as it is known
 */
public record Occasion(@Nullable String form, @Nullable LocalDate from, @Nullable LocalDate to,
		@Nullable Integer people, @Nullable List<FromCountry> byCountry) {

	static final Occasion NONE = new Occasion(null, null, null, null, List.of());

	public Occasion {
		byCountry = List.copyOf(Objects.requireNonNullElse(byCountry, List.of()));
	}

	/** Never null, unlike what a form may send. */
	List<FromCountry> countries() {
		return Objects.requireNonNullElse(this.byCountry, List.of());
	}

	/** How many people came from a country. */
	public record FromCountry(@Nullable String country, @Nullable Integer people) {

	}

}
