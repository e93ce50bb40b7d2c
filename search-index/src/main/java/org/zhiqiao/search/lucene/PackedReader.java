package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.compress.LZ4;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link PackedWriter} wrote.
 */
final class PackedReader {

	private final byte[] bytes;

	private final ByteArrayDataInput in;

	PackedReader(BytesRef packed) {
		this.bytes = packed.bytes;
		this.in = new ByteArrayDataInput(packed.bytes, packed.offset, packed.length);
	}

	/**
	 * Reads what was compressed.
	 */
	static PackedReader ofCompressed(BytesRef packed) throws IOException {
		ByteArrayDataInput in = new ByteArrayDataInput(packed.bytes, packed.offset, packed.length);
		byte[] bytes = new byte[in.readVInt()];
		LZ4.decompress(in, bytes.length, bytes, 0);
		return new PackedReader(new BytesRef(bytes));
	}

	int number() {
		return this.in.readVInt();
	}

	@Nullable
	Integer year() {
		int distance = BitUtil.zigZagDecode(this.in.readVInt());
		return (distance != PackedWriter.NONE) ? PackedWriter.AROUND + distance : null;
	}

	long large() {
		return this.in.readLong();
	}

	byte small() {
		return this.in.readByte();
	}

	boolean flag() {
		return this.in.readByte() != 0;
	}

	String text() {
		int length = this.in.readVInt();
		int from = this.in.getPosition();
		this.in.skipBytes(length);
		for (int i = from; i < from + length; i++) {
			if (this.bytes[i] < 0) {
				return new String(this.bytes, from, length, PackedWriter.CHARSET);
			}
		}
		// many times faster, and what most texts are
		return new String(this.bytes, from, length, StandardCharsets.US_ASCII);
	}

	void skipText() {
		this.in.skipBytes(this.in.readVInt());
	}

}
