package org.zhiqiao.search.bench;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

import org.zhiqiao.search.embedding.SentenceModel;

/**
 * No model at all: vectors that follow from the words of a text, for measuring how fast vectors are
 * kept and searched where computing real ones would take days. Texts that share words are near to
 * each other, as under a real model; nothing about the quality of ranking can be learnt from them.
 */
final class GeneratedVectors implements SentenceModel {

	/** As many dimensions as the bundled model has. */
	private static final int DIMENSIONS = 384;

	/** What all texts have in common, as under real models. */
	private static final float COMMON = 2;

	private final Map<String, float[]> words = new ConcurrentHashMap<>();

	private final float[] common = direction("");

	@Override
	public String name() {
		return "generated-" + DIMENSIONS;
	}

	@Override
	public boolean multilingual() {
		return false;
	}

	@Override
	public float[] embed(String text) {
		float[] sum = new float[DIMENSIONS];
		add(this.common, COMMON, sum);
		for (String word : text.split("[^\\p{L}\\p{N}]+", -1)) {
			if (!word.isEmpty()) {
				add(this.words.computeIfAbsent(word, GeneratedVectors::direction), 1, sum);
			}
		}
		double squares = 0;
		for (float one : sum) {
			squares += one * one;
		}
		float length = (float) Math.sqrt(squares);
		for (int i = 0; i < DIMENSIONS; i++) {
			sum[i] /= length;
		}
		return sum;
	}

	private static void add(float[] direction, float weight, float[] sum) {
		for (int i = 0; i < DIMENSIONS; i++) {
			sum[i] += weight * direction[i];
		}
	}

	/**
	 * The direction of a word, of length 1 or nearly so.
	 */
	private static float[] direction(String word) {
		SplittableRandom random = new SplittableRandom(word.hashCode());
		float[] direction = new float[DIMENSIONS];
		for (int i = 0; i < DIMENSIONS; i++) {
			direction[i] = (float) (random.nextGaussian() / Math.sqrt(DIMENSIONS));
		}
		return direction;
	}

}
