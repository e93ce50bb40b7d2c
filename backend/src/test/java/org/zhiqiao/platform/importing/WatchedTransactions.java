package org.zhiqiao.platform.importing;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/** Lets somebody look at the database after each transaction, as other people see it meanwhile. */
final class WatchedTransactions implements PlatformTransactionManager {

	private final PlatformTransactionManager real;

	private final Runnable watcher;

	WatchedTransactions(PlatformTransactionManager real, Runnable watcher) {
		this.real = real;
		this.watcher = watcher;
	}

	@Override
	public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
		return this.real.getTransaction(definition);
	}

	@Override
	public void commit(TransactionStatus status) {
		this.real.commit(status);
		this.watcher.run();
	}

	@Override
	public void rollback(TransactionStatus status) {
		this.real.rollback(status);
	}

}
