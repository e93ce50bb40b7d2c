package org.zhiqiao.search.lucene;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.Piece;
import org.zhiqiao.search.PieceKind;

/**
 * What is told of a piece of evidence, besides the concepts that stand at its document.
 *
 * @param surfaces the words by which the first of each concept was found, in the order of their codes
 */
record StoredPiece(String id, PieceKind kind, String title, @Nullable Integer year, List<String> surfaces) {

	/** Nobody shows more of a title. */
	private static final int LONGEST_TITLE = 1_000;

	/** Their order belongs to the layout of the index. */
	private static final List<PieceKind> KINDS = List.of(PieceKind.values());

	static StoredPiece of(Piece piece, Collection<String> surfaces) {
		String title = piece.title();
		return new StoredPiece(piece.id(), piece.kind(),
				(title.length() > LONGEST_TITLE) ? title.substring(0, LONGEST_TITLE) : title, piece.year(),
				List.copyOf(surfaces));
	}

	void write(PackedWriter out) {
		out.text(this.id);
		out.small(KINDS.indexOf(this.kind));
		out.text(this.title);
		out.year(this.year);
		out.number(this.surfaces.size());
		for (String surface : this.surfaces) {
			int at = this.title.indexOf(surface);
			out.number(at + 1);
			if (at >= 0) {
				out.number(surface.length());
			} else {
				out.text(surface);
			}
		}
	}

	static StoredPiece read(PackedReader in) {
		String id = in.text();
		PieceKind kind = KINDS.get(in.small());
		String title = in.text();
		Integer year = in.year();
		String[] surfaces = new String[in.number()];
		for (int i = 0; i < surfaces.length; i++) {
			int at = in.number() - 1;
			surfaces[i] = (at >= 0) ? title.substring(at, at + in.number()) : in.text();
		}
		return new StoredPiece(id, kind, title, year, List.of(surfaces));
	}

	/**
	 * Goes past a piece that nobody asked for.
	 */
	static void skip(PackedReader in) {
		in.skipText();
		in.small();
		in.skipText();
		in.year();
		for (int i = in.number(); i > 0; i--) {
			if (in.number() > 0) {
				in.number();
			} else {
				in.skipText();
			}
		}
	}

	/**
	 * The concepts with the words by which the first of each was found.
	 * @param codes those of the piece, in order
	 */
	Map<String, String> concepts(List<String> codes) {
		Map<String, String> concepts = new LinkedHashMap<>();
		for (int i = 0; i < Math.min(codes.size(), this.surfaces.size()); i++) {
			concepts.put(codes.get(i), this.surfaces.get(i));
		}
		return concepts;
	}

}
