package org.zhiqiao.platform.expert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.Facility;
import org.zhiqiao.platform.testing.FreshDatabase;

/** People who were there before the table that they are counted by. */
class CountedMigrationTest {

	@ParameterizedTest
	@EnumSource
	void countsThoseWhoWereThereBefore(Engine engine) {
		assumeTrue(engine == Engine.H2 || Facility.MYSQL.location().isPresent(), "there is no MySQL");
		try (var database = FreshDatabase.on(engine)) {
			Flyway.configure()
					.dataSource(database.url(), database.username(), database.password())
					.target("133")
					.load()
					.migrate();
			var jdbc = JdbcClient.create(database.dataSource());
			for (var id = 1; id <= 3; id++) {
				jdbc.sql("""
						INSERT INTO expert (id, version, state, verification_status, created_at, updated_at)
						VALUES (?, 1, 'published', 'none', '2026-01-01 00:00:00', '2026-01-01 00:00:00')""")
						.param(id)
						.update();
			}
			for (var sql : new String[]{"INSERT INTO expert_industry VALUES (1, 0, 'new-materials'), (1, 1, 'energy')",
					"INSERT INTO expert_industry VALUES (2, 0, 'energy')",
					"INSERT INTO expert_country (expert_id, pos, country, kind) VALUES (1, 0, 'DE', 'work')",
					"INSERT INTO expert_country (expert_id, pos, country, kind) VALUES (1, 1, 'DE', 'degree')",
					"INSERT INTO expert_country (expert_id, pos, country, kind) VALUES (1, 2, 'AT', 'work')",
					"INSERT INTO expert_language VALUES (2, 0, 'de', 'C1'), (2, 1, 'zh-Hans', 'C2')",
					"INSERT INTO expert_affiliation (expert_id, pos, organisation_id) VALUES (1, 0, 7), (1, 1, 8)",
					"INSERT INTO expert_affiliation (expert_id, pos, name_zh) VALUES (2, 0, '某单位')"}) {
				jdbc.sql(sql).update();
			}
			database.migrated();
			CountedRows.mustFollowProfiles(jdbc);
			assertThat(
					jdbc.sql("SELECT countries FROM expert_counted WHERE expert_id = 1").query(String.class).single())
					.isEqualTo("AT DE");
		}
	}

}
