package org.zhiqiao.platform.importing;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/** Lets some transactions pass; then each one that begins finds the process dead, as after a kill. */
final class DyingTransactions implements PlatformTransactionManager {

	private final PlatformTransactionManager real;

	private int left;

	DyingTransactions(PlatformTransactionManager real, int left) {
		this.real = real;
		this.left = left;
	}

	/** What no handler of exceptions survives. */
	static final class Killed extends Error {

	}

	@Override
	public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
		if (this.left-- <= 0) {
			throw new Killed();
		}
		return this.real.getTransaction(definition);
	}

	@Override
	public void commit(TransactionStatus status) {
		this.real.commit(status);
	}

	@Override
	public void rollback(TransactionStatus status) {
		this.real.rollback(status);
	}

}
