package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.DemandHit;
import org.zhiqiao.search.DocumentKind;
import org.zhiqiao.search.ExpertFacts;
import org.zhiqiao.search.text.Analysis.Cut;
import org.zhiqiao.search.text.Analysis.Token;
import org.zhiqiao.search.text.Filler;
import org.zhiqiao.search.text.Folding;
import org.zhiqiao.search.text.Thesaurus;

/**
 * Finds open needs for a person by the concepts and the titles of their evidence.
 */
final class DemandSearch {

	private static final int MAX_WORDS = 300;

	private static final float CONCEPT = 3;

	private final IndexSearcher searcher;

	private final Thesaurus thesaurus;

	private final Audience viewer;

	private final RecordText texts;

	DemandSearch(IndexSearcher searcher, Thesaurus thesaurus, Audience viewer) {
		this.searcher = searcher;
		this.thesaurus = thesaurus;
		this.viewer = viewer;
		this.texts = new RecordText(DocumentKind.DEMAND, viewer);
	}

	List<DemandHit> fitting(long expertId, int limit) throws IOException {
		if (limit <= 0) {
			return List.of();
		}
		Query person = new BooleanQuery.Builder().add(LongPoint.newExactQuery(Fields.ID, expertId), Occur.FILTER)
				.add(new TermQuery(new Term(Fields.TYPE, Fields.EXPERT)), Occur.FILTER)
				.build();
		ScoreDoc[] records = this.searcher.search(person, 1).scoreDocs;
		if (records.length == 0) {
			return List.of();
		}
		BooleanQuery.Builder fits = new BooleanQuery.Builder();
		if (!describe(records[0].doc, fits)) {
			return List.of();
		}
		BooleanQuery query = new BooleanQuery.Builder().add(fits.build(), Occur.MUST)
				.add(new TermQuery(new Term(Fields.TYPE, Fields.DEMAND)), Occur.FILTER)
				.add(new TermQuery(new Term(Fields.AUDIENCE, Integer.toString(this.viewer.level()))), Occur.FILTER)
				.add(Conditions.fact(this.viewer, FactTerms.OPEN), Occur.FILTER)
				.build();
		List<DemandHit> hits = new ArrayList<>();
		for (ScoreDoc hit : this.searcher.search(query, limit).scoreDocs) {
			hits.add(new DemandHit(id(hit.doc), hit.score));
		}
		return hits;
	}

	/**
	 * Says what the person knows, all of it: it is their own search.
	 */
	private boolean describe(int record, BooleanQuery.Builder query) throws IOException {
		LeafReaderContext leaf = leaf(record);
		int local = record - leaf.docBase;
		BinaryDocValues data = DocValues.getBinary(leaf.reader(), Fields.DATA);
		if (!data.advanceExact(local)) {
			return false;
		}
		StoredPerson person = StoredPerson.read(data.binaryValue());
		@Nullable
		StoredPiece[] pieces = person.pieces((piece) -> true);
		ExpertFacts facts = person.facts(Candidates.codes(Candidates.evidenced(Audience.MATCHED, leaf), local),
				Audience.MATCHED, this.thesaurus);
		Set<String> concepts = new LinkedHashSet<>(facts.domains());
		concepts.addAll(facts.evidencedDomains());
		for (String code : concepts) {
			query.add(new BoostQuery(this.texts.concept(code), CONCEPT), Occur.SHOULD);
		}
		Set<String> words = new LinkedHashSet<>();
		for (StoredPiece piece : pieces) {
			String folded = (piece != null) ? Folding.fold(piece.title()) : "";
			for (Token token : Filler.meaningful(folded, new boolean[folded.length()])) {
				if (token.cut() != Cut.BIGRAM && words.size() < MAX_WORDS
						&& words.add(token.cut() + " " + token.term())) {
					query.add(this.texts.term(token.cut(), token.term(), false), Occur.SHOULD);
				}
			}
		}
		return !concepts.isEmpty() || !words.isEmpty();
	}

	private long id(int document) throws IOException {
		LeafReaderContext leaf = leaf(document);
		NumericDocValues ids = DocValues.getNumeric(leaf.reader(), Fields.ID);
		if (!ids.advanceExact(document - leaf.docBase)) {
			throw new IOException("A record without a key");
		}
		return ids.longValue();
	}

	private LeafReaderContext leaf(int document) {
		List<LeafReaderContext> leaves = this.searcher.getIndexReader().leaves();
		return leaves.get(ReaderUtil.subIndex(document, leaves));
	}

}
