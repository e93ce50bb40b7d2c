package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;

/**
 * Does parts of one question at the same time. No part may depend on another, so that the answer is the same on one
 * processor.
 */
final class AllProcessors {

	private AllProcessors() {}

	static void forEach(int parts, Task task) throws IOException {
		if (parts == 1) {
			task.run(0);
			return;
		}
		try {
			IntStream.range(0, parts).parallel().forEach((part) -> {
				try {
					task.run(part);
				} catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		} catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	/**
	 * One part.
	 */
	interface Task {

		void run(int part) throws IOException;

	}

}
