package org.zhiqiao.platform.importing;

import java.io.Closeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through a file row by row, always in the same order, without keeping it in memory. */
interface RowReader extends Closeable {

	/** The next row, or none at the end. */
	@Nullable
	Row next();

	/** What is wrong with the file as a whole, but does not keep its rows from being used, such as an unknown column. */
	default List<RowError> remarks() {
		return List.of();
	}

}
