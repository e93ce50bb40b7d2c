package org.zhiqiao.search.lucene;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.util.BytesRef;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.Condition;
import org.zhiqiao.search.DocumentKind;
import org.zhiqiao.search.text.Thesaurus;

/**
 * Conditions as queries for records.
 */
final class Conditions {

	private Conditions() {}

	static Query query(Condition condition, Audience viewer, Thesaurus thesaurus) {
		return switch (condition) {
			case Condition.Speaks(var code, var level) -> fact(viewer, FactTerms.language(code, level));
			case Condition.KnowsCountry(var countries, var kinds) -> anyFact(viewer,
					kinds.isEmpty()
							? countries.stream().map(FactTerms::country).toList()
							: countries.stream()
									.flatMap(
											(country) -> kinds.stream().map((kind) -> FactTerms.country(country, kind)))
									.toList());
			case Condition.KnowsDomain(var code) -> new RecordText(DocumentKind.EXPERT, viewer).concept(code);
			case Condition.Mentions(var term) -> new RecordText(DocumentKind.EXPERT, viewer)
					.mentions(term, thesaurus);
			case Condition.HasCompetence(var code) -> fact(viewer, FactTerms.competence(code));
			case Condition.Offers(var code) -> fact(viewer, FactTerms.offer(code));
			case Condition.InCity(var codes) -> anyFact(viewer, codes.stream().map(FactTerms::city).toList());
			case Condition.ResidesIn(var codes) -> anyFact(viewer, codes.stream().map(FactTerms::residence).toList());
			case Condition.IsAvailable() -> fact(viewer, FactTerms.AVAILABLE);
			case Condition.IsVerified() -> fact(viewer, FactTerms.VERIFIED);
		};
	}

	static Query fact(Audience viewer, String term) {
		return anyFact(viewer, List.of(term));
	}

	static Query anyFact(Audience viewer, Collection<String> terms) {
		List<BytesRef> values = terms.stream().map(BytesRef::new).toList();
		return inAny(viewer, (field) -> (values.size() == 1)
				? new TermQuery(new Term(field, values.getFirst()))
				: new TermInSetQuery(field, values));
	}

	/**
	 * Records with evidence of these years; the borders are among them.
	 */
	static Query years(Audience viewer, int from, int to) {
		return inAny(viewer, (field) -> TermRangeQuery.newStringRange(field, FactTerms.year(from), FactTerms.year(to),
				true, true));
	}

	private static Query inAny(Audience viewer, Function<String, Query> query) {
		BooleanQuery.Builder any = new BooleanQuery.Builder();
		RecordText.fields(viewer, Fields::facts).forEach((field) -> any.add(query.apply(field), Occur.SHOULD));
		return any.build();
	}

}
