package org.zhiqiao.platform.engagement;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.moment.Moments;

/** Figures for officers: what came of the needs of each city. Every row is counted in the database. */
@Service
class EngagementFigures {

	/** Marks of fewer people or organisations would tell who gave them. */
	static final int FEWEST = 3;

	private final JdbcClient jdbc;

	EngagementFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The figures of one city.
	 *
	 * @param city none for needs that belong to no city
	 * @param needs that are or were published
	 * @param answered needs with an offer or an invitation that was accepted
	 * @param inTime those answered within the days asked for
	 * @param medianDays from publishing to the first answer; none if there is no answer
	 * @param waiting engagements on which not both have agreed
	 * @param inContact engagements that are in contact now
	 * @param feedback how often it was said how it was; none if too few said it
	 * @param satisfaction the mean of all their marks, 1 to 5; none if too few said it
	 */
	record CityFigures(@Nullable String city, long needs, long answered, long inTime, @Nullable Double medianDays,
			long waiting, long inContact, long agreed, long contract, long done, long failed,
			@Nullable Long feedback, @Nullable Double satisfaction) {

	}

	/**
	 * All cities that the reader answers for, and their sum where these are several. Marks that are not shown for a city are
	 * not in the sum: they would be what is left of it without the others.
	 *
	 * @param days within which an answer counts as in time
	 */
	record CityFiguresPage(int days, List<CityFigures> items, CityFigures sum) {

	}

	private record Need(@Nullable String city, Instant published, @Nullable Instant answered) {

		/** Published anew after the first answer, it was answered at once. */
		Duration waited() {
			return (this.answered == null || this.answered.isBefore(this.published))
					? Duration.ZERO
					: Duration.between(this.published, this.answered);
		}

	}

	/** @param givers how many people and organisations gave them */
	private record Marks(long count, long givers, double sum) {

		static final Marks NONE = new Marks(0, 0, 0);

		boolean shown() {
			return this.givers >= FEWEST;
		}

		/** Both are shown, so that the sum is. */
		Marks and(Marks other) {
			return new Marks(this.count + other.count, Math.max(this.givers, other.givers), this.sum + other.sum);
		}

	}

	@Transactional(readOnly = true)
	CityFiguresPage of(Actor officer, int days) {
		var city = TriageTable.cityOf(officer);
		var needs = new HashMap<String, List<Need>>();
		needs(city).forEach(need -> needs.computeIfAbsent(key(need.city()), _ -> new ArrayList<>()).add(need));
		var states = states(city);
		var marks = marks(city);
		var items = new ArrayList<CityFigures>();
		needs.forEach((place, all) -> items.add(figures(place.isEmpty() ? null : place, all, days,
				states.getOrDefault(place, Map.of()), marks.getOrDefault(place, Marks.NONE))));
		items.sort(Comparator.comparingLong(CityFigures::needs).reversed().thenComparing(one -> key(one.city())));
		var every = new HashMap<EngagementState, Long>();
		states.values().forEach(counts -> counts.forEach((state, count) -> every.merge(state, count, Long::sum)));
		var sum = figures(city, needs.values().stream().flatMap(List::stream).toList(), days, every,
				sum(marks.values()));
		return new CityFiguresPage(days, items, sum);
	}

	/** Where none is shown but some are hidden, it is hidden too. */
	private static Marks sum(Collection<Marks> all) {
		return all.stream().filter(Marks::shown).reduce(Marks::and).or(() -> all.stream().findFirst())
				.orElse(Marks.NONE);
	}

	private static CityFigures figures(@Nullable String city, List<Need> needs, int days,
			Map<EngagementState, Long> states, Marks marks) {
		var waits = needs.stream().filter(need -> need.answered() != null).map(Need::waited).sorted().toList();
		var limit = Duration.ofDays(days);
		return new CityFigures(city, needs.size(), waits.size(),
				waits.stream().filter(wait -> wait.compareTo(limit) <= 0).count(), median(waits),
				states.getOrDefault(EngagementState.WAITING, 0L), states.getOrDefault(EngagementState.IN_CONTACT, 0L),
				states.getOrDefault(EngagementState.AGREED, 0L), states.getOrDefault(EngagementState.CONTRACT, 0L),
				states.getOrDefault(EngagementState.DONE, 0L), states.getOrDefault(EngagementState.FAILED, 0L),
				(marks.shown() || marks.count() == 0) ? marks.count() : null,
				marks.shown() ? round(marks.sum() / marks.count()) : null);
	}

	/** In days, to a tenth. */
	static @Nullable Double median(List<Duration> sorted) {
		if (sorted.isEmpty()) {
			return null;
		}
		var middle = sorted.size() / 2;
		var one = sorted.get(middle).toMinutes();
		var other = (sorted.size() % 2 == 0) ? sorted.get(middle - 1).toMinutes() : one;
		return round((one + other) / 2.0 / Duration.ofDays(1).toMinutes());
	}

	private static double round(double value) {
		return Math.round(value * 10) / 10.0;
	}

	private List<Need> needs(@Nullable String city) {
		return this.jdbc.sql("""
				SELECT d.city, d.published_at, (SELECT MIN(
						CASE WHEN e.initiator = 'PERSON' THEN e.created_at ELSE e.person_agreed_at END)
					FROM engagement e WHERE e.demand_id = d.id) AS answered_at
				FROM demand d WHERE d.state IN ('PUBLISHED', 'CLOSED') AND d.published_at IS NOT NULL
					AND (:everywhere OR d.city = :city)""")
				.param("city", city, Types.VARCHAR)
				.param("everywhere", city == null)
				.query((row, _) -> new Need(row.getString("city"), Moments.required(row, "published_at"),
						Moments.read(row, "answered_at")))
				.list();
	}

	/** Of the same needs. */
	private Map<String, Map<EngagementState, Long>> states(@Nullable String city) {
		var counts = new HashMap<String, Map<EngagementState, Long>>();
		this.jdbc.sql("""
				SELECT d.city, e.state, COUNT(*) AS things FROM engagement e JOIN demand d ON d.id = e.demand_id
				WHERE d.state IN ('PUBLISHED', 'CLOSED') AND d.published_at IS NOT NULL
					AND (:everywhere OR d.city = :city) GROUP BY d.city, e.state""")
				.param("city", city, Types.VARCHAR)
				.param("everywhere", city == null)
				.query(row -> {
					counts.computeIfAbsent(key(row.getString("city")), _ -> new HashMap<>())
							.put(EngagementState.valueOf(row.getString("state")), row.getLong("things"));
				});
		return counts;
	}

	private Map<String, Marks> marks(@Nullable String city) {
		var found = new HashMap<String, Marks>();
		this.jdbc.sql("""
				SELECT d.city, COUNT(*) AS things, COUNT(DISTINCT CASE WHEN f.side = 'PERSON' THEN CONCAT('p', e.expert_id)
					WHEN d.organisation_id IS NOT NULL THEN CONCAT('o', d.organisation_id)
					ELSE CONCAT('a', COALESCE(d.owner_id, -d.id)) END) AS givers, SUM(f.communication + f.reliability + f.result) AS marks
				FROM engagement_feedback f JOIN engagement e ON e.id = f.engagement_id
					JOIN demand d ON d.id = e.demand_id
				WHERE d.state IN ('PUBLISHED', 'CLOSED') AND d.published_at IS NOT NULL
					AND (:everywhere OR d.city = :city) GROUP BY d.city""")
				.param("city", city, Types.VARCHAR)
				.param("everywhere", city == null)
				.query(row -> {
					found.put(key(row.getString("city")),
							new Marks(row.getLong("things"), row.getLong("givers"), row.getDouble("marks") / 3));
				});
		return found;
	}

	private static String key(@Nullable String city) {
		return (city != null) ? city : "";
	}

}
