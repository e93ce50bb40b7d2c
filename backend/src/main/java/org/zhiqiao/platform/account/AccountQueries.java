package org.zhiqiao.platform.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of accounts, read without loading each. */
@Repository
class AccountQueries {

	private final JdbcClient jdbc;

	AccountQueries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Map<Long, String> names(Collection<Long> ids) {
		var names = new LinkedHashMap<Long, String>();
		if (!ids.isEmpty()) {
			this.jdbc.sql("SELECT id, display_name FROM account WHERE id IN (:ids)")
					.param("ids", ids)
					.query((ResultSet row) -> {
						names.put(row.getLong("id"), row.getString("display_name"));
					});
		}
		return names;
	}

	/** Those with a role, in a city if one is given, who are not locked. */
	List<Long> holding(Role role, @Nullable String city) {
		return this.jdbc.sql("""
				SELECT a.id FROM account a JOIN account_role r ON r.account_id = a.id
				WHERE r.role = :role AND a.locked = FALSE""" + (city == null ? "" : " AND a.city = :city")
				+ " ORDER BY a.id").params(city == null
						? Map.of("role", role.name())
						: Map.of("role", role.name(), "city", city))
				.query((row, _) -> row.getLong(1)).list();
	}

	List<Long> actingFor(long organisationId) {
		return this.jdbc.sql("SELECT id FROM account WHERE organisation_id = ? ORDER BY id")
				.param(organisationId)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	List<AccountRow> find(@Nullable String text, @Nullable Role role, int offset, int size) {
		var parameters = new LinkedHashMap<String, Object>();
		String where = where(text, role, parameters);
		parameters.put("offset", offset);
		parameters.put("size", size);
		return this.jdbc.sql("""
				SELECT a.id, a.version, a.email, a.display_name, a.language, a.city, a.organisation_id, a.locked,
				       a.password_hash IS NOT NULL AS usable, a.created_at, a.last_sign_in_at,
				       (SELECT GROUP_CONCAT(x.role) FROM account_role x WHERE x.account_id = a.id) AS roles
				FROM account a""" + where + " ORDER BY a.display_name, a.id LIMIT :size OFFSET :offset")
				.params(parameters)
				.query((row, _) -> row(row))
				.list();
	}

	long count(@Nullable String text, @Nullable Role role) {
		var parameters = new LinkedHashMap<String, Object>();
		return this.jdbc.sql("SELECT COUNT(*) FROM account a" + where(text, role, parameters))
				.params(parameters)
				.query(Long.class)
				.single();
	}

	private static String where(@Nullable String text, @Nullable Role role, Map<String, Object> parameters) {
		var conditions = new ArrayList<String>();
		if (text != null && !text.isBlank()) {
			// An address or a name that holds the text; ! makes the wildcards of LIKE plain characters.
			conditions.add("(a.email LIKE :text ESCAPE '!' OR LOWER(a.display_name) LIKE :text ESCAPE '!')");
			String plain = text.strip()
					.toLowerCase(Locale.ROOT)
					.replace("!", "!!")
					.replace("%", "!%")
					.replace("_", "!_");
			parameters.put("text", "%" + plain + "%");
		}
		if (role != null) {
			conditions.add("EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = a.id AND r.role = :role)");
			parameters.put("role", role.name());
		}
		return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
	}

	private static AccountRow row(ResultSet row) throws SQLException {
		String roles = row.getString("roles");
		LocalDateTime lastSignIn = row.getObject("last_sign_in_at", LocalDateTime.class);
		String state = row.getBoolean("locked") ? "locked" : row.getBoolean("usable") ? "active" : "invited";
		return new AccountRow(row.getLong("id"), row.getInt("version"), row.getString("email"),
				row.getString("display_name"),
				roles == null ? List.of() : Arrays.stream(roles.split(",", -1)).map(Role::valueOf).sorted().toList(),
				row.getString("city"), row.getObject("organisation_id", Long.class), row.getString("language"), state,
				row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
				lastSignIn == null ? null : lastSignIn.toInstant(ZoneOffset.UTC));
	}

	/**
	 * An account in the administrators' list.
	 *
	 * @param state {@code invited} before a password is set, {@code active} or {@code locked}
	 */
	record AccountRow(long id, int version, String email, String displayName, List<Role> roles, @Nullable String city,
			@Nullable Long organisationId, String language, String state, Instant createdAt,
			@Nullable Instant lastSignInAt) {}

}
