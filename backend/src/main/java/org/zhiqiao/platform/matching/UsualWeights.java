package org.zhiqiao.platform.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.StaleVersion;
import org.zhiqiao.search.ranking.Weights;

/** The weights of all rankings that have none of their own. Only an administrator changes them, and every change is kept. */
@Component
public class UsualWeights {

	private static final Version SHIPPED = new Version(0, Percentages.SHIPPED, null, null, null, null, null);

	private final JdbcClient jdbc;

	private final AuditLog audit;

	private final Clock clock;

	UsualWeights(JdbcClient jdbc, AuditLog audit, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Weights that held from a moment on.
	 *
	 * @param version 0 for those that the platform comes with
	 * @param restores the earlier version that was put back
	 * @param basis what a suggestion was based on that was followed, in JSON
	 * @param setBy the account; none after that person has left
	 */
	public record Version(int version, Percentages weights, @Nullable String reason, @Nullable Integer restores,
			@Nullable String basis, @Nullable Long setBy, @Nullable Instant setAt) {

	}

	Weights get() {
		return current().weights().weights();
	}

	/** Those that hold now. */
	@Transactional(readOnly = true)
	public Version current() {
		return this.jdbc.sql("SELECT * FROM ranking_weights ORDER BY version DESC LIMIT 1")
				.query((row, _) -> read(row))
				.optional()
				.orElse(SHIPPED);
	}

	/** All there ever were, the present ones first. */
	@Transactional(readOnly = true)
	public List<Version> history() {
		var all = new ArrayList<>(this.jdbc.sql("SELECT * FROM ranking_weights ORDER BY version DESC")
				.query((row, _) -> read(row))
				.list());
		all.add(SHIPPED);
		return all;
	}

	/** Stops whoever may not change them, or has not seen what holds now, before anything is computed for them. */
	@Transactional(readOnly = true)
	public Version expect(int basedOn, Actor actor) {
		mustAdminister(actor);
		var now = current();
		if (now.version() != basedOn) {
			throw new StaleVersion("ranking-weights", "", now.version());
		}
		return now;
	}

	/**
	 * Lets other weights hold.
	 * @param basedOn the version that the administrator has seen
	 * @param basis the figures of the suggestion that is followed, in JSON
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Version set(int basedOn, Percentages weights, String reason, @Nullable String basis, Actor actor) {
		mustAdminister(actor);
		weights.check("/weights");
		return store(basedOn, weights, reason, null, basis, actor);
	}

	/** Lets the weights of an earlier version hold again; that is a version of its own. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Version restore(int basedOn, int earlier, String reason, Actor actor) {
		mustAdminister(actor);
		var then = history().stream()
				.filter(one -> one.version() == earlier)
				.findFirst()
				.orElseThrow(() -> new NotFound("ranking-weights", earlier));
		return store(basedOn, then.weights(), reason, earlier, null, actor);
	}

	private static void mustAdminister(Actor actor) {
		if (!actor.is(Role.ADMINISTRATOR)) {
			throw new NotAllowed("weights-administrator");
		}
	}

	private Version store(int basedOn, Percentages weights, String reason, @Nullable Integer restores,
			@Nullable String basis, Actor actor) {
		var before = current();
		if (before.version() != basedOn) {
			throw new StaleVersion("ranking-weights", "", before.version());
		}
		if (before.weights().equals(weights)) {
			throw new InvalidInput("/weights", "weights-same");
		}
		var after = new Version(before.version() + 1, weights, reason, restores, basis, actor.accountId(),
				Moments.exact(this.clock.instant()));
		try {
			insert(after);
		} catch (DuplicateKeyException first) {
			// Somebody else changed them at the same moment.
			throw new StaleVersion("ranking-weights", "", after.version());
		}
		this.audit.record((restores != null) ? "ranking-weights.restored" : "ranking-weights.changed",
				"ranking-weights", after.version(), told(before), told(after));
		return after;
	}

	private static Map<String, Object> told(Version version) {
		var told = new LinkedHashMap<String, Object>();
		told.put("version", version.version());
		told.put("weights", version.weights());
		if (version.reason() != null) {
			told.put("reason", version.reason());
		}
		if (version.restores() != null) {
			told.put("restores", version.restores());
		}
		told.put("suggested", version.basis() != null);
		return told;
	}

	private void insert(Version one) {
		this.jdbc.sql("""
				INSERT INTO ranking_weights (version, domain_weight, language_weight, country_weight, wishes_weight, reason,
					restores, basis, set_by, set_at)
				VALUES (:version, :domain, :language, :country, :wishes, :reason, :restores, :basis, :by, :at)""")
				.param("version", one.version())
				.param("domain", one.weights().domain())
				.param("language", one.weights().language())
				.param("country", one.weights().country())
				.param("wishes", one.weights().wishes())
				.param("reason", one.reason())
				.param("restores", one.restores(), Types.INTEGER)
				.param("basis", one.basis(), Types.LONGVARCHAR)
				.param("by", one.setBy(), Types.BIGINT)
				.param("at", Moments.storedIfAny(one.setAt()), Types.TIMESTAMP)
				.update();
	}

	private static Version read(ResultSet row) throws SQLException {
		return new Version(row.getInt("version"),
				new Percentages(row.getInt("domain_weight"), row.getInt("language_weight"),
						row.getInt("country_weight"), row.getInt("wishes_weight")),
				row.getString("reason"), row.getObject("restores", Integer.class), row.getString("basis"),
				row.getObject("set_by", Long.class),
				Moments.read(row, "set_at"));
	}

	void forgetAuthor(long account) {
		this.jdbc.sql("UPDATE ranking_weights SET set_by = NULL WHERE set_by = ?").param(account).update();
	}

}
