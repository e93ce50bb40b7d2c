package org.zhiqiao.search.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.DirectoryPage.Highlight;
import org.zhiqiao.search.DirectoryQuery;
import org.zhiqiao.search.ExpertDocument;
import org.zhiqiao.search.Piece;
import org.zhiqiao.search.PieceKind;
import org.zhiqiao.search.text.Thesaurus;

/**
 * What a directory query asks for, understood.
 *
 * @param wanted finds the records
 * @param highlighting emphasises in what was found
 * @param understood codes of the concepts that were recognised
 * @param searching false if nothing was typed and everything is wanted
 */
record AskedText(Query wanted, Highlighting highlighting, List<String> understood, boolean searching) {

	private static final int SHOWN_HIGHLIGHTS = 4;

	static AskedText of(DirectoryQuery query, Thesaurus thesaurus) {
		if (query.text().isBlank()) {
			return everything(thesaurus);
		}
		if (query.advanced()) {
			AdvancedQuery advanced = new AdvancedQuery(query.text(), query.kind(), query.viewer(), thesaurus);
			return new AskedText(advanced.query(),
					new Highlighting(advanced.terms(), advanced.concepts(), advanced.nameTerms(), thesaurus), List.of(),
					true);
		}
		TypedText typed = new TypedText(query, thesaurus);
		return typed.isBlank()
				? everything(thesaurus)
				: new AskedText(typed.query(),
						new Highlighting(typed.terms(), typed.concepts(), typed.nameTerms(), thesaurus),
						List.copyOf(typed.concepts()), true);
	}

	private static AskedText everything(Thesaurus thesaurus) {
		return new AskedText(MatchAllDocsQuery.INSTANCE, new Highlighting(Set.of(), Set.of(), Set.of(), thesaurus),
				List.of(), false);
	}

	/**
	 * Where in a person's words it is: name, headline and affiliation, then the pieces with the most
	 * marks that the viewer may see.
	 */
	List<Highlight> in(ExpertDocument person, Audience viewer) {
		List<Highlight> highlights = new ArrayList<>();
		if (!this.searching || !viewer.sees(person.basicsAudience())) {
			return highlights;
		}
		person.names().known().forEach((name) -> this.highlighting.name(name).ifPresent(highlights::add));
		this.highlighting.text("headline", "", person.headline()).ifPresent(highlights::add);
		this.highlighting.text("affiliation", "", person.affiliation()).ifPresent(highlights::add);
		List<Highlight> pieces = new ArrayList<>();
		for (Piece piece : person.pieces()) {
			if (viewer.sees(piece.audience())) {
				this.highlighting.text("piece", piece.id(), piece.title()).ifPresent(pieces::add);
				if (piece.kind() != PieceKind.COOPERATION) {
					// of a record the text names its fields, which nobody wrote as a sentence
					this.highlighting.text("piece", piece.id(), piece.text()).ifPresent(pieces::add);
				}
			}
		}
		pieces.sort(Comparator.comparingInt((Highlight highlight) -> highlight.marks().size()).reversed());
		pieces.stream().limit(Math.max(1, SHOWN_HIGHLIGHTS - highlights.size())).forEach(highlights::add);
		return highlights;
	}

}
