package org.zhiqiao.search.lucene;

import org.zhiqiao.search.Audience;
import org.zhiqiao.search.text.Analysis.Cut;

/**
 * Layout of the index. A person is a block of documents: the pieces of evidence, and last the
 * record with names, facts and all texts once more. A need is one record.
 * <p>
 * Pieces have their texts in fields without a suffix and the circle of those who may see them in
 * {@link #AUDIENCE}. On records every text stands in the field of its own circle, and a query
 * looks into the fields of all circles the viewer belongs to; facts stand in the fields of all
 * circles that may see them.
 */
final class Fields {

	/** Changes with the layout: an index of another version is filled anew. */
	static final int FORMAT = 3;

	/** Kind and key, the same in the whole block. */
	static final String REF = "ref";

	/** One of the types below. */
	static final String TYPE = "type";

	static final String EXPERT = "e";

	static final String PIECE = "p";

	static final String DEMAND = "d";

	/** The levels of the viewers who may see the document. */
	static final String AUDIENCE = "aud";

	/** Distance from a piece to its record. */
	static final String UP = "up";

	/** Number of pieces before a record. */
	static final String PIECES = "pieces";

	/** Key of a record in the database. */
	static final String ID = "id";

	/** Key of the person to whom a piece belongs. */
	static final String OWNER = "owner";

	/** Facts of a person, or what is shown of a piece. */
	static final String DATA = "data";

	/** English words for the Chinese ones of a piece. */
	static final String GLOSS = "g";

	/** The vector of a piece. */
	static final String VECTOR = "vec";

	/** A short name of the text that the vector was computed of. */
	static final String VECTOR_KEY = "veck";

	/** Marks pieces that have their vector, or need none. */
	static final String VECTORED = "vecd";

	/** Terms of names. */
	static final String NAME = "name";

	static final String NAME_KEY = "nameKey";

	static final String UPDATED = "updated";

	static final String DEADLINE = "deadline";

	static final String YEAR = "year";

	/** Stored texts. */
	static final String TITLE = "title";

	static final String TEXT = "text";

	static final String HEADLINE = "headline";

	static final String AFFILIATION = "affiliation";

	static final String STORED_NAME = "storedName";

	private static final String CONCEPT = "c";

	private static final String CLOSURE = "ca";

	private static final String FACT = "f";

	private static final String FACET = "v";

	private Fields() {}

	/**
	 * Text of pieces.
	 */
	static String text(Cut cut) {
		return switch (cut) {
			case WORD -> "x";
			case HAN -> "h";
			case BIGRAM -> "b";
		};
	}

	/**
	 * Text of records that is meant for a circle.
	 */
	static String text(Cut cut, Audience audience) {
		return text(cut) + audience.level();
	}

	/**
	 * Text of titles of records that is meant for a circle; advanced queries ask for it.
	 */
	static String title(Cut cut, Audience audience) {
		return "t" + text(cut) + audience.level();
	}

	/**
	 * Concepts of pieces.
	 */
	static String concept() {
		return CONCEPT;
	}

	/**
	 * Concepts of records that are meant for a circle.
	 */
	static String concept(Audience audience) {
		return CONCEPT + audience.level();
	}

	/**
	 * Concepts of pieces with all above them.
	 */
	static String closure() {
		return CLOSURE;
	}

	/**
	 * Concepts of records with all above them, as the viewer may know them.
	 */
	static String closureFor(Audience viewer) {
		return CLOSURE + viewer.level();
	}

	/**
	 * Facts as the viewer may know them.
	 */
	static String factsFor(Audience viewer) {
		return FACT + viewer.level();
	}

	/**
	 * Values to be counted, as the viewer may know them.
	 */
	static String facetsFor(Audience viewer) {
		return FACET + viewer.level();
	}

	/**
	 * Years of evidence as the viewer may know them.
	 */
	static String yearsFor(Audience viewer) {
		return YEAR + viewer.level();
	}

	/**
	 * The cut by which a text field was made.
	 */
	static Cut cutOf(String field) {
		char first = field.startsWith("t") ? field.charAt(1) : field.charAt(0);
		return switch (first) {
			case 'h' -> Cut.HAN;
			case 'b' -> Cut.BIGRAM;
			default -> Cut.WORD;
		};
	}

}
