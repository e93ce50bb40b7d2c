package org.zhiqiao.platform.taxonomy;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The row that whoever edits vocabularies or thesaurus locks first. */
@Component
class TaxonomyState {

	private final JdbcClient jdbc;

	TaxonomyState(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps other editors out until the end of the transaction. Gives what the program brought last. */
	@Nullable
	String lock() {
		return this.jdbc.sql("SELECT shipped FROM taxonomy_state WHERE id = 1 FOR UPDATE")
				.query((row, number) -> new Row(row.getString("shipped")))
				.single()
				.shipped();
	}

	void shipped(String fingerprint) {
		this.jdbc.sql("UPDATE taxonomy_state SET shipped = ? WHERE id = 1").param(fingerprint).update();
	}

	private record Row(@Nullable String shipped) {}

}
