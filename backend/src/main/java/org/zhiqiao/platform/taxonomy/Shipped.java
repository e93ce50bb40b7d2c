package org.zhiqiao.platform.taxonomy;

import com.ibm.icu.util.ULocale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.zhiqiao.search.text.Thesaurus;

/** What the program brings: the files of the vocabularies, ISO 3166 and the bundled thesaurus. */
final class Shipped {

	private static final String FOLDER = "/vocabulary/";

	/**
	 * How a Chinese authority writes the names of these three; ICU has them as in everyday use.
	 */
	private static final Map<String, Bilingual> OFFICIAL_NAMES = Map.of("HK", new Bilingual("中国香港", "Hong Kong, China"),
			"MO", new Bilingual("中国澳门", "Macao, China"), "TW", new Bilingual("中国台湾", "Taiwan, China"));

	private Shipped() {}

	/** An entry with its fingerprint. */
	record Entry<T>(T content, String fingerprint) {}

	static List<Entry<Term>> terms() {
		List<Entry<Term>> terms = new ArrayList<>();
		for (Scheme scheme : Scheme.values()) {
			Collection<Term> entries = scheme == Scheme.COUNTRIES ? countries() : entries(scheme);
			entries.forEach(term -> terms.add(new Entry<>(term, fingerprint(term))));
		}
		return terms;
	}

	static List<Entry<ConceptEntry>> concepts() {
		return Thesaurus.bundled()
				.concepts()
				.stream()
				.map(ConceptEntry::of)
				.map(concept -> new Entry<>(concept, fingerprint(concept)))
				.toList();
	}

	static String fingerprint(Object content) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
					.digest(content.toString().getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 16);
		} catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<Term> entries(Scheme scheme) {
		Map<String, Map<String, List<String>>> aliases = scheme == Scheme.INDUSTRIES ? industryAliases() : Map.of();
		List<Term> terms = new ArrayList<>();
		for (Map<String, String> row : read(scheme.file())) {
			String code = need(row, "code", scheme.file());
			Map<String, List<String>> facts = new TreeMap<>(aliases.getOrDefault(code, Map.of()));
			facts.putAll(facts(scheme, row));
			terms.add(new Term(scheme, code,
					new Bilingual(need(row, "zh", scheme.file()), need(row, "en", scheme.file())),
					new Bilingual(row.get("note_zh"), row.get("note_en")), row.get("source"), false, terms.size() + 1,
					0,
					facts));
		}
		return terms;
	}

	/** All of ISO 3166-1, with what the founding paper says about some. */
	private static List<Term> countries() {
		Map<String, Map<String, String>> mentioned = new HashMap<>();
		read(Scheme.COUNTRIES.file()).forEach(row -> mentioned.put(need(row, "alpha2", Scheme.COUNTRIES.file()), row));
		List<Term> countries = new ArrayList<>();
		for (String alpha2 : Arrays.stream(Locale.getISOCountries()).sorted().toList()) {
			Map<String, String> row = mentioned.getOrDefault(alpha2, Map.of());
			countries.add(new Term(Scheme.COUNTRIES, alpha2, name(alpha2), Bilingual.NONE, row.get("source"), false,
					countries.size() + 1, 0, facts(Scheme.COUNTRIES, row)));
			mentioned.remove(alpha2);
		}
		if (!mentioned.isEmpty()) {
			throw new IllegalStateException(Scheme.COUNTRIES.file() + ": not in ISO 3166: " + mentioned.keySet());
		}
		return countries;
	}

	private static Bilingual name(String alpha2) {
		Bilingual official = OFFICIAL_NAMES.get(alpha2);
		var country = new ULocale("", alpha2);
		return official != null
				? official
				: new Bilingual(country.getDisplayCountry(ULocale.SIMPLIFIED_CHINESE),
						country.getDisplayCountry(ULocale.ENGLISH));
	}

	private static Map<String, Map<String, List<String>>> industryAliases() {
		Map<String, Map<String, List<String>>> aliases = new HashMap<>();
		for (Map<String, String> row : read("industry-aliases.tsv")) {
			Map<String, List<String>> names = aliases.computeIfAbsent(need(row, "industry", "industry-aliases.tsv"),
					code -> new TreeMap<>());
			names.computeIfAbsent("aliasesZh", name -> new ArrayList<>()).add(need(row, "zh", "industry-aliases.tsv"));
			names.computeIfAbsent("aliasesEn", name -> new ArrayList<>()).add(need(row, "en", "industry-aliases.tsv"));
		}
		return aliases;
	}

	private static Map<String, List<String>> facts(Scheme scheme, Map<String, String> row) {
		Map<String, List<String>> facts = new TreeMap<>();
		for (Fact fact : Fact.of(scheme)) {
			List<String> values = fact.kind() == Fact.Kind.FLAG
					? row.entrySet().stream().filter(cell -> "true".equals(cell.getValue())).map(Map.Entry::getKey)
							.map(Shipped::camelCase).sorted().toList()
					: row.entrySet().stream().filter(cell -> camelCase(cell.getKey()).equals(fact.name()))
							.flatMap(cell -> Arrays.stream(cell.getValue().split("\\|", -1))).toList();
			if (!values.isEmpty()) {
				facts.put(fact.name(), values);
			}
		}
		return facts;
	}

	private static String camelCase(String column) {
		var name = new StringBuilder();
		for (String word : column.split("_", -1)) {
			name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
		}
		return name.toString();
	}

	/** The rows of a file by column; empty cells are left out. */
	private static List<Map<String, String>> read(String file) {
		try (InputStream in = Objects.requireNonNull(Shipped.class.getResourceAsStream(FOLDER + file), file);
				var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
			String[] header = Objects.requireNonNull(reader.readLine(), file).split("\t", -1);
			List<Map<String, String>> rows = new ArrayList<>();
			String line;
			while ((line = reader.readLine()) != null) {
				String[] cells = line.split("\t", -1);
				if (cells.length != header.length) {
					throw new IllegalStateException(
							"%s: %d columns expected in: %s".formatted(file, header.length, line));
				}
				Map<String, String> row = new LinkedHashMap<>();
				for (int column = 0; column < cells.length; column++) {
					if (!cells[column].isEmpty()) {
						row.put(header[column], cells[column]);
					}
				}
				rows.add(row);
			}
			return rows;
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String need(Map<String, String> row, String column, String file) {
		return Objects.requireNonNull(row.get(column), () -> file + ": no " + column + " in " + row);
	}

}
