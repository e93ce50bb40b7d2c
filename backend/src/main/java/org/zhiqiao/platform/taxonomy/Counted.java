package org.zhiqiao.platform.taxonomy;

import org.jspecify.annotations.Nullable;

/**
 * Of what things are counted; what is null does not count.
 *
 * @param city in which they are
 * @param industry that they are of
 * @param country that they are about
 */
public record Counted(@Nullable String city, @Nullable String industry, @Nullable String country) {

	public static final Counted ALL = new Counted(null, null, null);

	/** All there is in a city. */
	public static Counted of(@Nullable String city) {
		return new Counted(city, null, null);
	}

	/** By what things are told apart. */
	public enum By {

		INDUSTRY, COUNTRY

	}

}
