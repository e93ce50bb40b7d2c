package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.compress.LZ4;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link PackedWriter} wrote.
 */
final class PackedReader {

	private static final int LEADS = 0x100;

	/** What two bytes stand for; 0 where it takes more of them. Charsets decode one text after the other many times slower. */
	private static final char[] PAIRS = pairs();

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
		int length = in.readVInt();
		int before = PackedWriter.COMMON.length;
		byte[] bytes = Arrays.copyOf(PackedWriter.COMMON, before + length);
		LZ4.decompress(in, length, bytes, before);
		return new PackedReader(new BytesRef(bytes, before, length));
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
		return BitUtil.zigZagDecode(this.in.readVLong());
	}

	byte small() {
		return this.in.readByte();
	}

	String text() {
		int length = this.in.readVInt();
		int from = this.in.getPosition();
		this.in.skipBytes(length);
		for (int i = from; i < from + length; i++) {
			if (this.bytes[i] < 0) {
				return decoded(from, length);
			}
		}
		return new String(this.bytes, from, length, StandardCharsets.US_ASCII);
	}

	private String decoded(int from, int length) {
		char[] characters = new char[length];
		int count = 0;
		int at = from;
		int end = from + length;
		while (at < end) {
			int first = this.bytes[at++];
			if (first >= 0) {
				characters[count++] = (char) first;
				continue;
			}
			char pair = (at < end) ? PAIRS[(first & 0xff) * LEADS + (this.bytes[at++] & 0xff)] : 0;
			if (pair == 0) {
				return new String(this.bytes, from, length, PackedWriter.CHARSET);
			}
			characters[count++] = pair;
		}
		return new String(characters, 0, count);
	}

	private static char[] pairs() {
		char[] pairs = new char[LEADS * LEADS];
		for (int first = 0x81; first <= 0xfe; first++) {
			for (int second = 0x40; second <= 0xfe; second++) {
				String decoded = new String(new byte[]{(byte) first, (byte) second}, PackedWriter.CHARSET);
				if (decoded.length() == 1 && decoded.charAt(0) != '\ufffd') {
					pairs[first * LEADS + second] = decoded.charAt(0);
				}
			}
		}
		return pairs;
	}

	void skipText() {
		this.in.skipBytes(this.in.readVInt());
	}

}
