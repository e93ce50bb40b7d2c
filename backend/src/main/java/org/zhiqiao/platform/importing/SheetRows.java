package org.zhiqiao.platform.importing;

import java.io.Closeable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a table, cell by cell, as text. */
interface SheetRows extends Closeable {

	/** Cells further to the right, or longer than this, have no place in our list. */
	int MOST_CELLS = 200;

	int LONGEST_CELL = 100_000;

	/**
	 * One row.
	 *
	 * @param cells empty text for an empty cell
	 * @param formulas places of cells that hold a formula, which nobody evaluates here
	 */
	record Cells(int line, List<String> cells, Set<Integer> formulas) {

		boolean blank() {
			return this.formulas.isEmpty() && this.cells.stream().allMatch(String::isBlank);
		}

	}

	@Nullable
	Cells next();

}
