package org.zhiqiao.platform.organisation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.taxonomy.Bilingual;

/** Reads and writes organisations with their names. */
@Component
class OrganisationTable {

	private static final int AT_ONCE = 500;

	private static final int LONGEST = 300;

	private final JdbcClient jdbc;

	OrganisationTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Which organisations a list is about. */
	record Filter(String text, @Nullable Boolean confirmed, @Nullable String city) {}

	/** Each under the id that was asked for: one that was merged into another is that other. */
	Map<Long, Organisation> all(Collection<Long> ids) {
		if (ids.isEmpty()) {
			return Map.of();
		}
		Map<Long, List<String>> aliases = new HashMap<>();
		this.jdbc.sql("""
				SELECT organisation_id, name FROM organisation_name WHERE organisation_id IN (:ids) AND alias = TRUE
				ORDER BY organisation_id, position""").param("ids", ids).query(row -> {
			aliases.computeIfAbsent(row.getLong("organisation_id"), id -> new ArrayList<>()).add(row.getString("name"));
		});
		Map<Long, Organisation> found = new LinkedHashMap<>();
		Map<Long, Long> gone = new HashMap<>();
		this.jdbc.sql("""
				SELECT id, version, name_zh, name_en, country, city, host_kind, uscc, parent_id, confirmed, sample,
				created_by, merged_into FROM organisation WHERE id IN (:ids)""").param("ids", ids).query(row -> {
			long id = row.getLong("id");
			Long into = row.getObject("merged_into", Long.class);
			if (into != null) {
				gone.put(id, into);
				return;
			}
			found.put(id, new Organisation(id, row.getInt("version"),
					new Bilingual(row.getString("name_zh"), row.getString("name_en")),
					aliases.getOrDefault(id, List.of()), row.getString("country"), row.getString("city"),
					row.getString("host_kind"), row.getString("uscc"), row.getObject("parent_id", Long.class),
					row.getBoolean("confirmed"), row.getBoolean("sample"), row.getObject("created_by", Long.class)));
		});
		if (!gone.isEmpty()) {
			Map<Long, Organisation> stayed = all(new HashSet<>(gone.values()));
			gone.forEach((id, into) -> found.put(id, Objects.requireNonNull(stayed.get(into))));
		}
		return found;
	}

	/** Holds a row until the end of the transaction. */
	void lock(long id) {
		this.jdbc.sql("SELECT id FROM organisation WHERE id = ? FOR UPDATE")
				.param(id)
				.query((row, number) -> row.getLong(1))
				.list();
	}

	/** Where one went that was merged into another. */
	Optional<Long> mergedInto(long id) {
		return this.jdbc.sql("SELECT merged_into FROM organisation WHERE id = ? AND merged_into IS NOT NULL")
				.param(id)
				.query(Long.class)
				.optional();
	}

	/** Ids of those that belong to this one directly. */
	List<Long> partsOf(long id) {
		return this.jdbc.sql("SELECT id FROM organisation WHERE parent_id = ? ORDER BY id")
				.param(id)
				.query((row, number) -> row.getLong(1))
				.list();
	}

	void moveParts(long from, long to) {
		this.jdbc.sql("UPDATE organisation SET parent_id = ?, version = version + 1 WHERE parent_id = ?")
				.params(to, from)
				.update();
	}

	/** All that remains of one is where it went; so do those that went into it before. */
	void leaveSignpost(long id, long into, Instant now) {
		this.jdbc.sql("DELETE FROM organisation_name WHERE organisation_id = ?").param(id).update();
		this.jdbc.sql("""
				UPDATE organisation SET version = version + 1, merged_into = ?, uscc = NULL, parent_id = NULL, updated_at = ?
				WHERE id = ?""").params(into, LocalDateTime.ofInstant(now, ZoneOffset.UTC), id).update();
		this.jdbc.sql("UPDATE organisation SET merged_into = ? WHERE merged_into = ?").params(into, id).update();
	}

	Optional<Organisation> find(long id) {
		return Optional.ofNullable(all(List.of(id)).get(id));
	}

	/** Ids of those that fit, best first: whole name, start of a name, pinyin, initials, anywhere. */
	List<Long> search(Filter filter, int offset, int limit) {
		var parameters = parameters(filter);
		parameters.put("offset", offset);
		parameters.put("limit", limit);
		return this.jdbc
				.sql("""
				SELECT o.id, MIN(CASE WHEN n.folded = :text THEN 0 WHEN n.folded LIKE :starting ESCAPE '!' THEN 1
				WHEN n.pinyin LIKE :pinyinStarting ESCAPE '!' THEN 2 WHEN n.initials LIKE :pinyinStarting ESCAPE '!' THEN 3
				ELSE 4 END) AS place, o.sort_key
				""" + from(filter)
						+ " GROUP BY o.id, o.sort_key ORDER BY place, o.sort_key, o.id LIMIT :limit OFFSET :offset")
				.params(parameters)
				.query((row, number) -> row.getLong(1))
				.list();
	}

	long count(Filter filter) {
		return this.jdbc.sql("SELECT COUNT(DISTINCT o.id) " + from(filter))
				.params(parameters(filter))
				.query(Long.class)
				.single();
	}

	long countConfirmed() {
		return this.jdbc.sql("SELECT COUNT(*) FROM organisation WHERE confirmed = TRUE AND merged_into IS NULL")
				.query(Long.class).single();
	}

	private static String from(Filter filter) {
		var sql = new StringBuilder(
				"FROM organisation o JOIN organisation_name n ON n.organisation_id = o.id WHERE (n.folded LIKE :containing ESCAPE '!'");
		if (!letters(filter.text()).isEmpty()) {
			sql.append(" OR n.pinyin LIKE :pinyinContaining ESCAPE '!' OR n.initials LIKE :pinyinStarting ESCAPE '!'");
		}
		if (code(filter.text()) != null) {
			sql.append(" OR o.uscc = :code");
		}
		sql.append(")");
		if (filter.confirmed() != null) {
			sql.append(" AND o.confirmed = :confirmed");
		}
		if (filter.city() != null) {
			sql.append(" AND o.city = :city");
		}
		return sql.toString();
	}

	private static Map<String, Object> parameters(Filter filter) {
		Map<String, Object> parameters = new HashMap<>();
		String text = NameForms.folded(filter.text());
		String letters = letters(filter.text());
		parameters.put("text", text);
		parameters.put("starting", escaped(text) + "%");
		parameters.put("containing", "%" + escaped(text) + "%");
		// No name is this: letters that nobody typed are looked for nowhere.
		parameters.put("pinyinStarting", letters.isEmpty() ? "-" : letters + "%");
		parameters.put("pinyinContaining", "%" + letters + "%");
		String code = code(filter.text());
		if (code != null) {
			parameters.put("code", code);
		}
		if (filter.confirmed() != null) {
			parameters.put("confirmed", filter.confirmed());
		}
		if (filter.city() != null) {
			parameters.put("city", filter.city());
		}
		return parameters;
	}

	/** What may be pinyin: only typed Latin letters, since characters are looked for as such. */
	private static String letters(String text) {
		return NameForms.folded(text).replaceAll("[^a-z0-9]", "");
	}

	/** What may be a credit code: only as a whole, since parts of it say nothing. */
	private static @Nullable String code(String text) {
		String code = UnifiedCode.tidied(text);
		return code != null && code.length() == UnifiedCode.LENGTH ? code : null;
	}

	private static String escaped(String text) {
		return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
	}

	/** Ids of others that share a name but for its legal form, or the code. */
	List<Long> alike(Collection<String> likenesses, @Nullable String uscc, long except) {
		List<Long> byName = likenesses.isEmpty()
				? List.of()
				: this.jdbc
						.sql("""
						SELECT DISTINCT organisation_id FROM organisation_name
						WHERE likeness IN (:likenesses) AND organisation_id <> :except ORDER BY organisation_id LIMIT 20""")
						.param("likenesses", likenesses)
						.param("except", except)
						.query((row, number) -> row.getLong(1))
						.list();
		List<Long> found = new ArrayList<>(byName);
		if (uscc != null) {
			byCode(uscc).filter(id -> id != except && !found.contains(id)).ifPresent(found::addFirst);
		}
		return found;
	}

	/** The only organisation with a name of each likeness, as it is now. */
	Map<String, Long> byLikeness(Collection<String> likenesses) {
		var found = new HashMap<String, Set<Long>>();
		var all = List.copyOf(Set.copyOf(likenesses));
		for (var from = 0; from < all.size(); from += AT_ONCE) {
			this.jdbc.sql("SELECT likeness, organisation_id FROM organisation_name WHERE likeness IN (:keys)")
					.param("keys", all.subList(from, Math.min(all.size(), from + AT_ONCE)))
					.query(row -> {
						found.computeIfAbsent(row.getString(1), _ -> new HashSet<>()).add(row.getLong(2));
					});
		}
		var only = new HashMap<String, Long>();
		found.forEach((likeness, numbers) -> {
			if (numbers.size() == 1) {
				only.put(likeness, numbers.iterator().next());
			}
		});
		return only;
	}

	Optional<Long> byCode(String uscc) {
		return Optional
				.ofNullable(DataAccessUtils.singleResult(this.jdbc.sql("SELECT id FROM organisation WHERE uscc = ?")
						.param(uscc)
						.query((row, number) -> row.getLong(1))
						.list()));
	}

	/** Ids of those that have exactly this name or alias, blanks and case aside. */
	List<Long> named(String name) {
		return this.jdbc
				.sql("SELECT DISTINCT organisation_id FROM organisation_name WHERE folded = ? ORDER BY organisation_id")
				.param(NameForms.folded(name))
				.query((row, number) -> row.getLong(1))
				.list();
	}

	@Nullable
	Long parentOf(long id) {
		return find(id).map(Organisation::parentId).orElse(null);
	}

	long insert(SaveOrganisation content, boolean confirmed, boolean sample, @Nullable Long createdBy, Instant now) {
		var keys = new GeneratedKeyHolder();
		this.jdbc.sql("""
				INSERT INTO organisation (version, name_zh, name_en, country, city, host_kind, uscc, parent_id, confirmed,
				sample, created_by, created_at, updated_at, sort_key)
				VALUES (0, :zh, :en, :country, :city, :hostKind, :uscc, :parent, :confirmed, :sample, :createdBy, :now, :now,
				:sortKey)""")
				.paramSource(parameters(content, now).addValue("confirmed", confirmed)
						.addValue("sample", sample)
						.addValue("createdBy", createdBy))
				.update(keys, "id");
		long id = Objects.requireNonNull(keys.getKey()).longValue();
		writeNames(id, content);
		return id;
	}

	/** Answers whether the version was still the present one. */
	boolean update(long id, int version, SaveOrganisation content, boolean confirmed, Instant now) {
		int updated = this.jdbc.sql("""
				UPDATE organisation SET version = version + 1, name_zh = :zh, name_en = :en, country = :country, city = :city,
				host_kind = :hostKind, uscc = :uscc, parent_id = :parent, confirmed = :confirmed, updated_at = :now,
				sort_key = :sortKey WHERE id = :id AND version = :version AND merged_into IS NULL""")
				.paramSource(parameters(content, now).addValue("confirmed", confirmed)
						.addValue("id", id)
						.addValue("version", version))
				.update();
		if (updated == 1) {
			this.jdbc.sql("DELETE FROM organisation_name WHERE organisation_id = ?").param(id).update();
			writeNames(id, content);
		}
		return updated == 1;
	}

	List<Long> createdBy(long accountId) {
		return this.jdbc.sql("SELECT id FROM organisation WHERE created_by = ? AND merged_into IS NULL ORDER BY id")
				.param(accountId)
				.query((row, number) -> row.getLong(1))
				.list();
	}

	void forgetCreator(long accountId) {
		this.jdbc.sql("UPDATE organisation SET created_by = NULL WHERE created_by = ?").param(accountId).update();
	}

	private static MapSqlParameterSource parameters(SaveOrganisation content, Instant now) {
		Bilingual name = Objects.requireNonNullElse(content.name(), Bilingual.NONE);
		return new MapSqlParameterSource().addValue("zh", name.zh())
				.addValue("en", name.en())
				.addValue("country", content.country())
				.addValue("city", content.city())
				.addValue("hostKind", content.hostKind())
				.addValue("uscc", content.uscc())
				.addValue("parent", content.parentId())
				.addValue("now", LocalDateTime.ofInstant(now, ZoneOffset.UTC))
				.addValue("sortKey", NameForms.of(content.allNames().getFirst()).pinyin());
	}

	private void writeNames(long id, SaveOrganisation content) {
		Bilingual name = Objects.requireNonNullElse(content.name(), Bilingual.NONE);
		List<String> names = content.allNames();
		for (int i = 0; i < names.size(); i++) {
			String form = names.get(i);
			NameForms forms = NameForms.of(form);
			this.jdbc.sql("""
					INSERT INTO organisation_name (organisation_id, position, alias, name, folded, pinyin, initials, likeness)
					VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
					.params(id, i, !form.equals(name.zh()) && !form.equals(name.en()), form,
							cut(forms.folded(), LONGEST),
							cut(forms.pinyin(), 700), cut(forms.initials(), LONGEST), cut(forms.likeness(), LONGEST))
					.update();
		}
	}

	private static String cut(String text, int longest) {
		return text.length() <= longest ? text : text.substring(0, longest);
	}

}
