package org.zhiqiao.search.lucene;

import java.util.TreeSet;
import java.util.stream.Collectors;

import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.zhiqiao.search.CountryExperience;
import org.zhiqiao.search.ExpertDocument;

/**
 * The order of people within a segment: those who live in one country and know the same others stand
 * together. Whoever asks for people who know a country then looks at a few stretches of the index.
 */
final class Neighbourhood {

	static final Sort ORDER = new Sort(new SortField(Fields.NEIGHBOURHOOD, SortField.Type.STRING));

	private Neighbourhood() {}

	static SortedDocValuesField of(ExpertDocument expert) {
		String countries = expert.countries()
				.stream()
				.map(CountryExperience::alpha2)
				.collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new),
						(codes) -> String.join(",", codes)));
		return new SortedDocValuesField(Fields.NEIGHBOURHOOD, new BytesRef(expert.residence() + ' ' + countries));
	}

}
