package org.zhiqiao.platform.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Shows whether an entry was removed, changed or slipped in. */
@Component
public class AuditChain {

	private final AuditRepository repository;

	AuditChain(AuditRepository repository) {
		this.repository = repository;
	}

	/**
	 * Walks the whole chain. Somebody who can rewrite the whole table can also rewrite all hashes:
	 * noting {@link Verdict#head} elsewhere from time to time shows that too.
	 */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public Verdict verify() {
		AuditRepository.Head head = this.repository.head();
		var walk = new Walk();
		this.repository.walk(walk::step);
		boolean complete = walk.count == head.lastId() && walk.hash.equals(head.hash());
		Long broken = walk.broken == null && !complete ? Long.valueOf(walk.count + 1) : walk.broken;
		return new Verdict(broken == null, walk.count, broken, head.hash());
	}

	/**
	 * What a walk over the chain found.
	 *
	 * @param intact every entry is there and as it was written
	 * @param broken the first place where that is not so
	 * @param head the hash of the last entry
	 */
	public record Verdict(boolean intact, long entries, @Nullable Long broken, String head) {}

	private static final class Walk {

		private long count;

		private String hash = AuditEntry.START;

		private @Nullable Long broken;

		private void step(AuditRepository.Stored stored) {
			AuditEntry entry = stored.entry();
			this.count++;
			boolean holds = entry.id() == this.count && entry.previousHash().equals(this.hash) && entry.holds()
					&& stored.detail().map(detail -> detail.hash().equals(entry.detailHash())).orElse(true);
			if (!holds && this.broken == null) {
				this.broken = this.count;
			}
			this.hash = entry.hash();
		}

	}

}
