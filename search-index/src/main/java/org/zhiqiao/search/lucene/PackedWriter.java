package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * Packs numbers and texts into the bytes kept beside a document; some thousand of these are read for each need, so
 * that reading is what has to be fast.
 */
final class PackedWriter {

	private final ByteBuffersDataOutput out = new ByteBuffersDataOutput();

	/**
	 * A number from 0 on, the smaller the shorter.
	 */
	void number(int value) {
		try {
			this.out.writeVInt(value);
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void signed(int value) {
		this.out.writeInt(value);
	}

	void large(long value) {
		this.out.writeLong(value);
	}

	void small(int value) {
		this.out.writeByte((byte) value);
	}

	void flag(boolean value) {
		this.out.writeByte((byte) (value ? 1 : 0));
	}

	void text(String value) {
		byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
		number(bytes.length);
		this.out.writeBytes(bytes, 0, bytes.length);
	}

	BytesRef bytes() {
		return new BytesRef(this.out.toArrayCopy());
	}

}
