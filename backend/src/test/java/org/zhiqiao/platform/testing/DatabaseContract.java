package org.zhiqiao.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the platform expects of every database under it. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
abstract class DatabaseContract {

	@Autowired
	private JdbcClient jdbc;

	@Test
	void takesEveryMigration() {
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM flyway_schema_history WHERE success = FALSE")
				.query(Integer.class)
				.single()).isZero();
	}

	@Test
	void keepsChineseAndRareCharacters() {
		assertThat(this.jdbc.sql("SELECT CAST(? AS CHAR(20))").param("智桥 𠮷 é").query(String.class).single())
				.isEqualTo("智桥 𠮷 é");
	}

	@Test
	void tellsUpperFromLowerCase() {
		this.jdbc.sql("CREATE TABLE case_probe (word VARCHAR(20) PRIMARY KEY)").update();
		this.jdbc.sql("INSERT INTO case_probe VALUES ('a'), ('A'), ('á')").update();
		assertThat(this.jdbc.sql("SELECT word FROM case_probe WHERE word = 'a'").query(String.class).list())
				.containsExactly("a");
	}

}
