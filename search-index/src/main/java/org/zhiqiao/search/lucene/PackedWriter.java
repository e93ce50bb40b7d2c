package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;

import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.compress.LZ4;
import org.jspecify.annotations.Nullable;

/**
 * Packs numbers and texts into the bytes kept beside a document; some thousand of these are read for each need, so
 * that reading is what has to be fast.
 */
final class PackedWriter {

	/** Holds all characters, Chinese ones in two bytes where UTF-8 takes three. */
	static final Charset CHARSET = Charset.forName("GB18030");

	/** Years near this one are short. */
	static final int AROUND = 2_000;

	/** Stands for no year. */
	static final int NONE = -AROUND - 1;

	/** A quarter of a megabyte each, so kept. */
	private static final ThreadLocal<LZ4.HighCompressionHashTable> HASHES = ThreadLocal
			.withInitial(LZ4.HighCompressionHashTable::new);

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

	/**
	 * A year or none.
	 */
	void year(@Nullable Integer value) {
		number(BitUtil.zigZagEncode((value != null) ? value - AROUND : NONE));
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
		byte[] bytes = value.getBytes(CHARSET);
		number(bytes.length);
		this.out.writeBytes(bytes, 0, bytes.length);
	}

	BytesRef compressed() {
		byte[] bytes = this.out.toArrayCopy();
		ByteBuffersDataOutput compressed = new ByteBuffersDataOutput();
		LZ4.HighCompressionHashTable hashes = HASHES.get();
		try {
			compressed.writeVInt(bytes.length);
			LZ4.compress(bytes, 0, bytes.length, compressed, hashes);
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new BytesRef(compressed.toArrayCopy());
	}

}
