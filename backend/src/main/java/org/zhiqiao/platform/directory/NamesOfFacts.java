package org.zhiqiao.platform.directory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.taxonomy.Scheme;
import org.zhiqiao.platform.taxonomy.Term;
import org.zhiqiao.platform.taxonomy.Vocabulary;
import org.zhiqiao.search.FactNames;
import org.zhiqiao.search.Facet;

/**
 * What is typed for a country, a group of countries, a language or a city: the names that the vocabulary has, and those
 * in everyday use.
 */
@Component
class NamesOfFacts {

	private static final String FILE = "/vocabulary/everyday-names.tsv";

	private final Vocabulary vocabulary;

	private final List<Everyday> everyday = read();

	NamesOfFacts(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
	}

	private record Everyday(Scheme scheme, String code, String name) {}

	/** As the vocabulary stands now. */
	FactNames current() {
		FactNames.Builder names = FactNames.builder();
		for (Scheme scheme : List.of(Scheme.COUNTRIES, Scheme.REGIONS, Scheme.LANGUAGES, Scheme.CITIES)) {
			for (Term term : this.vocabulary.terms(scheme)) {
				Stream.of(term.label().zh(), term.label().en())
						.filter(Objects::nonNull)
						.forEach(name -> add(names, scheme, term.code(), name));
			}
		}
		this.everyday.forEach(known -> add(names, known.scheme(), known.code(), known.name()));
		return names.build();
	}

	private void add(FactNames.Builder names, Scheme scheme, String code, String name) {
		switch (scheme) {
			case COUNTRIES -> country(names, code, name);
			case REGIONS -> this.vocabulary.countriesOf(code).forEach(country -> country(names, country, name));
			case LANGUAGES -> {
				names.name(name, Facet.LANGUAGE, code);
				if (name.endsWith("语")) {
					names.name(name.substring(0, name.length() - 1) + "文", Facet.LANGUAGE, code);
				}
			}
			case CITIES -> {
				names.name(name, Facet.CITY, code);
				if (name.endsWith("市")) {
					names.name(name.substring(0, name.length() - 1), Facet.CITY, code);
				}
			}
			default -> throw new IllegalArgumentException(FILE + ": " + scheme);
		}
	}

	private static void country(FactNames.Builder names, String code, String name) {
		names.name(name, Facet.COUNTRY, code).name(name, Facet.RESIDENCE, code);
	}

	private static List<Everyday> read() {
		try (var reader = new BufferedReader(new InputStreamReader(
				Objects.requireNonNull(NamesOfFacts.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8))) {
			return reader.lines()
					.skip(1)
					.map(line -> line.split("\t", -1))
					.flatMap(cells -> Stream.of(cells[2].split("\\|", -1))
							.map(name -> new Everyday(Scheme.valueOf(cells[0]), cells[1], name)))
					.toList();
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
