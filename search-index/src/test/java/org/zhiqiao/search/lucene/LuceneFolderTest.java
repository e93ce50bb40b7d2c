package org.zhiqiao.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiqiao.search.Knowledge;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.DirectoryQuery;
import org.zhiqiao.search.DocumentRef;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.ExpertiseIndexContract;
import org.zhiqiao.search.IndexChange;
import org.zhiqiao.search.IndexInUse;
import org.zhiqiao.search.IndexNotReady;
import org.zhiqiao.search.IndexState;
import org.zhiqiao.search.SamplePeople;
import org.zhiqiao.search.text.Thesaurus;

/**
 * The engine in a folder.
 */
class LuceneFolderTest extends ExpertiseIndexContract {

	@TempDir
	Path folder;

	@Override
	protected ExpertiseIndex open() {
		ExpertiseIndex opened = LuceneExpertiseIndex.open(this.folder, Knowledge.ofWords(SamplePeople.THESAURUS));
		assertThat(opened.status().state()).isEqualTo(IndexState.NEEDS_REBUILD);
		assertThat(opened.status().reason()).isEqualTo("new");
		assertThatThrownBy(() -> opened.directory(DirectoryQuery.experts(Audience.PUBLIC, "")))
				.isInstanceOf(IndexNotReady.class);
		assertThatThrownBy(() -> opened.apply(SamplePeople.experts())).isInstanceOf(IndexNotReady.class);
		try (ExpertiseIndex.Rebuild rebuild = opened.rebuild()) {
			rebuild.commit();
		}
		return opened;
	}

	@Test
	void keepsEveryChangeThatWasAcknowledgedWhenTheProcessIsKilled(@TempDir Path copies) throws IOException {
		for (int i = 0; i < 5; i++) {
			this.index.apply(List.of(new IndexChange.Remove(DocumentRef.expert(i + 1L))));
			// the files as a killed process leaves them, never closed
			Path copy = copies.resolve("copy" + i);
			copy(this.folder, copy);
			try (ExpertiseIndex reopened = LuceneExpertiseIndex.open(copy, Knowledge.ofWords(SamplePeople.THESAURUS))) {
				assertThat(reopened.status().state()).isEqualTo(IndexState.READY);
				assertThat(reopened.status().experts()).isEqualTo(5L - i);
				assertThat(reopened.status().demands()).isEqualTo(2);
			}
		}
	}

	@Test
	void forgetsAnUnfinishedRebuildWhenTheProcessIsKilled(@TempDir Path copies) throws IOException {
		try (ExpertiseIndex.Rebuild rebuild = this.index.rebuild()) {
			rebuild.put(SamplePeople.experts().subList(0, 1));
			copy(this.folder, copies.resolve("copy"));
		}
		try (ExpertiseIndex reopened = LuceneExpertiseIndex.open(copies.resolve("copy"),
				Knowledge.ofWords(SamplePeople.THESAURUS));
				Stream<Path> files = Files.list(copies.resolve("copy"))) {
			assertThat(reopened.status().experts()).isEqualTo(6);
			assertThat(files.filter((file) -> file.getFileName().toString().startsWith("generation"))).hasSize(1);
		}
	}

	@Test
	void refusesASecondWriter() {
		refuses();
	}

	private void refuses() {
		assertThatThrownBy(() -> LuceneExpertiseIndex.open(this.folder, Knowledge.ofWords(SamplePeople.THESAURUS)))
				.isInstanceOf(IndexInUse.class);
		this.index.close();
		LuceneExpertiseIndex.open(this.folder, Knowledge.ofWords(SamplePeople.THESAURUS)).close();
	}

	@Test
	void makesItsFolderAgainWhenSomebodyRemovesItUnderARunningPlatform() throws IOException {
		try (Stream<Path> files = Files.walk(this.folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
		try (ExpertiseIndex.Rebuild rebuild = this.index.rebuild()) {
			rebuild.put(SamplePeople.experts());
			rebuild.commit();
		}
		assertThat(this.index.status().state()).isEqualTo(IndexState.READY);
		this.index.apply(List.of(new IndexChange.Remove(DocumentRef.expert(SamplePeople.ZHANG))));
		refuses();
		try (ExpertiseIndex reopened = LuceneExpertiseIndex.open(this.folder,
				Knowledge.ofWords(SamplePeople.THESAURUS))) {
			assertThat(reopened.status().experts()).isEqualTo(5);
		}
	}

	@Test
	void asksForARebuildWhenFilesAreDamaged() throws IOException {
		this.index.close();
		try (Stream<Path> files = Files.walk(this.folder)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".cfs")).toList()) {
				byte[] bytes = Files.readAllBytes(file);
				bytes[bytes.length / 2] ^= 0x55;
				Files.write(file, bytes);
			}
		}
		assertNeedsRebuild("damaged");
	}

	/**
	 * Whatever file it is, and wherever in it.
	 */
	@Test
	void asksForARebuildWhateverFileIsDamaged(@TempDir Path copies) throws IOException {
		this.index.close();
		int number = 0;
		try (Stream<Path> files = Files.walk(this.folder)) {
			for (Path file : files.filter(Files::isRegularFile)
					.filter((path) -> this.folder.relativize(path).toString().startsWith("generation"))
					.filter((path) -> !path.getFileName().toString().equals("write.lock"))
					.toList()) {
				int length = Math.toIntExact(Files.size(file));
				for (int at : new int[]{0, length / 3, length - 9, length - 1}) {
					byte[] flipped = Files.readAllBytes(file);
					flipped[at] ^= 0x10;
					assertDamaged(file, flipped, copies.resolve("copy" + number++));
				}
				for (int kept : new int[]{0, length / 2, length - 1}) {
					assertDamaged(file, Arrays.copyOf(Files.readAllBytes(file), kept),
							copies.resolve("copy" + number++));
				}
			}
		}
		assertThat(number).isGreaterThan(20);
	}

	private void assertDamaged(Path file, byte[] bytes, Path copy) throws IOException {
		copy(this.folder, copy);
		Files.write(copy.resolve(this.folder.relativize(file).toString()), bytes);
		try (ExpertiseIndex reopened = LuceneExpertiseIndex.open(copy, Knowledge.ofWords(SamplePeople.THESAURUS))) {
			assertThat(reopened.status().reason()).as("%s with %d bytes", file.getFileName(), bytes.length)
					.isEqualTo("damaged");
			assertThat(reopened.status().detail()).isNotBlank();
			try (ExpertiseIndex.Rebuild rebuild = reopened.rebuild()) {
				rebuild.put(SamplePeople.experts());
				rebuild.commit();
			}
			assertThat(reopened.status().state()).isEqualTo(IndexState.READY);
			assertThat(reopened.status().detail()).isEmpty();
		}
	}

	@Test
	void findsDamageWhileItAnswers() throws IOException {
		this.index.checkFiles();
		assertThat(this.index.status().state()).isEqualTo(IndexState.READY);
		try (Stream<Path> files = Files.walk(this.folder)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".cfs")).toList()) {
				try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
					channel.write(ByteBuffer.allocate(8), channel.size() / 2);
				}
			}
		}
		this.index.checkFiles();
		assertThat(this.index.status().state()).isEqualTo(IndexState.NEEDS_REBUILD);
		assertThat(this.index.status().reason()).isEqualTo("damaged");
		assertThat(this.index.status().detail()).contains("checksum");
		assertThat(this.index.status().answering()).isTrue();
	}

	@Test
	void asksForARebuildWhenFilesAreMissing() throws IOException {
		this.index.close();
		try (Stream<Path> files = Files.walk(this.folder)) {
			for (Path file : files.filter((path) -> path.getFileName().toString().startsWith("segments")).toList()) {
				Files.delete(file);
			}
		}
		assertNeedsRebuild("damaged");
	}

	@Test
	void asksForARebuildWhenThePointerIsDamaged() throws IOException {
		this.index.close();
		Files.writeString(this.folder.resolve("current"), "x");
		assertNeedsRebuild("damaged");
	}

	private void assertNeedsRebuild(String reason) {
		try (ExpertiseIndex reopened = LuceneExpertiseIndex.open(this.folder,
				Knowledge.ofWords(SamplePeople.THESAURUS))) {
			assertThat(reopened.status().state()).isEqualTo(IndexState.NEEDS_REBUILD);
			assertThat(reopened.status().reason()).isEqualTo(reason);
			assertThat(reopened.status().answering()).isFalse();
			try (ExpertiseIndex.Rebuild rebuild = reopened.rebuild()) {
				rebuild.put(SamplePeople.experts());
				rebuild.commit();
			}
			assertThat(reopened.status().state()).isEqualTo(IndexState.READY);
			assertThat(reopened.status().experts()).isEqualTo(6);
		}
	}

	@Test
	void answersButAsksForARebuildWithAnotherThesaurus() {
		this.index.close();
		Thesaurus other = Thesaurus.of(List.of());
		try (ExpertiseIndex reopened = LuceneExpertiseIndex.open(this.folder, Knowledge.ofWords(other))) {
			assertThat(reopened.status().reason()).isEqualTo("other-thesaurus");
			assertThat(reopened.status().answering()).isTrue();
			reopened.apply(List.of(new IndexChange.Remove(DocumentRef.expert(1))));
		}
		try (ExpertiseIndex reopened = LuceneExpertiseIndex.open(this.folder, Knowledge.ofWords(other))) {
			assertThat(reopened.status().reason()).isEqualTo("other-thesaurus");
			try (ExpertiseIndex.Rebuild rebuild = reopened.rebuild()) {
				rebuild.commit();
			}
			assertThat(reopened.status().state()).isEqualTo(IndexState.READY);
		}
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.toList()) {
				Path target = to.resolve(from.relativize(file).toString());
				if (Files.isDirectory(file)) {
					Files.createDirectories(target);
				} else {
					Files.copy(file, target);
				}
			}
		}
	}

}
