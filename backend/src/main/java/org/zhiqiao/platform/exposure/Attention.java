package org.zhiqiao.platform.exposure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.search.Audience;

/** Who was recommended, for modules that count over people. Whom it is about must not be told from there. */
@Component
public class Attention {

	private final ExposureTable table;

	private final Experts experts;

	private final Clock clock;

	Attention(ExposureTable table, Experts experts, Clock clock) {
		this.table = table;
		this.experts = experts;
		this.clock = clock;
	}

	/**
	 * Somebody who can be found now and was among the first twenty of a ranking.
	 *
	 * @param times on so many days, for each need anew
	 */
	public record Recommended(long expertId, int times) {

	}

	/**
	 * What values were computed for.
	 *
	 * @param demandVersion the version of the need
	 * @param audience what the reader may see of people
	 */
	public record Asked(int demandVersion, Audience audience) {

	}

	/**
	 * Somebody who was shown for a need on a day.
	 *
	 * @param asked none of before it was kept
	 * @param values how well they fulfilled each criterion, 0 to 1 by its code; nothing where that was not kept
	 */
	public record Showing(LocalDate day, long expertId, @Nullable Asked asked, Map<String, Double> values) {

	}

	/**
	 * Who was shown for a need before a day, the earliest first. Views older than {@value ExposureRecorder#KEPT_DAYS} days are
	 * forgotten.
	 */
	@Transactional(readOnly = true)
	public List<Showing> shownFor(long demandId, LocalDate before) {
		return this.table.shownFor(demandId, before);
	}

	/** How often that was for some needs together, to notice that it has changed. */
	@Transactional(readOnly = true)
	public long shown(Collection<Long> demands, LocalDate before) {
		return this.table.count(demands, before);
	}

	/** The needs whose rankings were looked at last, the latest first. */
	@Transactional(readOnly = true)
	public List<Long> lastShown(int count) {
		return this.table.lastShown(count);
	}

	/**
	 * Everybody who was, the most often first.
	 * @param days so many days up to today
	 */
	@Transactional(readOnly = true)
	public List<Recommended> recommended(int days) {
		var since = LocalDate.now(this.clock.withZone(ExposureRecorder.HERE)).minusDays(days - 1L);
		var shown = this.table.since(since);
		var present = this.experts.findable(shown.stream().map(ExposureTable.Shown::expertId).toList());
		return shown.stream()
				.filter(one -> one.onTop() > 0 && present.contains(one.expertId()))
				.map(one -> new Recommended(one.expertId(), one.onTop()))
				.toList();
	}

}
