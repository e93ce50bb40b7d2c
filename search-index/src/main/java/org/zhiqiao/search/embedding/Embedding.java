package org.zhiqiao.search.embedding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.text.Folding;
import org.zhiqiao.search.text.Glossing;

/**
 * Vectors of texts in the form in which they are stored and compared: a byte for each dimension.
 * Chinese is put into English word by word first where the model knows English only; that way a
 * need in one language finds evidence in the other.
 * <p>
 * Similarities are told in standard deviations above what two unrelated texts have: 0 is
 * unrelated, 3 the same field, 5 the same subject. The scale is a constant of the model, never of a
 * need, so that a score means the same everywhere.
 */
public final class Embedding {

	/** No component of a unit vector of these models is larger. */
	private static final float LARGEST = 0.5f;

	private static final float STEP = LARGEST / 127;

	/** What lies beyond is as good as never read by people either, and would cost in proportion. */
	private static final int LONGEST = 4_000;

	/** Standard deviation of the similarity of two abstracts under the bundled model, measured. */
	private static final double DEVIATION = 0.061;

	/** The same of the fields below under the bundled model: by the ratio another model finds its scale. */
	private static final double FIELDS_DEVIATION = 0.0645;

	private static final int KEPT_NEEDS = 512;

	/** Fields of all kinds, whose mean stands for an index that holds nothing yet. */
	private static final List<String> FIELDS = List.of("pure mathematics", "statistics", "theoretical physics",
			"optics and lasers", "organic chemistry", "analytical chemistry", "molecular biology", "ecology", "geology",
			"oceanography", "astronomy", "clinical medicine", "pharmacology", "public health", "agronomy",
			"animal husbandry", "food processing", "metallurgy", "polymer materials", "ceramics", "semiconductors",
			"microelectronics", "electrical power engineering", "control engineering", "mechanical design",
			"machine tools", "automotive engineering", "aerospace engineering", "civil engineering",
			"environmental protection", "computer software", "machine learning", "computer networks",
			"telecommunications", "international trade", "commercial law", "project management", "public policy",
			"education", "cultural heritage");

	private final SentenceModel model;

	private final Map<String, byte[]> needs = new LinkedHashMap<>(16, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
			return size() > KEPT_NEEDS;
		}

	};

	private @Nullable Scale scale;

	public Embedding(SentenceModel model) {
		this.model = model;
	}

	/**
	 * Name of the model; vectors of different models cannot be compared.
	 */
	public String model() {
		return this.model.name();
	}

	/**
	 * What of a text is given to the model; empty if there is nothing in it.
	 * @param english puts Chinese into English, see {@link Glossing#english}
	 */
	public String input(String text, UnaryOperator<String> english) {
		String folded = Folding.fold(text).strip();
		String known = this.model.multilingual() ? folded : english.apply(folded);
		String input = (known.length() > LONGEST) ? known.substring(0, LONGEST) : known;
		return input.codePoints().anyMatch(Character::isLetterOrDigit) ? input : "";
	}

	/**
	 * A short name of what was given to the model.
	 */
	public static long key(String input) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(input.getBytes(StandardCharsets.UTF_8));
			return ByteBuffer.wrap(digest).getLong();
		} catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The vector of an input.
	 * @throws ModelFailure if the model cannot be loaded or run
	 */
	public byte[] vector(String input) {
		return bytes(this.model.embed(input));
	}

	/**
	 * The vector of a need, which is asked for again with every weight that is moved.
	 * @throws ModelFailure if the model cannot be loaded or run
	 */
	public byte[] needVector(String input) {
		synchronized (this.needs) {
			byte[] known = this.needs.get(input);
			if (known != null) {
				return known;
			}
		}
		byte[] vector = vector(input);
		synchronized (this.needs) {
			this.needs.put(input, vector);
		}
		return vector;
	}

	/**
	 * The scale of this model's similarities; measured once.
	 * @throws ModelFailure if the model cannot be loaded or run
	 */
	public synchronized Scale scale() {
		Scale known = this.scale;
		if (known == null) {
			known = measured();
			this.scale = known;
		}
		return known;
	}

	private Scale measured() {
		List<byte[]> vectors = FIELDS.stream().map(this::vector).toList();
		double[] mean = new double[vectors.getFirst().length];
		for (byte[] vector : vectors) {
			for (int i = 0; i < mean.length; i++) {
				mean[i] += vector[i] / (double) vectors.size();
			}
		}
		double sum = 0;
		double squares = 0;
		int pairs = 0;
		for (int i = 0; i < vectors.size(); i++) {
			for (int j = 0; j < i; j++) {
				double cosine = cosine(vectors.get(i), vectors.get(j));
				sum += cosine;
				squares += cosine * cosine;
				pairs++;
			}
		}
		double deviation = Math.sqrt(squares / pairs - (sum / pairs) * (sum / pairs));
		return new Scale(mean, DEVIATION * deviation / FIELDS_DEVIATION);
	}

	private static double cosine(byte[] one, byte[] other) {
		return VectorUtil.dotProduct(one, other) * (double) STEP * STEP;
	}

	private static byte[] bytes(float[] vector) {
		byte[] bytes = new byte[vector.length];
		for (int i = 0; i < vector.length; i++) {
			bytes[i] = (byte) Math.clamp(Math.round(vector[i] / STEP), -127, 127);
		}
		return bytes;
	}

	/**
	 * How similarities of one model are to be read.
	 */
	public static final class Scale {

		private final double[] mean;

		private final double deviation;

		private Scale(double[] mean, double deviation) {
			this.mean = mean;
			this.deviation = deviation;
		}

		/**
		 * The mean vector of texts of all kinds.
		 */
		public double[] mean() {
			return this.mean.clone();
		}

		/**
		 * How many deviations a text is closer to a need than texts are on average.
		 * @param average what {@link #average} gives for the need
		 */
		public double similarity(byte[] need, byte[] text, double average) {
			return (cosine(need, text) - average) / this.deviation;
		}

		/**
		 * The average cosine of a need with the texts whose mean vector is given. The more common
		 * the field of the need is among them, the more it takes to stand out.
		 */
		public double average(byte[] need, double[] mean) {
			double sum = 0;
			for (int i = 0; i < need.length; i++) {
				sum += need[i] * mean[i];
			}
			return sum * STEP * STEP;
		}

	}

}
