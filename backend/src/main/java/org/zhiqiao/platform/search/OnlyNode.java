package org.zhiqiao.platform.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * Sees to it that this is the only process on its database: two of them would each follow half
 * of the changes. It keeps a row locked on a connection of its own; the database lets go of the
 * lock when the process ends, so nothing is left behind by a crash.
 */
@Component
@DependsOnDatabaseInitialization
class OnlyNode implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(OnlyNode.class);

	private static final int SECONDS_TO_ANSWER = 5;

	/** MySQL's ER_LOCK_NOWAIT. */
	private static final int NOT_FREE_ON_MYSQL = 3572;

	/** H2's LOCK_TIMEOUT_1. */
	private static final int NOT_FREE_ON_H2 = 50_200;

	private final DataSource source;

	private @Nullable Connection connection;

	/**
	 * Takes the lock.
	 *
	 * @throws SecondNode if another process has it
	 */
	OnlyNode(DataSource source) {
		this.source = source;
		try {
			this.connection = lock();
		} catch (SQLException ex) {
			throw refusal(ex);
		}
	}

	private static RuntimeException refusal(SQLException ex) {
		return ex.getErrorCode() == NOT_FREE_ON_MYSQL || ex.getErrorCode() == NOT_FREE_ON_H2
				? new SecondNode(ex)
				: new IllegalStateException("The row that makes this process the only one cannot be locked", ex);
	}

	private Connection lock() throws SQLException {
		Connection locking = this.source.getConnection();
		try {
			locking.setAutoCommit(false);
			// Nothing is read here again, so no old state has to be kept for it.
			locking.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
			try (Statement statement = locking.createStatement()) {
				statement.execute("SELECT id FROM search_node WHERE id = 1 FOR UPDATE NOWAIT");
			}
			return locking;
		} catch (SQLException ex) {
			locking.close();
			throw ex;
		}
	}

	/**
	 * Whether this process still holds the lock. Asking also keeps the connection from being
	 * dropped as idle; if it was lost, the lock is taken again unless another process has it.
	 */
	synchronized boolean holds() {
		Connection known = this.connection;
		try {
			if (known != null && known.isValid(SECONDS_TO_ANSWER)) {
				return true;
			}
			release();
			this.connection = lock();
			log.warn("The connection that made this process the only one was lost and is there again");
			return true;
		} catch (SQLException ex) {
			log.error("This process may no longer be the only one on its database, so it leaves the index alone", ex);
			return false;
		}
	}

	private void release() throws SQLException {
		Connection known = this.connection;
		this.connection = null;
		if (known != null) {
			known.close();
		}
	}

	@Override
	public synchronized void destroy() throws SQLException {
		release();
	}

}
