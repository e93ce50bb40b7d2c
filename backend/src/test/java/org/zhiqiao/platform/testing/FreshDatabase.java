package org.zhiqiao.platform.testing;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * An empty database that nobody else uses, gone when closed. Spring's tests get theirs by
 * {@link OnDatabase}; a test without Spring takes one here.
 */
public final class FreshDatabase implements AutoCloseable {

	private final Engine engine;

	private final String name;

	private final String url;

	private final String username;

	private final String password;

	private FreshDatabase(Engine engine, String name, String url, String username, String password) {
		this.engine = engine;
		this.name = name;
		this.url = url;
		this.username = username;
		this.password = password;
	}

	/**
	 * Makes one.
	 * @throws IllegalStateException if this machine has no such engine
	 */
	public static FreshDatabase on(Engine engine) {
		String name = "zhiqiao_test_" + UUID.randomUUID().toString().replace("-", "");
		return switch (engine) {
			case H2 -> new FreshDatabase(engine, name, "jdbc:h2:mem:" + name
					+ ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=256;DB_CLOSE_ON_EXIT=FALSE",
					"sa", "");
			case MYSQL -> onMySql(name);
		};
	}

	private static FreshDatabase onMySql(String name) {
		Server server = Server.fromEnvironment();
		// The collation that compares as H2 does: by code point, without padding.
		server.execute("CREATE DATABASE %s CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin".formatted(name));
		return new FreshDatabase(Engine.MYSQL, name, server.urlOf(name), server.username(), server.password());
	}

	/** Brings the database to the application's newest version. */
	public FreshDatabase migrated() {
		Flyway.configure().dataSource(this.url, this.username, this.password).load().migrate();
		return this;
	}

	public DataSource dataSource() {
		return new DriverManagerDataSource(this.url, this.username, this.password);
	}

	public String url() {
		return this.url;
	}

	public String username() {
		return this.username;
	}

	public String password() {
		return this.password;
	}

	@Override
	public void close() {
		switch (this.engine) {
			case H2 -> execute(this.url, this.username, this.password, "SHUTDOWN");
			case MYSQL -> Server.fromEnvironment().execute("DROP DATABASE IF EXISTS " + this.name);
		}
	}

	private static void execute(String url, String username, String password, String sql) {
		try (var connection = DriverManager.getConnection(url, username, password);
				var statement = connection.createStatement()) {
			statement.execute(sql);
		} catch (SQLException failure) {
			throw new IllegalStateException("The test's database refused: " + sql, failure);
		}
	}

	private record Server(String url, String username, String password) {

		static Server fromEnvironment() {
			String url = Facility.MYSQL.location()
					.orElseThrow(() -> new IllegalStateException(Facility.MYSQL.variable() + " is not set"));
			return new Server(url, System.getenv().getOrDefault("ZHIQIAO_TEST_MYSQL_USER", "root"),
					System.getenv().getOrDefault("ZHIQIAO_TEST_MYSQL_PASSWORD", ""));
		}

		String urlOf(String database) {
			int query = this.url.indexOf('?');
			String base = (query < 0) ? this.url : this.url.substring(0, query);
			return base.substring(0, base.lastIndexOf('/') + 1) + database
					+ ((query < 0) ? "" : this.url.substring(query));
		}

		void execute(String sql) {
			FreshDatabase.execute(urlOf(""), this.username, this.password, sql);
		}

	}

}
