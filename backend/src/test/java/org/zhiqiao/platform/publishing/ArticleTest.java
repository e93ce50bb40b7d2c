package org.zhiqiao.platform.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArticleTest {

	@Test
	void countsWorkingDaysAtHome() {
		// A Thursday, late: in Anhui it is Friday already.
		assertThat(Article.due(Instant.parse("2026-03-05T17:00:00Z"), 5)).as("the end of the next Friday")
				.isEqualTo(Instant.parse("2026-03-13T16:00:00Z"));
		assertThat(Article.due(Instant.parse("2026-03-07T04:00:00Z"), 1)).as("from a Saturday to the end of Monday")
				.isEqualTo(Instant.parse("2026-03-09T16:00:00Z"));
	}

}
