package org.zhiqiao.search.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What the process and a folder take up, in bytes.
 */
final class Footprint {

	private Footprint() {}

	/**
	 * What is alive on the heap.
	 */
	static long liveHeap() {
		System.gc();
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	/**
	 * Memory of the process alone that is resident; pages of index files, which the operating
	 * system may take back at any time, are not in it. -1 where the system does not tell.
	 */
	static long resident() throws IOException {
		return status("RssAnon:");
	}

	/**
	 * Pages of files that are resident at the moment.
	 */
	static long residentFiles() throws IOException {
		return status("RssFile:");
	}

	private static long status(String key) throws IOException {
		Path status = Path.of("/proc/self/status");
		if (!Files.exists(status)) {
			return -1;
		}
		try (Stream<String> lines = Files.lines(status)) {
			return lines.filter((line) -> line.startsWith(key))
					.map((line) -> line.replaceAll("[^0-9]", ""))
					.mapToLong((number) -> Long.parseLong(number) << 10)
					.findFirst()
					.orElse(-1);
		}
	}

	static long folder(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).mapToLong((file) -> {
				try {
					return Files.size(file);
				} catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}).sum();
		}
	}

}
