package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
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

	private final IndexSearcher searcher;

	MatchedWords(NeedQuery need, Glossing glossing, IndexSearcher searcher) {
		this.need = need;
		this.glossing = glossing;
		this.thesaurus = glossing.thesaurus();
		this.searcher = searcher;
	}

	/**
	 * The words of each document.
	 * @param documents pieces, ascending
	 */
	Map<Integer, List<MatchedTerm>> of(int[] documents, Map<Integer, StoredPiece> pieces) throws IOException {
		Map<Integer, List<MatchedTerm>> matched = new HashMap<>();
		List<LeafReaderContext> leaves = this.searcher.getIndexReader().leaves();
		for (NeedQuery.Weighed unit : this.need.units()) {
			if (!unit.unit().told) {
				continue;
			}
			Map<Integer, MatchedTerm> met = new HashMap<>();
			for (NeedQuery.Ways way : unit.ways()) {
				for (Integer document : containing(way.terms(), documents, leaves)) {
					StoredPiece piece = pieces.get(document);
					if (piece != null) {
						met.computeIfAbsent(document, (key) -> term(unit, way, piece));
					}
				}
			}
			met.forEach((document, term) -> {
				List<MatchedTerm> terms = matched.computeIfAbsent(document, (key) -> new ArrayList<>());
				if (terms.size() < SHOWN && terms.stream().noneMatch((known) -> covers(known, term))) {
					terms.add(term);
				}
			});
		}
		return matched;
	}

	/**
	 * Pairs of Chinese characters that are part of a word already told say nothing new.
	 */
	private static boolean covers(MatchedTerm known, MatchedTerm other) {
		return known.asked().contains(other.asked());
	}

	private MatchedTerm term(NeedQuery.Weighed unit, NeedQuery.Ways way, StoredPiece piece) {
		String asked = unit.unit().surface;
		if (way.how() == MatchedTerm.How.TEXT) {
			return MatchedTerm.text(asked);
		}
		if (way.how() == MatchedTerm.How.DICTIONARY) {
			return new MatchedTerm(asked, translated(way, piece), MatchedTerm.How.DICTIONARY, "", "");
		}
		String code = way.concept();
		for (Map.Entry<String, String> concept : piece.concepts().entrySet()) {
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
	 * Those of the sorted documents that contain all terms.
	 */
	private static List<Integer> containing(List<Term> terms, int[] documents, List<LeafReaderContext> leaves)
			throws IOException {
		List<Integer> found = new ArrayList<>();
		int next = 0;
		for (LeafReaderContext leaf : leaves) {
			int end = leaf.docBase + leaf.reader().maxDoc();
			if (next >= documents.length || documents[next] >= end) {
				continue;
			}
			List<PostingsEnum> postings = new ArrayList<>();
			for (Term term : terms) {
				PostingsEnum one = leaf.reader().postings(term, PostingsEnum.NONE);
				if (one != null) {
					postings.add(one);
				}
			}
			boolean possible = postings.size() == terms.size();
			for (; next < documents.length && documents[next] < end; next++) {
				if (possible && contain(postings, documents[next] - leaf.docBase)) {
					found.add(documents[next]);
				}
			}
		}
		return found;
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
