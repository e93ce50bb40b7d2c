package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.IndexInUse;

/**
 * Where generations live: sub-folders of one folder, of which a small file names the live one; or
 * memory.
 */
sealed interface IndexFolder extends AutoCloseable {

	/**
	 * Number of the live generation, 0 when there is none.
	 */
	long current() throws IOException;

	/**
	 * Opens the directory of a generation, or makes an empty one.
	 */
	Directory open(long generation) throws IOException;

	/**
	 * Says which generation is live from now on, in one step that a crash cannot cut in two.
	 */
	void point(long generation) throws IOException;

	/**
	 * Removes what belongs to any other generation than this one.
	 */
	void keepOnly(long generation) throws IOException;

	/**
	 * Removes one generation.
	 */
	void remove(long generation) throws IOException;

	/**
	 * A number that no generation has had.
	 */
	long next() throws IOException;

	@Override
	void close() throws IOException;

	/**
	 * A folder on disk, locked against other processes.
	 */
	final class OnDisk implements IndexFolder {

		private static final Pattern GENERATION = Pattern.compile("generation-(\\d+)");

		private final Path folder;

		private FileLock lock;

		/** Of those opened here, whose files somebody may have removed since. */
		private long highest;

		OnDisk(Path folder) throws IOException {
			this.folder = Files.createDirectories(folder).toRealPath();
			this.lock = lock(this.folder);
		}

		private static FileLock lock(Path folder) throws IOException {
			FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			FileLock locked = tryLock(channel);
			if (locked == null) {
				channel.close();
				throw new IndexInUse(folder);
			}
			return locked;
		}

		/**
		 * Makes the folder again if somebody has removed it under a running platform.
		 */
		private void restore() throws IOException {
			if (!Files.exists(this.folder.resolve("lock"))) {
				Files.createDirectories(this.folder);
				close();
				this.lock = lock(this.folder);
			}
		}

		private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
			try {
				return channel.tryLock();
			} catch (OverlappingFileLockException _) {
				// this process has it open already
				return null;
			}
		}

		@Override
		public long current() throws IOException {
			Path pointer = this.folder.resolve("current");
			if (!Files.exists(pointer)) {
				return 0;
			}
			try {
				return Long.parseLong(Files.readString(pointer, StandardCharsets.UTF_8).strip());
			} catch (NumberFormatException _) {
				throw new IOException("The file " + pointer + " names no generation");
			}
		}

		@Override
		public Directory open(long generation) throws IOException {
			restore();
			this.highest = Math.max(this.highest, generation);
			return FSDirectory.open(path(generation));
		}

		private Path path(long generation) {
			return this.folder.resolve("generation-" + generation);
		}

		@Override
		public void point(long generation) throws IOException {
			Path written = this.folder.resolve("current.new");
			try (FileChannel out = FileChannel.open(written, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
					StandardOpenOption.TRUNCATE_EXISTING)) {
				out.write(StandardCharsets.UTF_8.encode(Long.toString(generation) + "\n"));
				out.force(true);
			}
			Files.move(written, this.folder.resolve("current"), StandardCopyOption.ATOMIC_MOVE,
					StandardCopyOption.REPLACE_EXISTING);
			try (FileChannel entries = FileChannel.open(this.folder, StandardOpenOption.READ)) {
				// the name of a file is on disk when its folder is
				entries.force(true);
			}
		}

		@Override
		public void keepOnly(long generation) throws IOException {
			for (long number : generations()) {
				if (number != generation) {
					remove(number);
				}
			}
		}

		private List<Long> generations() throws IOException {
			restore();
			try (Stream<Path> entries = Files.list(this.folder)) {
				return entries.map((entry) -> GENERATION.matcher(entry.getFileName().toString()))
						.filter((matcher) -> matcher.matches())
						.map((matcher) -> Long.valueOf(matcher.group(1)))
						.toList();
			}
		}

		@Override
		public void remove(long generation) throws IOException {
			Path path = path(generation);
			if (!Files.exists(path)) {
				return;
			}
			Files.walkFileTree(path, new SimpleFileVisitor<>() {

				@Override
				public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
					Files.deleteIfExists(file);
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException ex)
						throws IOException {
					Files.deleteIfExists(directory);
					return FileVisitResult.CONTINUE;
				}

			});
		}

		@Override
		public long next() throws IOException {
			for (long number : generations()) {
				this.highest = Math.max(this.highest, number);
			}
			return this.highest + 1;
		}

		@Override
		public void close() throws IOException {
			// the lock goes with its channel
			this.lock.acquiredBy().close();
		}

	}

	/**
	 * Memory: gone when closed.
	 */
	final class InMemory implements IndexFolder {

		private long current;

		private long last;

		@Override
		public long current() {
			return this.current;
		}

		@Override
		public Directory open(long generation) {
			return new ByteBuffersDirectory();
		}

		@Override
		public void point(long generation) {
			this.current = generation;
		}

		@Override
		public void keepOnly(long generation) {
			// a generation that nobody refers to is garbage by itself
		}

		@Override
		public void remove(long generation) {
			// as above
		}

		@Override
		public long next() {
			return ++this.last;
		}

		@Override
		public void close() {
			// nothing is held
		}

	}

}
