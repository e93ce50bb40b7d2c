package org.zhiqiao.search.lucene;

import java.util.Collection;
import java.util.List;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.Condition;
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
			case Condition.KnowsDomain(var code) -> new TermQuery(new Term(Fields.closureFor(viewer), code));
			case Condition.Mentions(var term) -> RecordText.mentions(term, viewer, thesaurus);
			case Condition.HasCompetence(var code) -> fact(viewer, FactTerms.competence(code));
			case Condition.Offers(var code) -> fact(viewer, FactTerms.offer(code));
			case Condition.InCity(var codes) -> anyFact(viewer, codes.stream().map(FactTerms::city).toList());
			case Condition.ResidesIn(var codes) -> anyFact(viewer, codes.stream().map(FactTerms::residence).toList());
			case Condition.IsAvailable() -> fact(viewer, FactTerms.AVAILABLE);
			case Condition.IsVerified() -> fact(viewer, FactTerms.VERIFIED);
		};
	}

	static Query fact(Audience viewer, String term) {
		return new TermQuery(new Term(Fields.factsFor(viewer), term));
	}

	static Query anyFact(Audience viewer, Collection<String> terms) {
		List<BytesRef> values = terms.stream().map(BytesRef::new).toList();
		return new TermInSetQuery(Fields.factsFor(viewer), values);
	}

}
