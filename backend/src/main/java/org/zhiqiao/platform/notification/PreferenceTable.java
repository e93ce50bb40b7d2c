package org.zhiqiao.platform.notification;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How people want to be told of things. */
@Repository
class PreferenceTable {

	private final JdbcClient jdbc;

	PreferenceTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Preferences of(long account) {
		var choices = new EnumMap<Topic, Choice>(Topic.class);
		this.jdbc.sql("SELECT topic, in_app, mail FROM notice_choice WHERE account_id = ?").param(account)
				.query(row -> {
					choices.put(Topic.valueOf(row.getString("topic")),
							new Choice(row.getBoolean("in_app"), MailChoice.valueOf(row.getString("mail"))));
				});
		return this.jdbc
				.sql("SELECT version, time_zone, quiet_from, quiet_to FROM notice_settings WHERE account_id = ?")
				.param(account)
				.query((row, _) -> {
					String zone = row.getString("time_zone");
					Integer from = row.getObject("quiet_from", Integer.class);
					Integer to = row.getObject("quiet_to", Integer.class);
					return new Preferences(row.getInt("version"), zone == null ? null : ZoneId.of(zone),
							from == null || to == null ? null : new Preferences.Quiet(time(from), time(to)), choices);
				})
				.optional()
				.orElse(Preferences.NONE);
	}

	/** Puts them in place of those with the version before; false if these are not there any more. */
	boolean replace(long account, int before, Preferences wanted) {
		Preferences.Quiet quiet = wanted.quiet();
		Integer from = quiet == null ? null : minute(quiet.from());
		Integer to = quiet == null ? null : minute(quiet.to());
		String zone = zone(wanted.zone());
		if (before == 0) {
			try {
				this.jdbc.sql("""
						INSERT INTO notice_settings (account_id, version, time_zone, quiet_from, quiet_to)
						VALUES (?, 1, ?, ?, ?)""")
						.param(account)
						.param(zone)
						.param(from)
						.param(to)
						.update();
			} catch (DuplicateKeyException overtaken) {
				return false;
			}
		} else if (this.jdbc.sql("""
				UPDATE notice_settings SET version = version + 1, time_zone = ?, quiet_from = ?, quiet_to = ?
				WHERE account_id = ? AND version = ?""")
				.param(zone)
				.param(from)
				.param(to)
				.param(account)
				.param(before)
				.update() == 0) {
			return false;
		}
		this.jdbc.sql("DELETE FROM notice_choice WHERE account_id = ?").param(account).update();
		for (Map.Entry<Topic, Choice> choice : wanted.choices().entrySet()) {
			this.jdbc.sql("INSERT INTO notice_choice (account_id, topic, in_app, mail) VALUES (?, ?, ?, ?)")
					.params(account, choice.getKey().name(), choice.getValue().inApp(),
							choice.getValue().mail().name())
					.update();
		}
		return true;
	}

	void delete(long account) {
		this.jdbc.sql("DELETE FROM notice_choice WHERE account_id = ?").param(account).update();
		this.jdbc.sql("DELETE FROM notice_settings WHERE account_id = ?").param(account).update();
	}

	private static @Nullable String zone(@Nullable ZoneId zone) {
		return zone == null ? null : zone.getId();
	}

	private static int minute(LocalTime time) {
		return time.getHour() * 60 + time.getMinute();
	}

	private static LocalTime time(int minute) {
		return LocalTime.of(minute / 60, minute % 60);
	}

}
