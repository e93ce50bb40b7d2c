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
		this.encoder = new OnnxBertBiEncoder(environment, environment.createSession(model, options), tokenizer,
				pooling);
	}

	float[] vector(String text) {
		return embedAll(List.of(TextSegment.from(text))).content().getFirst().vector();
	}

	@Override
	protected OnnxBertBiEncoder model() {
		return this.encoder;
	}

}
