package org.zhiqiao.platform.cooperation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.problem.StaleVersion;
import tools.jackson.databind.json.JsonMapper;

/** The years of bases in the database. */
@Repository
class BaseYearTable {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	BaseYearTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** What is kept as one text. */
	private record Kept(List<BaseYear.Measure> measures, @Nullable String note) {

	}

	BaseYear find(long base, int year) {
		return Objects.requireNonNullElse(of(List.of(base), year).get(base), BaseYear.empty(base, year));
	}

	/** Those of several bases, by the number of the base; nothing for those that have none. */
	Map<Long, BaseYear> of(Collection<Long> bases, int year) {
		var found = new HashMap<Long, BaseYear>();
		if (!bases.isEmpty()) {
			this.jdbc.sql("SELECT * FROM cooperation_year WHERE report_year = :year AND cooperation_id IN (:bases)")
					.param("year", year)
					.param("bases", bases)
					.query(row -> {
						found.put(row.getLong("cooperation_id"), read(row));
					});
		}
		return found;
	}

	/** All of a base, the latest first. */
	List<BaseYear> of(long base) {
		return this.jdbc.sql("SELECT * FROM cooperation_year WHERE cooperation_id = ? ORDER BY report_year DESC")
				.param(base)
				.query((row, _) -> read(row))
				.list();
	}

	private BaseYear read(ResultSet row) throws SQLException {
		var kept = this.json.readValue(row.getString("content"), Kept.class);
		return new BaseYear(row.getLong("cooperation_id"), row.getInt("report_year"), row.getInt("version"),
				kept.measures(), kept.note(), Moments.read(row, "reported_at"));
	}

	/** Stores it in place of the version it was read as; {@link StaleVersion} if there is another by now. */
	BaseYear store(BaseYear one, @Nullable Long by, Instant now) {
		var content = this.json.writeValueAsString(new Kept(one.measures(), one.note()));
		var statement = (one.version() == 0)
				? """
						INSERT INTO cooperation_year (cooperation_id, report_year, version, content, reported_at, reported_by,
							updated_at) VALUES (:base, :year, 1, :content, :reportedAt, :by, :now)"""
				: """
						UPDATE cooperation_year SET version = version + 1, content = :content, reported_at = :reportedAt,
							reported_by = :by, updated_at = :now
						WHERE cooperation_id = :base AND report_year = :year AND version = :version""";
		var ready = this.jdbc.sql(statement)
				.param("base", one.base())
				.param("year", one.year())
				.param("content", content)
				.param("reportedAt", Moments.storedIfAny(one.reportedAt()), Types.TIMESTAMP)
				.param("by", by, Types.BIGINT)
				.param("now", Moments.storedIfAny(now), Types.TIMESTAMP);
		try {
			if (((one.version() == 0) ? ready : ready.param("version", one.version())).update() == 1) {
				return find(one.base(), one.year());
			}
		} catch (DuplicateKeyException first) {
			// Somebody else began this year at the same moment.
		}
		throw new StaleVersion("cooperation", one.base(), find(one.base(), one.year()).version());
	}

	/**
	 * A time in which a base counted.
	 *
	 * @param until when it was withdrawn; null while it counts
	 */
	record Counted(Instant from, @Nullable Instant until) {

		/** Whether it counted when a moment came. */
		boolean at(Instant moment) {
			return this.from.isBefore(moment) && (this.until == null || !this.until.isBefore(moment));
		}

	}

	/** When each base counted; times may overlap, as a new version follows the one before it. */
	Map<Long, List<Counted>> counted(Collection<Long> bases) {
		var found = new HashMap<Long, List<Counted>>();
		if (!bases.isEmpty()) {
			this.jdbc.sql("""
					SELECT cooperation_id, recorded_at, withdrawn_at FROM cooperation_version
					WHERE cooperation_id IN (:bases)""").param("bases", bases).query(row -> {
				found.computeIfAbsent(row.getLong("cooperation_id"), _ -> new ArrayList<>())
						.add(new Counted(Objects.requireNonNull(Moments.read(row, "recorded_at")),
								Moments.read(row, "withdrawn_at")));
			});
		}
		return found;
	}

	/** Notes that the editors of a base are told of a late report; answers whether they had not been told before. */
	boolean noteLate(long base, int year, Instant now) {
		var known = this.jdbc
				.sql("SELECT COUNT(*) FROM cooperation_year_late WHERE cooperation_id = ? AND report_year = ?")
				.params(base, year)
				.query(Long.class)
				.single();
		if (known > 0) {
			return false;
		}
		this.jdbc.sql("INSERT INTO cooperation_year_late (cooperation_id, report_year, told_at) VALUES (?, ?, ?)")
				.param(base)
				.param(year)
				.param(Moments.stored(now))
				.update();
		return true;
	}

	/** Somebody leaves the platform. */
	void forget(long account) {
		this.jdbc.sql("UPDATE cooperation_year SET reported_by = NULL WHERE reported_by = ?").param(account).update();
	}

}
