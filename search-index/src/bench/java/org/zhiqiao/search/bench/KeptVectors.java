package org.zhiqiao.search.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.zhiqiao.search.embedding.Embedding;
import org.zhiqiao.search.embedding.SentenceModel;

/**
 * A model that remembers in a file what it computed, so that measuring again takes seconds.
 */
final class KeptVectors implements SentenceModel {

	private final SentenceModel model;

	private final Path file;

	private final Map<Long, float[]> known = new ConcurrentHashMap<>();

	KeptVectors(SentenceModel model, Path file) throws IOException {
		this.model = model;
		this.file = file;
		if (Files.exists(file)) {
			try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
				if (in.readUTF().equals(model.name())) {
					read(in);
				}
			}
		}
	}

	private void read(DataInputStream in) throws IOException {
		try {
			while (true) {
				long key = in.readLong();
				float[] vector = new float[in.readInt()];
				for (int i = 0; i < vector.length; i++) {
					vector[i] = in.readFloat();
				}
				this.known.put(key, vector);
			}
		} catch (EOFException _) {
			// the file ends after any vector
		}
	}

	/**
	 * Writes the file.
	 */
	void keep() throws IOException {
		try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(this.file)))) {
			out.writeUTF(this.model.name());
			for (Map.Entry<Long, float[]> one : this.known.entrySet()) {
				out.writeLong(one.getKey());
				out.writeInt(one.getValue().length);
				for (float component : one.getValue()) {
					out.writeFloat(component);
				}
			}
		}
	}

	@Override
	public String name() {
		return this.model.name();
	}

	@Override
	public boolean multilingual() {
		return this.model.multilingual();
	}

	@Override
	public float[] embed(String text) {
		return this.known.computeIfAbsent(Embedding.key(text), (key) -> this.model.embed(text));
	}

}
