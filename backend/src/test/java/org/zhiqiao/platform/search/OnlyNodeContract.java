package org.zhiqiao.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.FreshDatabase;
import org.zhiqiao.search.IndexInUse;

/** One process on a database, and the next one only after it. */
abstract class OnlyNodeContract {

	private final FreshDatabase database;

	OnlyNodeContract(Engine engine) {
		this.database = FreshDatabase.on(engine).migrated();
	}

	@AfterEach
	void drop() {
		this.database.close();
	}

	@Test
	void refusesASecondProcessUntilTheFirstHasEnded() throws SQLException {
		var first = new OnlyNode(this.database.dataSource());
		assertThat(first.holds()).isTrue();
		assertThatThrownBy(() -> new OnlyNode(this.database.dataSource())).isInstanceOf(SecondNode.class);
		first.destroy();
		var next = new OnlyNode(this.database.dataSource());
		assertThat(next.holds()).isTrue();
		assertThat(first.holds()).isFalse();
		next.destroy();
	}

	@Test
	void saysInBothLanguagesWhatToDo() {
		var analyzer = new SecondNodeAnalyzer();
		for (RuntimeException cause : List.of(new SecondNode(new SQLException("locked")),
				new IndexInUse(Path.of("index")))) {
			var analysis = Objects.requireNonNull(analyzer.analyze(new IllegalStateException("bean", cause)));
			assertThat(analysis.getDescription()).contains("另一个").contains("nother");
			assertThat(analysis.getAction()).contains("SPRING_DATASOURCE_URL");
		}
	}

}
