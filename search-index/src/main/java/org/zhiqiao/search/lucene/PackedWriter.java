package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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

	/**
	 * Codes that many people have, before which nothing else is: what somebody has of them takes three bytes. Another
	 * vocabulary only compresses less. Belongs to the layout of the index.
	 */
	static final byte[] COMMON = """
			ai new-it new-materials new-energy-environment nev-icv high-end-equipment smart-appliances life-health \
			green-food digital-creative hefei wuhu bengbu huainan maanshan huaibei tongling anqing huangshan chuzhou \
			fuyang suzhou luan bozhou chizhou xuancheng strategic-design technology-trends technology-transfer \
			project-management partner-policy-law foreign-law local-language culture standards religious-customs \
			investment trade teaching transfer relocation review advice joint-research diplomacy conference \
			research-stay joint-project study work other""".getBytes(StandardCharsets.US_ASCII);

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

	/**
	 * Any large number, the nearer to 0 the shorter.
	 */
	void large(long value) {
		try {
			this.out.writeZLong(value);
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void small(int value) {
		this.out.writeByte((byte) value);
	}

	void text(String value) {
		byte[] bytes = value.getBytes(CHARSET);
		number(bytes.length);
		this.out.writeBytes(bytes, 0, bytes.length);
	}

	BytesRef compressed() {
		byte[] own = this.out.toArrayCopy();
		byte[] bytes = Arrays.copyOf(COMMON, COMMON.length + own.length);
		System.arraycopy(own, 0, bytes, COMMON.length, own.length);
		ByteBuffersDataOutput compressed = new ByteBuffersDataOutput();
		LZ4.HighCompressionHashTable hashes = HASHES.get();
		try {
			compressed.writeVInt(own.length);
			LZ4.compressWithDictionary(bytes, 0, COMMON.length, own.length, compressed, hashes);
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new BytesRef(compressed.toArrayCopy());
	}

}
