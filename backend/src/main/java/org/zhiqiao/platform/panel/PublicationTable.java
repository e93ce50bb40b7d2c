package org.zhiqiao.platform.panel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.panel.Publication.PublishedMember;
import org.zhiqiao.platform.panel.Publication.PublishedPanel;
import org.zhiqiao.platform.taxonomy.Bilingual;

/** Published lists in the database, as they were when they were published. */
@Repository
class PublicationTable {

	private final JdbcClient jdbc;

	PublicationTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A member with the number of their profile, which is not published. */
	record Member(long expert, PublishedMember published) {

	}

	void publish(Panel panel, Instant settledAt, List<Member> members, long account, Instant now) {
		this.jdbc.sql("""
				INSERT INTO panel_publication (panel_id, title, panel_use, settled_at, published_by, published_at)
				VALUES (?, ?, ?, ?, ?, ?)""")
				.params(panel.id(), panel.content().title(), panel.content().use(), Moments.stored(settledAt), account,
						Moments.stored(now))
				.update();
		for (var i = 0; i < members.size(); i++) {
			var member = members.get(i);
			var organisation = Objects.requireNonNullElse(member.published().organisation(), Bilingual.NONE);
			this.jdbc.sql("""
					INSERT INTO panel_published_member (panel_id, place, expert_id, name, organisation_zh, organisation_en,
						selection) VALUES (?, ?, ?, ?, ?, ?, ?)""")
					.param(panel.id())
					.param(i + 1)
					.param(member.expert())
					.param(member.published().name())
					.param(organisation.zh())
					.param(organisation.en())
					.param(member.published().selection().name())
					.update();
		}
	}

	Optional<Instant> publishedAt(long panel) {
		return this.jdbc.sql("SELECT published_at FROM panel_publication WHERE panel_id = ?")
				.param(panel)
				.query((row, _) -> Objects.requireNonNull(Moments.read(row, "published_at")))
				.optional();
	}

	/** The account of whoever published a list that there is. */
	long publishedBy(long panel) {
		return this.jdbc.sql("SELECT published_by FROM panel_publication WHERE panel_id = ?")
				.param(panel)
				.query(Long.class)
				.single();
	}

	Optional<Publication> find(long panel) {
		return this.jdbc.sql("SELECT * FROM panel_publication WHERE panel_id = ?")
				.param(panel)
				.query((row, _) -> new Publication(panel, row.getString("title"), row.getString("panel_use"),
						Objects.requireNonNull(Moments.read(row, "settled_at")),
						Objects.requireNonNull(Moments.read(row, "published_at")), members(panel), Publication.BASIS))
				.optional();
	}

	private List<PublishedMember> members(long panel) {
		return this.jdbc.sql("SELECT * FROM panel_published_member WHERE panel_id = ? ORDER BY place")
				.param(panel)
				.query((row, _) -> new PublishedMember(row.getString("name"), organisation(row),
						Selection.valueOf(row.getString("selection"))))
				.list();
	}

	private static @Nullable Bilingual organisation(ResultSet row) throws SQLException {
		var zh = row.getString("organisation_zh");
		var en = row.getString("organisation_en");
		return (zh == null && en == null) ? null : new Bilingual(zh, en);
	}

	long count() {
		return this.jdbc.sql("SELECT COUNT(*) FROM panel_publication").query(Long.class).single();
	}

	List<PublishedPanel> page(int page, int size) {
		return this.jdbc.sql("""
				SELECT p.*, (SELECT COUNT(*) FROM panel_published_member m WHERE m.panel_id = p.panel_id) AS members
				FROM panel_publication p ORDER BY published_at DESC, panel_id DESC LIMIT ? OFFSET ?""")
				.params(size, (long) (page - 1) * size)
				.query((row, _) -> new PublishedPanel(row.getLong("panel_id"), row.getString("title"),
						row.getString("panel_use"), Objects.requireNonNull(Moments.read(row, "settled_at")),
						Objects.requireNonNull(Moments.read(row, "published_at")), row.getInt("members")))
				.list();
	}

	/** Two profiles have become one. */
	void move(long from, long to) {
		this.jdbc.sql("UPDATE panel_published_member SET expert_id = ? WHERE expert_id = ?").params(to, from).update();
	}

	/** Somebody is erased: the list goes on saying that there was a member, not who. */
	void forget(long expert) {
		this.jdbc.sql("""
				UPDATE panel_published_member SET name = NULL, organisation_zh = NULL, organisation_en = NULL
				WHERE expert_id = ?""").param(expert).update();
	}

	/** Lists that name somebody. */
	List<Long> naming(long expert) {
		return this.jdbc.sql("SELECT panel_id FROM panel_published_member WHERE expert_id = ? ORDER BY panel_id")
				.param(expert)
				.query((row, _) -> row.getLong(1))
				.list();
	}

}
