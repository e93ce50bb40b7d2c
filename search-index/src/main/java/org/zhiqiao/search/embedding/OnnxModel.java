package org.zhiqiao.search.embedding;

import java.io.InputStream;
import java.util.List;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;

/**
 * A model run by ONNX Runtime, each text on the thread that asks: threads of its own would spin
 * while others need the processor.
 */
final class OnnxModel extends AbstractInProcessEmbeddingModel {

	private final OnnxBertBiEncoder encoder;

	/**
	 * @param model the network, as ONNX
	 * @param tokenizer its tokenizer, as the JSON of Hugging Face
	 */
	OnnxModel(byte[] model, InputStream tokenizer, PoolingMode pooling) throws OrtException {
		super(null);
		OrtSession.SessionOptions options = new OrtSession.SessionOptions();
		options.setIntraOpNumThreads(1);
		options.setInterOpNumThreads(1);
		OrtEnvironment environment = OrtEnvironment.getEnvironment();
		OrtSession session = environment.createSession(model, options);
		// The tokenizer looks for its parts with the thread's class loader; a pool's is not that of a packaged application.
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(OnnxModel.class.getClassLoader());
		try {
			this.encoder = new OnnxBertBiEncoder(environment, session, tokenizer, pooling);
		} finally {
			thread.setContextClassLoader(before);
		}
	}

	float[] vector(String text) {
		return embedAll(List.of(TextSegment.from(text))).content().getFirst().vector();
	}

	@Override
	protected OnnxBertBiEncoder model() {
		return this.encoder;
	}

}
