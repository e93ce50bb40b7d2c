package org.zhiqiao.search.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

}
