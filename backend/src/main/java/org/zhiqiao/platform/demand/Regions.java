package org.zhiqiao.platform.demand;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.taxonomy.Scheme;
import org.zhiqiao.platform.taxonomy.Term;
import org.zhiqiao.platform.taxonomy.Vocabulary;

/** Turns a country or region that is asked for into countries. */
@Component
public class Regions {

	private static final int ALPHA_2 = 2;

	private final Vocabulary vocabulary;

	Regions(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
	}

	/** The countries (ISO 3166-1 alpha-2) of which any will do; empty where a region's countries are not listed. */
	public Set<String> countries(AskedCountry asked) {
		var code = asked.code();
		if (code != null) {
			return Set.of(code);
		}
		var region = asked.region();
		return (region != null) ? countries(region) : Set.of();
	}

	/** The regions in which a country is. */
	List<String> with(String country) {
		return this.vocabulary.terms(Scheme.REGIONS)
				.stream()
				.map(Term::code)
				.filter(region -> countries(region).contains(country))
				.toList();
	}

	/** Parts of the country, such as provinces, are no countries. */
	Set<String> countries(String region) {
		return this.vocabulary.countriesOf(region)
				.stream()
				.filter(code -> code.length() == ALPHA_2)
				.collect(Collectors.toUnmodifiableSet());
	}

}
