package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.zhiqiao.search.MatchedTerm;
import org.zhiqiao.search.text.Analysis;
import org.zhiqiao.search.text.Folding;
import org.zhiqiao.search.text.Glossing;
import org.zhiqiao.search.text.Thesaurus;

/**
 * Which units of a need pieces of evidence meet, and how: asked of the postings, in the order of
 * documents.
 */
final class MatchedWords {

	/** Of each piece. */
	private static final int SHOWN = 8;

	private final NeedQuery need;

	private final Glossing glossing;

	private final Thesaurus thesaurus;

	MatchedWords(NeedQuery need, Glossing glossing) {
		this.need = need;
		this.glossing = glossing;
		this.thesaurus = glossing.thesaurus();
	}

	/**
	 * The words of each piece.
	 * @param documents numbers of pieces in the segment, ascending
	 * @param pieces what is told of each of them
	 */
	List<List<MatchedTerm>> of(LeafReaderContext leaf, int[] documents, List<StoredPiece> pieces) throws IOException {
		List<List<MatchedTerm>> matched = new ArrayList<>(documents.length);
		List<Map<String, String>> concepts = new ArrayList<>(documents.length);
		Codes codes = SegmentLayout.of(leaf.reader()).codes(Fields.concept(), leaf.reader());
		for (int i = 0; i < documents.length; i++) {
			matched.add(new ArrayList<>());
			concepts.add(pieces.get(i).concepts(codes.of(documents[i])));
		}
		for (NeedQuery.Weighed unit : this.need.units()) {
			if (!unit.unit().told) {
				continue;
			}
			boolean[] met = new boolean[documents.length];
			for (NeedQuery.Ways way : unit.ways()) {
				List<PostingsEnum> postings = postings(way.terms(), leaf);
				for (int i = 0; i < documents.length && !postings.isEmpty(); i++) {
					if (!met[i] && matched.get(i).size() < SHOWN && contain(postings, documents[i])) {
						met[i] = true;
						add(term(unit, way, pieces.get(i), concepts.get(i)), matched.get(i));
					}
				}
			}
		}
		return matched;
	}

	private static void add(MatchedTerm term, List<MatchedTerm> terms) {
		if (terms.stream().noneMatch((known) -> covers(known, term))) {
			terms.add(term);
		}
	}

	/**
	 * Pairs of Chinese characters that are part of a word already told say nothing new.
	 */
	private static boolean covers(MatchedTerm known, MatchedTerm other) {
		return known.asked().contains(other.asked());
	}

	private MatchedTerm term(NeedQuery.Weighed unit, NeedQuery.Ways way, StoredPiece piece,
			Map<String, String> concepts) {
		String asked = unit.unit().surface;
		if (way.how() == MatchedTerm.How.TEXT) {
			return MatchedTerm.text(asked);
		}
		if (way.how() == MatchedTerm.How.DICTIONARY) {
			return new MatchedTerm(asked, translated(way, piece), MatchedTerm.How.DICTIONARY, "", "");
		}
		String code = way.concept();
		for (Map.Entry<String, String> concept : concepts.entrySet()) {
			String found = concept.getKey();
			boolean fits = switch (way.how()) {
				case THESAURUS -> found.equals(code);
				case NARROWER -> this.thesaurus.ancestors(found).contains(code);
				case BROADER -> this.thesaurus.ancestors(code).contains(found);
				case TEXT, DICTIONARY, VECTOR -> false;
			};
			if (fits) {
				return new MatchedTerm(asked, concept.getValue(), way.how(), code, found);
			}
		}
		return new MatchedTerm(asked, NeedUnits.name(this.thesaurus, code), way.how(), code, code);
	}

	/**
	 * The word of a Chinese title that means what was asked in English, or the English words for
	 * what was asked in Chinese.
	 */
	private String translated(NeedQuery.Ways way, StoredPiece piece) {
		Set<String> wanted = new LinkedHashSet<>();
		way.terms().forEach((term) -> wanted.add(term.text()));
		String folded = Folding.fold(piece.title());
		for (Glossing.Word word : this.glossing.words(folded, new boolean[folded.length()])) {
			for (String english : word.english()) {
				if (Analysis.tokens(Analysis.Cut.WORD, english)
						.stream()
						.anyMatch((token) -> wanted.contains(token.term()))) {
					return piece.title().substring(word.start(), word.end());
				}
			}
		}
		return String.join(" ", wanted);
	}

	/**
	 * Where all of the terms are in a segment; empty if one is nowhere.
	 */
	private List<PostingsEnum> postings(List<Term> terms, LeafReaderContext leaf) throws IOException {
		List<PostingsEnum> postings = new ArrayList<>(terms.size());
		for (Term term : terms) {
			PostingsEnum one = this.need.documents(term, leaf);
			if (one == null) {
				return List.of();
			}
			postings.add(one);
		}
		return postings;
	}

	private static boolean contain(List<PostingsEnum> postings, int document) throws IOException {
		for (PostingsEnum one : postings) {
			int at = one.docID();
			if (at < document) {
				at = one.advance(document);
			}
			if (at != document) {
				return false;
			}
		}
		return true;
	}

}
