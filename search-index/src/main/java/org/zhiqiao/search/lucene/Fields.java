package org.zhiqiao.search.lucene;

import org.zhiqiao.search.Audience;
import org.zhiqiao.search.text.Analysis.Cut;

/**
 * Layout of the index. A person is a block of documents: the pieces of evidence, and last the
 * record with names and facts. A need is one record, and so is a story.
 * <p>
 * What a person's evidence says stands at the pieces alone, and a piece says in {@link #AUDIENCE}
 * who may see it; a question about people looks at the pieces that the viewer may see and then for
 * the record behind them. Facts and values to be counted stand once, in the field of the widest
 * circle that may see them, and a question looks into the fields of all circles that the viewer
 * belongs to.
 */
final class Fields {

	/** Changes with the layout: an index of another version is filled anew. */
	static final int FORMAT = 6;

	/** Kind and key, the same in the whole block. */
	static final String REF = "ref";

	/** One of the types below. */
	static final String TYPE = "type";

	static final String EXPERT = "e";

	static final String PIECE = "p";

	static final String DEMAND = "d";

	static final String STORY = "s";

	static final String STUDY = "y";

	/** The levels of the viewers who may see the document. */
	static final String AUDIENCE = "aud";

	/** Key of a record in the database. */
	static final String ID = "id";

	/** What is told of a person. */
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

	/** By which people stand in a segment, see {@link Neighbourhood}. */
	static final String NEIGHBOURHOOD = "near";

	/** Kept by Lucene to know blocks from each other. */
	static final String BLOCK = "block";

	static final String DEADLINE = "deadline";

	/** Tells studies, 1, from stories, 0, which may have the same key. */
	static final String OF_STUDY = "study";

	/** Stored texts of needs and stories. */
	static final String TITLE = "title";

	static final String TEXT = "text";

	static final String AFFILIATION = "affiliation";

	private static final String RECORD = "r";

	private static final String RECORD_TITLE = "t";

	private static final String CONCEPT = "c";

	private static final String ABOVE = "ca";

	private static final String FACT = "f";

	private static final String FACET = "v";

	private static final String EVIDENCED = "e";

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
	 * What records say themselves: needs and stories all of it, people where they work.
	 */
	static String recordText(Cut cut) {
		return RECORD + text(cut);
	}

	/**
	 * Titles of needs and stories; advanced queries ask for them.
	 */
	static String recordTitle(Cut cut) {
		return RECORD_TITLE + text(cut);
	}

	/**
	 * Concepts of pieces.
	 */
	static String concept() {
		return CONCEPT;
	}

	/**
	 * Concepts of needs and stories.
	 */
	static String recordConcept() {
		return RECORD + CONCEPT;
	}

	/**
	 * Concepts above those of pieces, and none that the piece itself has.
	 */
	static String above() {
		return ABOVE;
	}

	/**
	 * Concepts of needs and stories with all above them.
	 */
	static String recordClosure() {
		return RECORD + ABOVE;
	}

	/**
	 * Facts that a circle may know and no wider one.
	 */
	static String facts(Audience circle) {
		return FACT + circle.level();
	}

	/**
	 * Values to be counted that a circle may know and no wider one.
	 */
	static String facets(Audience circle) {
		return FACET + circle.level();
	}

	/**
	 * Concepts that evidence speaks of which a circle may see, and none that a wider one may.
	 */
	static String evidenced(Audience circle) {
		return EVIDENCED + circle.level();
	}

	/**
	 * The cut by which a text field was made.
	 */
	static Cut cutOf(String field) {
		boolean ofRecord = field.startsWith(RECORD) || field.startsWith(RECORD_TITLE);
		return switch (field.charAt(ofRecord ? 1 : 0)) {
			case 'h' -> Cut.HAN;
			case 'b' -> Cut.BIGRAM;
			default -> Cut.WORD;
		};
	}

}
