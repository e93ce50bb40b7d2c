package org.zhiqiao.search.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import ai.onnxruntime.OrtException;
import dev.langchain4j.model.embedding.onnx.PoolingMode;

/**
 * A multilingual model from a folder that holds {@code model.onnx} and {@code tokenizer.json}, as
 * the usual hubs publish them; the mean over the tokens is the vector of the text.
 */
public final class ModelFile implements SentenceModel {

	private final String name;

	private final OnnxModel model;

	/**
	 * Loads the model.
	 * @throws ModelFailure naming the file that is missing or damaged
	 */
	public ModelFile(Path folder) {
		Path model = folder.resolve("model.onnx");
		Path tokenizer = folder.resolve("tokenizer.json");
		for (Path needed : new Path[]{model, tokenizer}) {
			if (!Files.isReadable(needed)) {
				throw new ModelFailure("The sentence model lacks " + needed, new IOException("not readable"));
			}
		}
		try {
			this.name = folder.getFileName() + "-" + Files.size(model);
			try (InputStream words = Files.newInputStream(tokenizer)) {
				this.model = new OnnxModel(Files.readAllBytes(model), words, PoolingMode.MEAN);
			}
			check(this.model.vector("test"));
		} catch (IOException | OrtException | RuntimeException | LinkageError | OutOfMemoryError ex) {
			throw new ModelFailure("The sentence model in " + folder + " cannot be loaded: " + ModelFailure.reason(ex),
					ex);
		}
	}

	private static void check(float[] vector) {
		for (float component : vector) {
			if (!Float.isFinite(component)) {
				throw new IllegalStateException("it computes no numbers");
			}
		}
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public boolean multilingual() {
		return true;
	}

	@Override
	public float[] embed(String text) {
		try {
			return this.model.vector(text);
		} catch (RuntimeException ex) {
			throw new ModelFailure("The sentence model failed: " + ModelFailure.reason(ex), ex);
		}
	}

}
