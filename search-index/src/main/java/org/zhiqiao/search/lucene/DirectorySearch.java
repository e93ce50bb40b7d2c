package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHitCountCollectorManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.CefrLevel;
import org.zhiqiao.search.DirectoryPage;
import org.zhiqiao.search.DirectoryPage.DirectoryHit;
import org.zhiqiao.search.DirectoryPage.Highlight;
import org.zhiqiao.search.DirectoryQuery;
import org.zhiqiao.search.DirectorySort;
import org.zhiqiao.search.DocumentKind;
import org.zhiqiao.search.DocumentRef;
import org.zhiqiao.search.Facet;
import org.zhiqiao.search.FacetCount;
import org.zhiqiao.search.text.Thesaurus;

/**
 * Answers one directory query in one state of the index.
 */
final class DirectorySearch {

	private final IndexSearcher searcher;

	private final DirectoryQuery query;

	private final AskedText asked;

	DirectorySearch(IndexSearcher searcher, Thesaurus thesaurus, DirectoryQuery query) {
		this.searcher = searcher;
		this.query = query;
		this.asked = AskedText.of(query, thesaurus);
	}

	DirectoryPage page() throws IOException {
		Query filtered = filtered(this.asked.wanted(), null);
		int total = this.searcher.search(filtered, new TotalHitCountCollectorManager(this.searcher.getSlices()));
		return new DirectoryPage(total, hits(filtered), facets(this.asked.wanted()), this.asked.understood());
	}

	private Query filtered(Query wanted, @Nullable Facet without) {
		BooleanQuery.Builder all = new BooleanQuery.Builder();
		all.add(wanted, Occur.MUST);
		all.add(type(), Occur.FILTER);
		all.add(new TermQuery(new Term(Fields.AUDIENCE, Integer.toString(this.query.viewer().level()))), Occur.FILTER);
		this.query.filters().forEach((facet, values) -> {
			if (facet != without && !values.isEmpty()) {
				all.add(filter(facet, values), Occur.FILTER);
			}
		});
		return all.build();
	}

	private Query type() {
		return switch (this.query.kind()) {
			case EXPERT -> new TermQuery(new Term(Fields.TYPE, Fields.EXPERT));
			case DEMAND -> new TermQuery(new Term(Fields.TYPE, Fields.DEMAND));
			case STORY -> new TermInSetQuery(Fields.TYPE,
					List.of(new BytesRef(Fields.STORY), new BytesRef(Fields.STUDY)));
			case STUDY -> new TermQuery(new Term(Fields.TYPE, Fields.STUDY));
		};
	}

	private Query filter(Facet facet, Set<String> values) {
		if (facet == Facet.DOMAIN) {
			RecordText texts = new RecordText(this.query.kind(), this.query.viewer());
			BooleanQuery.Builder any = new BooleanQuery.Builder();
			values.forEach((code) -> any.add(texts.concept(code), Occur.SHOULD));
			return any.build();
		}
		return Conditions.anyFact(this.query.viewer(), values.stream().map((value) -> term(facet, value)).toList());
	}

	static String term(Facet facet, String value) {
		return switch (facet) {
			case DOMAIN -> value;
			case INDUSTRY -> FactTerms.industry(value);
			case COUNTRY -> FactTerms.country(value.toUpperCase(Locale.ROOT));
			case LANGUAGE -> language(value);
			case CITY -> FactTerms.city(value);
			case RESIDENCE -> FactTerms.residence(value.toUpperCase(Locale.ROOT));
			case COMPETENCE -> FactTerms.competence(value);
			case OFFER -> FactTerms.offer(value);
			case VERIFIED -> FactTerms.VERIFIED;
			case AVAILABLE -> FactTerms.AVAILABLE;
			case KIND -> FactTerms.kind(value);
			case OPEN -> FactTerms.OPEN;
		};
	}

	private static String language(String value) {
		int colon = value.indexOf(':');
		if (colon < 0) {
			return FactTerms.language(value);
		}
		String level = value.substring(colon + 1).toUpperCase(Locale.ROOT);
		for (CefrLevel known : CefrLevel.values()) {
			if (known.name().equals(level)) {
				return FactTerms.language(value.substring(0, colon), known);
			}
		}
		// a level that nobody has is met by nobody
		return FactTerms.language(value);
	}

	private List<DirectoryHit> hits(Query filtered) throws IOException {
		if (this.query.limit() == 0) {
			return List.of();
		}
		TopDocs top = this.searcher.search(filtered, this.query.offset() + this.query.limit(),
				sort(this.asked.searching()), true);
		StoredFields stored = this.searcher.storedFields();
		List<DirectoryHit> hits = new ArrayList<>();
		for (int i = this.query.offset(); i < top.scoreDocs.length; i++) {
			ScoreDoc hit = top.scoreDocs[i];
			List<Highlight> highlights = !this.asked.searching() ? List.of() : switch (this.query.kind()) {
				case EXPERT -> List.of();
				case DEMAND -> demand(hit.doc, stored, this.asked.highlighting());
				case STORY, STUDY -> StoryRecord.highlights(stored.document(hit.doc), this.asked.highlighting());
			};
			hits.add(new DirectoryHit(ref(leaf(hit.doc), hit.doc), Float.isNaN(hit.score) ? 0 : hit.score,
					highlights));
		}
		return hits;
	}

	private DocumentRef ref(LeafReaderContext leaf, int document) throws IOException {
		DocumentKind kind = this.query.kind();
		if (kind == DocumentKind.STORY && number(leaf, Fields.OF_STUDY, document) == 1) {
			kind = DocumentKind.STUDY;
		}
		return new DocumentRef(kind, number(leaf, Fields.ID, document));
	}

	private Sort sort(boolean searching) {
		Sort sort = sortWithin(searching);
		if (this.query.kind() != DocumentKind.STORY) {
			return sort;
		}
		// a study and an article may have the same key
		SortField[] fields = Arrays.copyOf(sort.getSort(), sort.getSort().length + 1);
		fields[fields.length - 1] = new SortField(Fields.OF_STUDY, SortField.Type.LONG);
		return new Sort(fields);
	}

	private Sort sortWithin(boolean searching) {
		SortField byKey = new SortField(Fields.ID, SortField.Type.LONG);
		SortField byUpdate = new SortField(Fields.UPDATED, SortField.Type.LONG, true);
		DirectorySort order = this.query.sort();
		if (order == DirectorySort.DEADLINE && this.query.kind() == DocumentKind.DEMAND) {
			SortField byDeadline = new SortField(Fields.DEADLINE, SortField.Type.LONG, false, Long.MAX_VALUE);
			return new Sort(byDeadline, byKey);
		}
		if (order == DirectorySort.NAME) {
			SortField byName = new SortField(Fields.NAME_KEY, SortField.Type.STRING, false, SortField.STRING_LAST);
			return new Sort(byName, byKey);
		}
		if (order == DirectorySort.RELEVANCE && searching) {
			return new Sort(SortField.FIELD_SCORE, byKey);
		}
		return new Sort(byUpdate, byKey);
	}

	private static List<Highlight> demand(int record, StoredFields stored, Highlighting highlighting)
			throws IOException {
		List<Highlight> highlights = new ArrayList<>();
		Document document = stored.document(record);
		highlighting.text("title", "", text(document, Fields.TITLE)).ifPresent(highlights::add);
		highlighting.text("description", "", text(document, Fields.TEXT)).ifPresent(highlights::add);
		highlighting.text("affiliation", "", text(document, Fields.AFFILIATION)).ifPresent(highlights::add);
		return highlights;
	}

	private static String text(Document document, String field) {
		String text = document.get(field);
		return (text != null) ? text : "";
	}

	private Map<Facet, List<FacetCount>> facets(Query wanted) throws IOException {
		Map<Facet, List<FacetCount>> facets = new EnumMap<>(Facet.class);
		Map<String, Integer> plain = Map.of();
		boolean counted = false;
		for (Facet facet : this.query.facets()) {
			Map<String, Integer> counts;
			if (this.query.filters().getOrDefault(facet, Set.of()).isEmpty()) {
				if (!counted) {
					plain = counts(filtered(wanted, null));
					counted = true;
				}
				counts = plain;
			} else {
				counts = counts(filtered(wanted, facet));
			}
			String prefix = facet.name() + ':';
			facets.put(facet,
					counts.entrySet()
							.stream()
							.filter((entry) -> entry.getKey().startsWith(prefix))
							.map((entry) -> new FacetCount(entry.getKey().substring(prefix.length()), entry.getValue()))
							.sorted(Comparator.comparingInt(FacetCount::count)
									.reversed()
									.thenComparing(FacetCount::value))
							.toList());
		}
		return facets;
	}

	private Map<String, Integer> counts(Query filtered) throws IOException {
		Map<String, Integer> counts = new HashMap<>();
		Weight weight = this.searcher.createWeight(this.searcher.rewrite(new ConstantScoreQuery(filtered)),
				ScoreMode.COMPLETE_NO_SCORES, 1);
		for (LeafReaderContext leaf : this.searcher.getIndexReader().leaves()) {
			Scorer scorer = weight.scorer(leaf);
			if (scorer == null) {
				continue;
			}
			Bits alive = leaf.reader().getLiveDocs();
			FixedBitSet found = new FixedBitSet(leaf.reader().maxDoc());
			found.or(scorer.iterator());
			for (String field : RecordText.fields(this.query.viewer(), Fields::facets)) {
				count(DocValues.getSortedSet(leaf.reader(), field), found, alive, counts);
			}
		}
		return counts;
	}

	private static void count(SortedSetDocValues values, FixedBitSet found, @Nullable Bits alive,
			Map<String, Integer> counts) throws IOException {
		int[] byOrdinal = new int[Math.toIntExact(values.getValueCount())];
		for (int document = Scope.next(found, 0); document != DocIdSetIterator.NO_MORE_DOCS; document = Scope
				.next(found, document + 1)) {
			if ((alive == null || alive.get(document)) && values.advanceExact(document)) {
				for (int i = values.docValueCount(); i > 0; i--) {
					byOrdinal[Math.toIntExact(values.nextOrd())]++;
				}
			}
		}
		for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
			if (byOrdinal[ordinal] > 0) {
				BytesRef value = values.lookupOrd(ordinal);
				counts.merge(value.utf8ToString(), byOrdinal[ordinal], Integer::sum);
			}
		}
	}

	private LeafReaderContext leaf(int document) {
		List<LeafReaderContext> leaves = this.searcher.getIndexReader().leaves();
		return leaves.get(ReaderUtil.subIndex(document, leaves));
	}

	private static long number(LeafReaderContext leaf, String field, int document) throws IOException {
		NumericDocValues values = DocValues.getNumeric(leaf.reader(), field);
		if (!values.advanceExact(document - leaf.docBase)) {
			throw new IOException("The document " + document + " lacks " + field);
		}
		return values.longValue();
	}

}
