package org.zhiqiao.platform.importing;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.H2)
class LargeImportOnH2ModuleTest extends LargeImportContract {

	/** As many as people bring with {@code -Dzhiqiao.test.rows=10000}, which takes minutes. */
	private static final int ROWS = Integer.getInteger("zhiqiao.test.rows", 2000);

	/** Enough for the other kinds of file, whose rows go the same way. */
	private static final int SOME = Math.min(ROWS, 1000);

	@Test
	void keepsTheRightRowsOfALargeWorkbook() throws IOException {
		keepsTheRightRowsOfAList("large.xlsx", ManyPeople.xlsx(ROWS), ROWS);
	}

	@Test
	void keepsTheRightRowsOfALargeCsvFile() throws IOException {
		keepsTheRightRowsOfAList("large.csv", ManyPeople.csv(SOME), SOME);
	}

	@Test
	void keepsTheRightAuthorsAndWorksOfALargeFile() throws IOException {
		keepsTheRightLines(ManyPeople.openalex(SOME), SOME);
	}

}
