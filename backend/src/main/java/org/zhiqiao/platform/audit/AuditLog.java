package org.zhiqiao.platform.audit;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes down what somebody did. The entries are written in the caller's transaction, just
 * before it commits: the end of the chain is then held for the shortest time, and always
 * as the last lock.
 */
@Component
public class AuditLog {

	private final AuditRepository repository;

	private final JsonMapper json;

	private final Clock clock;

	private final SecureRandom random;

	AuditLog(AuditRepository repository, JsonMapper json, Clock clock, SecureRandom random) {
		this.repository = repository;
		this.json = json;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Records an act of the account that is signed in, or of the system if none is.
	 * @param action {@code <kind>.<what happened>}, such as {@code expert.verified}
	 * @param subjectId a number or a code
	 * @param before the sensitive fields before, written as JSON; nothing secret
	 * @param after the same fields afterwards
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(String action, String kind, @Nullable Object subjectId, @Nullable Object before,
			@Nullable Object after) {
		recordBy(signedIn(), action, kind, subjectId, before, after);
	}

	/** Records that something happened where who did it must not be found out from here: neither the account nor the address. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void recordUnattributed(String action, String kind, @Nullable Object subjectId, @Nullable Object after) {
		byte[] salt = new byte[16];
		this.random.nextBytes(salt);
		var detail = new AuditEntry.Detail(HexFormat.of().formatHex(salt), null, null, write(after));
		writing().pending.add(new Pending(this.clock.instant().truncatedTo(ChronoUnit.MICROS), null, action, kind,
				subjectId == null ? null : subjectId.toString(), detail));
	}

	/** Records an act of an account that is known but not signed in, such as a failed sign-in. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void recordBy(@Nullable Long actorId, String action, String kind, @Nullable Object subjectId,
			@Nullable Object before, @Nullable Object after) {
		byte[] salt = new byte[16];
		this.random.nextBytes(salt);
		var detail = new AuditEntry.Detail(HexFormat.of().formatHex(salt), address(), write(before), write(after));
		writing().pending.add(new Pending(this.clock.instant().truncatedTo(ChronoUnit.MICROS), actorId, action, kind,
				subjectId == null ? null : subjectId.toString(), detail));
	}

	/**
	 * Erases address, before and after of all entries about a thing, this transaction's included. That
	 * each of them happened stays in the chain.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void forget(String kind, Object subjectId) {
		record("audit.details-erased", kind, subjectId, null, null);
		writing().erasures.add(() -> this.repository.forget(kind, subjectId.toString()));
	}

	/** Erases address, before and after of all that an account did, this transaction's included. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void forgetActor(long actorId) {
		writing().erasures.add(() -> this.repository.forgetActor(actorId));
	}

	private @Nullable String write(@Nullable Object value) {
		return value == null ? null : this.json.writeValueAsString(value);
	}

	/** The name of an authentication is the number of its account. */
	private static @Nullable Long signedIn() {
		Authentication known = SecurityContextHolder.getContext().getAuthentication();
		return known != null && known.getName().matches("\\d{1,18}") ? Long.valueOf(known.getName()) : null;
	}

	private static @Nullable String address() {
		return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
				? web.getRequest().getRemoteAddr()
				: null;
	}

	private Writing writing() {
		for (TransactionSynchronization known : TransactionSynchronizationManager.getSynchronizations()) {
			if (known instanceof Writing writing) {
				return writing;
			}
		}
		var writing = new Writing(this);
		TransactionSynchronizationManager.registerSynchronization(writing);
		return writing;
	}

	private void write(List<Pending> pending) {
		if (pending.isEmpty()) {
			return;
		}
		AuditRepository.Head head = this.repository.lockHead();
		long id = head.lastId();
		String hash = head.hash();
		for (Pending act : pending) {
			AuditEntry entry = AuditEntry.following(++id, hash, act.at, act.actorId, act.action, act.kind,
					act.subjectId, act.detail);
			this.repository.insert(entry, act.detail);
			hash = entry.hash();
		}
		this.repository.moveHead(id, hash);
	}

	private record Pending(Instant at, @Nullable Long actorId, String action, String kind,
			@Nullable String subjectId, AuditEntry.Detail detail) {}

	private static final class Writing implements TransactionSynchronization {

		private final AuditLog log;

		private final List<Pending> pending = new ArrayList<>();

		private final List<Runnable> erasures = new ArrayList<>();

		private Writing(AuditLog log) {
			this.log = log;
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			this.log.write(this.pending);
			this.erasures.forEach(Runnable::run);
		}

	}

}
