package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.ExpertDocument;
import org.zhiqiao.search.ExpertFacts;
import org.zhiqiao.search.text.Thesaurus;

/**
 * What is told of a person who was found, as bytes beside the record: the facts, and of each piece
 * of evidence its title and the like. Kept and compressed together, since somebody's titles have
 * much in common and most of whoever is found is told of with several pieces.
 */
final class StoredPerson {

	private final PackedReader in;

	private final int pieces;

	private StoredPerson(PackedReader in) {
		this.in = in;
		this.pieces = in.number();
	}

	/**
	 * Writes a person.
	 * @param domains codes of what the person says they know
	 * @param pieces in the order of their documents
	 */
	static BytesRef write(ExpertDocument document, List<String> domains, List<StoredPiece> pieces) {
		PackedWriter out = new PackedWriter();
		out.number(pieces.size());
		pieces.forEach((piece) -> piece.write(out));
		StoredFacts.write(document, domains, out);
		return out.compressed();
	}

	static StoredPerson read(BytesRef bytes) throws IOException {
		return new StoredPerson(PackedReader.ofCompressed(bytes));
	}

	int count() {
		return this.pieces;
	}

	/**
	 * Those of the pieces that are asked for; null for the others. Called once, before the facts.
	 */
	@Nullable
	StoredPiece[] pieces(IntPredicate asked) {
		StoredPiece[] all = new StoredPiece[this.pieces];
		for (int i = 0; i < all.length; i++) {
			if (asked.test(i)) {
				all[i] = StoredPiece.read(this.in);
			} else {
				StoredPiece.skip(this.in);
			}
		}
		return all;
	}

	/**
	 * What the viewer may know. Called once, after the pieces.
	 * @param evidenced concepts that the evidence speaks of which the viewer may see
	 */
	ExpertFacts facts(Set<String> evidenced, Audience viewer, Thesaurus thesaurus) {
		return StoredFacts.read(this.in, evidenced, viewer, thesaurus);
	}

}
