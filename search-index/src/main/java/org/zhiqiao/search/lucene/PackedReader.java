package org.zhiqiao.search.lucene;

import java.nio.charset.StandardCharsets;

import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BytesRef;

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

	int number() {
		return this.in.readVInt();
	}

	int signed() {
		return this.in.readInt();
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
		return new String(this.bytes, from, length, StandardCharsets.UTF_8);
	}

	/**
	 * Whatever has not been read, to be read later.
	 */
	BytesRef rest() {
		int from = this.in.getPosition();
		return BytesRef.deepCopyOf(new BytesRef(this.bytes, from, this.in.length() - from));
	}

}
