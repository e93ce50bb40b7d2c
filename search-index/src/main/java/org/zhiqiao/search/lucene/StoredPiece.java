package org.zhiqiao.search.lucene;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.PieceKind;

/**
 * What is told of a piece of evidence, as bytes beside it.
 *
 * @param concepts codes found in it, with the words by which the first of each was found
 */
record StoredPiece(String id, PieceKind kind, String title, @Nullable Integer year, Map<String, String> concepts) {

	private static final int NO_YEAR = Integer.MIN_VALUE;

	/** Nobody shows more of a title; the coding takes at most 65,535 bytes. */
	private static final int LONGEST_TITLE = 1_000;

	BytesRef write() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeUTF(this.id);
			out.writeUTF(this.kind.name());
			out.writeUTF((this.title.length() > LONGEST_TITLE) ? this.title.substring(0, LONGEST_TITLE) : this.title);
			out.writeInt((this.year != null) ? this.year : NO_YEAR);
			out.writeShort(this.concepts.size());
			for (Map.Entry<String, String> concept : this.concepts.entrySet()) {
				out.writeUTF(concept.getKey());
				out.writeUTF(concept.getValue());
			}
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new BytesRef(bytes.toByteArray());
	}

	static StoredPiece read(BytesRef bytes) {
		try (DataInputStream in = new DataInputStream(
				new ByteArrayInputStream(bytes.bytes, bytes.offset, bytes.length))) {
			String id = in.readUTF();
			PieceKind kind = PieceKind.valueOf(in.readUTF());
			String title = in.readUTF();
			int year = in.readInt();
			int count = in.readUnsignedShort();
			Map<String, String> concepts = new LinkedHashMap<>();
			for (int i = 0; i < count; i++) {
				concepts.put(in.readUTF(), in.readUTF());
			}
			return new StoredPiece(id, kind, title, (year != NO_YEAR) ? year : null, concepts);
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
