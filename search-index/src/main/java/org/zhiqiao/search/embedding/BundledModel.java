package org.zhiqiao.search.embedding;

import java.io.IOException;
import java.io.InputStream;

import ai.onnxruntime.OrtException;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;

/**
 * The English model that comes with the library: bge-small-en-v1.5, quantised, 384 dimensions, run
 * by ONNX Runtime. Loaded at first use; a text of 170 words takes it about 20 ms of one core.
 */
public final class BundledModel implements SentenceModel {

	@Override
	public String name() {
		return "bge-small-en-v1.5-q";
	}

	@Override
	public boolean multilingual() {
		return false;
	}

	@Override
	public float[] embed(String text) {
		try {
			return Loaded.MODEL.vector(text);
		} catch (RuntimeException | LinkageError ex) {
			throw new ModelFailure("The bundled sentence model cannot be used: " + ModelFailure.reason(ex), ex);
		}
	}

	private static final class Loaded {

		private static final OnnxModel MODEL = load();

		private static OnnxModel load() {
			try (InputStream network = resource("bge-small-en-v1.5-q.onnx");
					InputStream tokenizer = resource("bge-small-en-v1.5-q-tokenizer.json")) {
				return new OnnxModel(network.readAllBytes(), tokenizer, PoolingMode.CLS);
			} catch (IOException | OrtException ex) {
				throw new IllegalStateException("cannot be loaded", ex);
			}
		}

		private static InputStream resource(String name) throws IOException {
			InputStream stream = BgeSmallEnV15QuantizedEmbeddingModel.class.getResourceAsStream("/" + name);
			if (stream == null) {
				throw new IOException("There is no resource " + name);
			}
			return stream;
		}

	}

}
