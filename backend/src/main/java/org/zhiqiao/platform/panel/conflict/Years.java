package org.zhiqiao.platform.panel.conflict;

import org.jspecify.annotations.Nullable;

/**
 * From one year to another, both included. What a missing year means is said where the years are used.
 */
public record Years(@Nullable Integer from, @Nullable Integer to) {

	/** Nothing is known. */
	public static final Years UNKNOWN = new Years(null, null);

	/** A single year, or nothing if it is unknown. */
	public static Years of(@Nullable Integer year) {
		return new Years(year, year);
	}

	/** From the first known year of both to the last. */
	Years and(Years other) {
		return new Years(earlier(this.from, other.from), later(this.to, other.to));
	}

	/** What two that overlap have in common; an unknown year leaves the other's. */
	Years common(Years other) {
		return new Years(later(this.from, other.from), earlier(this.to, other.to));
	}

	/** Whether this lasts into a year or beyond; without an end it still lasts. */
	boolean reaches(int year) {
		return this.to == null || this.to >= year;
	}

	/** Whether there may have been a year in which both lasted; an unknown year excludes nothing. */
	boolean overlaps(Years other) {
		return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
	}

	private boolean startsBeforeEndOf(Years other) {
		return this.from == null || other.to == null || this.from <= other.to;
	}

	/** The later one of those that are known. */
	static @Nullable Integer later(@Nullable Integer one, @Nullable Integer other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return Math.max(one, other);
	}

	private static @Nullable Integer earlier(@Nullable Integer one, @Nullable Integer other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return Math.min(one, other);
	}

}
