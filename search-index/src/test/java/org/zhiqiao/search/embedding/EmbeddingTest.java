package org.zhiqiao.search.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddingTest {

	private final Embedding embedding = new Embedding(new BundledModel());

	@Test
	void bringsTheSameSubjectTogether() {
		byte[] need = this.embedding.needVector("silicon carbide power devices");
		Embedding.Scale scale = this.embedding.scale();
		double average = scale.average(need, scale.mean());
		double same = scale.similarity(need, this.embedding.vector("SiC MOSFETs for traction inverters"), average);
		double other = scale.similarity(need, this.embedding.vector("international commercial arbitration"), average);
		assertThat(same).isGreaterThan(other + 2);
		assertThat(other).isLessThan(2);
	}

	@Test
	void givesTheSameVectorForTheSameText() {
		assertThat(this.embedding.vector("rock mechanics"))
				.isEqualTo(new Embedding(new BundledModel()).vector("rock mechanics"));
		assertThat(Embedding.key("a")).isEqualTo(Embedding.key("a")).isNotEqualTo(Embedding.key("b"));
	}

	@Test
	void givesNothingWithoutLettersToTheModel() {
		assertThat(this.embedding.input("😀 … \u0007", (text) -> text)).isEmpty();
		assertThat(this.embedding.input("  x ", (text) -> text)).isEqualTo("x");
		assertThat(this.embedding.input("word ".repeat(10_000), (text) -> text)).hasSize(4_000);
	}

	@Test
	void namesWhatAModelFolderLacks(@TempDir Path folder) throws IOException {
		assertThatThrownBy(() -> new ModelFile(folder)).isInstanceOf(ModelFailure.class)
				.hasMessageContaining("model.onnx");
		Files.writeString(folder.resolve("model.onnx"), "no network");
		Files.writeString(folder.resolve("tokenizer.json"), "{}");
		assertThatThrownBy(() -> new ModelFile(folder)).isInstanceOf(ModelFailure.class)
				.hasMessageContaining(folder.toString());
	}

	@Test
	void namesWhatIsDamagedInAModelFolder(@TempDir Path folder) throws IOException {
		byte[] network = resource("bge-small-en-v1.5-q.onnx");
		byte[] tokenizer = resource("bge-small-en-v1.5-q-tokenizer.json");
		byte[] garbage = new byte[10_000];
		new Random(1).nextBytes(garbage);
		Files.write(folder.resolve("tokenizer.json"), tokenizer);
		for (byte[] broken : List.of(new byte[0], garbage, Arrays.copyOf(network, network.length / 2),
				Arrays.copyOf(network, network.length - 1))) {
			Files.write(folder.resolve("model.onnx"), broken);
			assertFails(folder);
		}
		Files.write(folder.resolve("model.onnx"), network);
		for (byte[] broken : List.of(new byte[0], garbage, Arrays.copyOf(tokenizer, tokenizer.length / 2),
				"{}".getBytes(StandardCharsets.UTF_8))) {
			Files.write(folder.resolve("tokenizer.json"), broken);
			assertFails(folder);
		}
		Files.write(folder.resolve("tokenizer.json"), tokenizer);
		assertThat(new ModelFile(folder).embed("whole again")).hasSize(384);
	}

	private static void assertFails(Path folder) {
		assertThatThrownBy(() -> new ModelFile(folder)).isInstanceOf(ModelFailure.class)
				.hasMessageContaining(folder.toString())
				.message()
				.doesNotEndWith("null");
	}

	private static byte[] resource(String name) throws IOException {
		try (InputStream stream = EmbeddingTest.class.getResourceAsStream("/" + name)) {
			return Objects.requireNonNull(stream).readAllBytes();
		}
	}

	/** Native code takes what Java takes for text. */
	@ParameterizedTest
	@MethodSource("org.zhiqiao.search.StrangeTexts#all")
	void computesAVectorOfAnyText(String text) {
		String input = this.embedding.input(text, (same) -> same);
		if (!input.isEmpty()) {
			assertThat(this.embedding.vector(input)).hasSize(384);
		}
	}

}
