package org.zhiqiao.search.lucene;

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.PieceKind;

/**
 * What is told of a piece of evidence, as bytes beside it.
 */
final class StoredPiece {

	private static final int NO_YEAR = Integer.MIN_VALUE;

	/** Nobody shows more of a title. */
	private static final int LONGEST_TITLE = 1_000;

	private final String id;

	private final PieceKind kind;

	private final String title;

	private final @Nullable Integer year;

	private final BytesRef packed;

	private @Nullable Map<String, String> concepts;

	private StoredPiece(String id, PieceKind kind, String title, @Nullable Integer year, BytesRef packed) {
		this.id = id;
		this.kind = kind;
		this.title = title;
		this.year = year;
		this.packed = packed;
	}

	/**
	 * Writes what is told of a piece.
	 * @param concepts codes found in it, with the words by which the first of each was found
	 */
	static BytesRef write(String id, PieceKind kind, String title, @Nullable Integer year,
			Map<String, String> concepts) {
		PackedWriter out = new PackedWriter();
		out.text(id);
		out.text(kind.name());
		out.text((title.length() > LONGEST_TITLE) ? title.substring(0, LONGEST_TITLE) : title);
		out.signed((year != null) ? year : NO_YEAR);
		out.number(concepts.size());
		for (Map.Entry<String, String> concept : concepts.entrySet()) {
			out.text(concept.getKey());
			out.text(concept.getValue());
		}
		return out.bytes();
	}

	static StoredPiece read(BytesRef bytes) {
		PackedReader in = new PackedReader(bytes);
		String id = in.text();
		PieceKind kind = PieceKind.valueOf(in.text());
		String title = in.text();
		int year = in.signed();
		return new StoredPiece(id, kind, title, (year != NO_YEAR) ? year : null, in.rest());
	}

	String id() {
		return this.id;
	}

	PieceKind kind() {
		return this.kind;
	}

	String title() {
		return this.title;
	}

	@Nullable
	Integer year() {
		return this.year;
	}

	/**
	 * Codes found in the piece, with the words by which the first of each was found. Read when they are asked for: of
	 * most pieces nobody does.
	 */
	Map<String, String> concepts() {
		Map<String, String> known = this.concepts;
		if (known == null) {
			PackedReader in = new PackedReader(this.packed);
			int count = in.number();
			known = new LinkedHashMap<>();
			for (int i = 0; i < count; i++) {
				known.put(in.text(), in.text());
			}
			this.concepts = known;
		}
		return known;
	}

}
