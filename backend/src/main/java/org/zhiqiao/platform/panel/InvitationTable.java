package org.zhiqiao.platform.panel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.panel.Invitation.Excuse;
import org.zhiqiao.platform.panel.Invitation.Refusal;
import org.zhiqiao.platform.panel.Invitation.Succession;

/** Invitations in the database. None is ever deleted. */
@Repository
class InvitationTable {

	private final JdbcClient jdbc;

	InvitationTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A seat to be offered. */
	record Offer(long panel, int draw, int stratum, int seat, long expert, @Nullable String message, Instant invitedAt,
			Instant answerBy) {

		/** At half of the time. */
		Instant remindAt() {
			return this.invitedAt.plus(Duration.between(this.invitedAt, this.answerBy).dividedBy(2));
		}

	}

	long insert(Offer offer) {
		var keys = new GeneratedKeyHolder();
		this.jdbc.sql("""
				INSERT INTO panel_invitation (panel_id, draw, stratum, seat, expert_id, state, standing, succession,
					message, invited_at, remind_at, answer_by)
				VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)""")
				.param(offer.panel())
				.param(offer.draw())
				.param(offer.stratum())
				.param(offer.seat())
				.param(offer.expert())
				.param(InvitationState.OPEN.name())
				.param(Succession.NONE.name())
				.param(offer.message())
				.param(Moments.stored(offer.invitedAt()))
				.param(Moments.stored(offer.remindAt()))
				.param(Moments.stored(offer.answerBy()))
				.update(keys, "id");
		return Objects.requireNonNull(keys.getKey()).longValue();
	}

	Optional<Invitation> find(long id) {
		return this.jdbc.sql("SELECT * FROM panel_invitation WHERE id = ?")
				.param(id)
				.query((row, _) -> read(row))
				.optional();
	}

	/** Of one draw, seat by seat, in the order in which they were sent. */
	List<Invitation> of(long panel, int draw) {
		return this.jdbc.sql("""
				SELECT * FROM panel_invitation WHERE panel_id = ? AND draw = ? ORDER BY stratum, seat, id""")
				.params(panel, draw)
				.query((row, _) -> read(row))
				.list();
	}

	/** Those somebody got, the latest first. */
	List<Invitation> to(long expert) {
		return this.jdbc.sql("SELECT * FROM panel_invitation WHERE expert_id = ? ORDER BY id DESC")
				.param(expert)
				.query((row, _) -> read(row))
				.list();
	}

	Optional<Long> byToken(String hash) {
		return this.jdbc.sql("SELECT invitation_id FROM panel_invitation_token WHERE token_hash = ?")
				.param(hash)
				.query(Long.class)
				.optional();
	}

	void token(long invitation, String hash) {
		this.jdbc.sql("INSERT INTO panel_invitation_token (token_hash, invitation_id) VALUES (?, ?)")
				.params(hash, invitation)
				.update();
	}

	void mailed(long invitation, @Nullable Long mail) {
		this.jdbc.sql("UPDATE panel_invitation SET mail_id = ? WHERE id = ?").param(mail).param(invitation).update();
	}

	void reminded(long invitation, Instant now) {
		this.jdbc.sql("UPDATE panel_invitation SET reminded_at = ? WHERE id = ?")
				.params(Moments.stored(now), invitation)
				.update();
	}

	void accept(long invitation, Instant now) {
		this.jdbc.sql("UPDATE panel_invitation SET state = ?, declared_at = ? WHERE id = ?")
				.params(InvitationState.ACCEPTED.name(), Moments.stored(now), invitation)
				.update();
	}

	void decline(long invitation, Refusal refusal, Instant now) {
		this.jdbc.sql("UPDATE panel_invitation SET reason = ?, note = ?, not_until = ? WHERE id = ?")
				.param(refusal.reason().name())
				.param(refusal.note())
				.param(refusal.notUntil())
				.param(invitation)
				.update();
		end(invitation, InvitationState.DECLINED, Succession.WANTED, now);
	}

	void excuse(long invitation, Excuse excuse) {
		this.jdbc.sql("UPDATE panel_invitation SET excuse = ?, excused_by = ? WHERE id = ?")
				.params(excuse.reason(), excuse.by(), invitation)
				.update();
	}

	/** One that has ended already stays as it ended. */
	void end(long invitation, InvitationState state, Succession succession, Instant now) {
		this.jdbc.sql("""
				UPDATE panel_invitation SET state = ?, succession = ?, standing = NULL, ended_at = ?
				WHERE id = ? AND standing = 1""")
				.params(state.name(), succession.name(), Moments.stored(now), invitation)
				.update();
	}

	void succession(long invitation, Succession succession) {
		this.jdbc.sql("UPDATE panel_invitation SET succession = ? WHERE id = ?")
				.params(succession.name(), invitation)
				.update();
	}

	/** Nobody seeks for the seats of a draw any more. */
	void forgetSuccession(long panel, int draw) {
		this.jdbc.sql(
				"UPDATE panel_invitation SET succession = ? WHERE panel_id = ? AND draw = ? AND succession IN (?, ?)")
				.params(Succession.NONE.name(), panel, draw, Succession.WANTED.name(), Succession.LATER.name())
				.update();
	}

	/** Panels of which an invitation has run out, or needs a reminder, or a seat is to be filled. */
	Set<Long> panelsDue(Instant now) {
		return new HashSet<>(this.jdbc.sql("""
				SELECT DISTINCT panel_id FROM panel_invitation
				WHERE state = ? AND (answer_by <= ? OR (reminded_at IS NULL AND remind_at <= ?)) OR succession = ?""")
				.params(InvitationState.OPEN.name(), Moments.stored(now), Moments.stored(now),
						Succession.WANTED.name())
				.query((row, _) -> row.getLong(1))
				.list());
	}

	/** A seat that is somebody's. */
	record Seated(long panel, long expert) {

	}

	/** Whose seats are theirs, of those whose time to answer ended after a moment. */
	List<Seated> standingSince(Instant moment) {
		return this.jdbc.sql("""
				SELECT DISTINCT panel_id, expert_id FROM panel_invitation WHERE standing = 1 AND answer_by > ?""")
				.param(Moments.stored(moment))
				.query((row, _) -> new Seated(row.getLong(1), row.getLong(2)))
				.list();
	}

	/** Who does not want to be asked on a day. */
	Set<Long> notAskedOn(LocalDate day) {
		return new HashSet<>(this.jdbc.sql("SELECT DISTINCT expert_id FROM panel_invitation WHERE not_until > ?")
				.param(day)
				.query((row, _) -> row.getLong(1))
				.list());
	}

	/** The panels to which people were invited, in the order in which they are to be locked. */
	List<Long> panelsOf(long one, long other) {
		return this.jdbc.sql("""
				SELECT DISTINCT panel_id FROM panel_invitation WHERE expert_id IN (?, ?) ORDER BY panel_id""")
				.params(one, other)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	/**
	 * Two profiles have become one. Who held two seats of a panel keeps the one of the profile that stays. What stands is read
	 * with a lock, as it is now: the transaction of a merge may have begun before an answer that was taken since.
	 */
	void move(long from, long to, Instant now) {
		var kept = standing(to);
		standing(from).forEach((panel, invitation) -> {
			if (kept.containsKey(panel)) {
				end(invitation, InvitationState.DROPPED_OUT, Succession.WANTED, now);
			}
		});
		this.jdbc.sql("UPDATE panel_invitation SET expert_id = ? WHERE expert_id = ?").params(to, from).update();
	}

	private Map<Long, Long> standing(long expert) {
		var found = new HashMap<Long, Long>();
		this.jdbc.sql("SELECT id, panel_id FROM panel_invitation WHERE expert_id = ? AND standing = 1 FOR UPDATE")
				.param(expert)
				.query(row -> {
					found.put(row.getLong("panel_id"), row.getLong("id"));
				});
		return found;
	}

	/** Keeps that somebody was asked and what they answered, and nothing of their own words. */
	void forgetWords(long expert) {
		this.jdbc.sql("UPDATE panel_invitation SET note = NULL, not_until = NULL WHERE expert_id = ?")
				.param(expert)
				.update();
		this.jdbc.sql("""
				DELETE FROM panel_invitation_token
				WHERE invitation_id IN (SELECT id FROM panel_invitation WHERE expert_id = ?)""")
				.param(expert)
				.update();
	}

	private static Invitation read(ResultSet row) throws SQLException {
		return new Invitation(row.getLong("id"), row.getLong("panel_id"), row.getInt("draw"), row.getInt("stratum"),
				row.getInt("seat"), row.getLong("expert_id"), InvitationState.valueOf(row.getString("state")),
				Succession.valueOf(row.getString("succession")), row.getString("message"),
				row.getObject("mail_id", Long.class), Objects.requireNonNull(Moments.read(row, "invited_at")),
				Objects.requireNonNull(Moments.read(row, "remind_at")), Moments.read(row, "reminded_at"),
				Objects.requireNonNull(Moments.read(row, "answer_by")), Moments.read(row, "declared_at"),
				Moments.read(row, "ended_at"), refusal(row), excuse(row));
	}

	private static @Nullable Excuse excuse(ResultSet row) throws SQLException {
		var reason = row.getString("excuse");
		return (reason == null) ? null : new Excuse(reason, row.getLong("excused_by"));
	}

	private static @Nullable Refusal refusal(ResultSet row) throws SQLException {
		var reason = row.getString("reason");
		return (reason == null)
				? null
				: new Refusal(DeclineReason.valueOf(reason), row.getString("note"),
						row.getObject("not_until", LocalDate.class));
	}

}
