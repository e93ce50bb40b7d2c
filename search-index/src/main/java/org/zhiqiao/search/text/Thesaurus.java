package org.zhiqiao.search.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Concepts with their terms in Chinese and English and what lies above them. Immutable. Every
 * broader concept exists and nothing lies above itself.
 */
public final class Thesaurus {

	private static final String HEADER = "code\tzh\tzh_alt\ten\ten_alt\tbroader\tindustries";

	private final Map<String, Concept> concepts;

	private final Map<String, Set<String>> ancestors = new HashMap<>();

	private final Map<String, List<String>> narrower = new HashMap<>();

	private final String version;

	private final ConceptAnnotator annotator;

	private Thesaurus(Collection<Concept> concepts) {
		Map<String, Concept> sorted = new TreeMap<>();
		for (Concept concept : concepts) {
			if (sorted.put(concept.code(), concept) != null) {
				throw new ThesaurusFault("Concept " + concept.code() + " is given twice");
			}
		}
		this.concepts = Collections.unmodifiableMap(sorted);
		for (Concept concept : sorted.values()) {
			for (String broader : concept.broader()) {
				if (!sorted.containsKey(broader)) {
					throw new ThesaurusFault("Concept " + concept.code() + " names an unknown broader one: " + broader);
				}
				this.narrower.computeIfAbsent(broader, (code) -> new ArrayList<>()).add(concept.code());
			}
		}
		for (String code : sorted.keySet()) {
			this.ancestors.put(code, Collections.unmodifiableSet(climb(code)));
		}
		this.version = digest(sorted.values());
		this.annotator = new ConceptAnnotator(sorted.values());
	}

	/**
	 * Makes a thesaurus of the given concepts.
	 * @throws ThesaurusFault if a code is given twice, a broader concept is unknown, or a concept
	 * lies above itself
	 */
	public static Thesaurus of(Collection<Concept> concepts) {
		return new Thesaurus(concepts);
	}

	/**
	 * The thesaurus that comes with the library.
	 */
	public static Thesaurus bundled() {
		List<Concept> all = new ArrayList<>();
		for (String file : bundledFiles()) {
			all.addAll(read(file, resource(file)));
		}
		return of(all);
	}

	/**
	 * Names of the bundled files, from the list beside them: a folder inside a jar inside a jar
	 * cannot be listed.
	 */
	static List<String> bundledFiles() {
		try (BufferedReader reader = resource("files.txt")) {
			return reader.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static BufferedReader resource(String file) {
		InputStream stream = Thesaurus.class.getResourceAsStream("thesaurus/" + file);
		if (stream == null) {
			throw new ThesaurusFault("The thesaurus file " + file + " is missing");
		}
		return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
	}

	/**
	 * Reads concepts from tab-separated lines below the header {@code code zh zh_alt en en_alt
	 * broader industries}; several values in a column are separated by a vertical bar. Closes the
	 * reader.
	 * @param name of the source, for messages
	 * @throws ThesaurusFault naming source and line, if a line does not fit
	 */
	public static List<Concept> read(String name, BufferedReader source) {
		List<Concept> concepts = new ArrayList<>();
		try (source) {
			String line = source.readLine();
			if (!HEADER.equals(line)) {
				throw new ThesaurusFault(name + ": the first line must be the header");
			}
			for (int number = 2; (line = source.readLine()) != null; number++) {
				if (line.isBlank()) {
					continue;
				}
				String[] columns = line.split("\t", -1);
				if (columns.length != 7) {
					throw new ThesaurusFault(name + ":" + number + ": 7 columns expected, found " + columns.length);
				}
				for (String column : columns) {
					if (!column.equals(column.strip())) {
						throw new ThesaurusFault(name + ":" + number + ": stray white space in '" + column + "'");
					}
				}
				try {
					concepts.add(new Concept(columns[0], columns[1], values(columns[2]), columns[3], values(columns[4]),
							values(columns[5]), values(columns[6])));
				} catch (IllegalArgumentException ex) {
					throw new ThesaurusFault(name + ":" + number + ": " + ex.getMessage());
				}
			}
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return concepts;
	}

	private static List<String> values(String column) {
		return column.isEmpty() ? List.of() : List.of(column.split("\\|", -1));
	}

	private Set<String> climb(String code) {
		Set<String> above = new LinkedHashSet<>();
		Deque<String> open = new ArrayDeque<>(get(code).broader());
		while (!open.isEmpty()) {
			String next = open.removeFirst();
			if (next.equals(code)) {
				throw new ThesaurusFault("Concept " + code + " lies above itself");
			}
			if (above.add(next)) {
				open.addAll(get(next).broader());
			}
		}
		return above;
	}

	private Concept get(String code) {
		Concept concept = this.concepts.get(code);
		if (concept == null) {
			throw new ThesaurusFault("There is no concept " + code);
		}
		return concept;
	}

	public Optional<Concept> concept(String code) {
		return Optional.ofNullable(this.concepts.get(code));
	}

	/**
	 * All concepts, by code.
	 */
	public Collection<Concept> concepts() {
		return this.concepts.values();
	}

	/**
	 * Codes of everything above a concept, the nearest first; empty for an unknown code.
	 */
	public Set<String> ancestors(String code) {
		return this.ancestors.getOrDefault(code, Set.of());
	}

	/**
	 * Codes of the concepts directly below.
	 */
	public List<String> narrower(String code) {
		return Collections.unmodifiableList(this.narrower.getOrDefault(code, List.of()));
	}

	/**
	 * Codes of everything below a concept, the nearest first.
	 */
	public Set<String> descendants(String code) {
		Set<String> below = new LinkedHashSet<>();
		Deque<String> open = new ArrayDeque<>(narrower(code));
		while (!open.isEmpty()) {
			String next = open.removeFirst();
			if (below.add(next)) {
				open.addAll(narrower(next));
			}
		}
		return below;
	}

	/**
	 * The given codes and everything above them.
	 */
	public Set<String> closure(Collection<String> codes) {
		Set<String> closure = new LinkedHashSet<>(codes);
		codes.forEach((code) -> closure.addAll(ancestors(code)));
		return closure;
	}

	/**
	 * The same as {@link #closure}, made only as far as it is asked for.
	 */
	public Set<String> closureOf(Collection<String> codes) {
		return new AbstractSet<>() {

			@Override
			public boolean contains(Object code) {
				return codes.contains(code) || codes.stream().anyMatch((given) -> ancestors(given).contains(code));
			}

			@Override
			public Iterator<String> iterator() {
				return Collections.unmodifiableSet(closure(codes)).iterator();
			}

			@Override
			public int size() {
				return closure(codes).size();
			}

		};
	}

	/**
	 * Finds the concepts that a text mentions.
	 */
	public ConceptAnnotator annotator() {
		return this.annotator;
	}

	/**
	 * Changes with any concept.
	 */
	public String version() {
		return this.version;
	}

	/**
	 * Concepts with a term that starts with, or else contains, what was typed; the best first.
	 */
	public List<Concept> complete(String typed, int limit) {
		String wanted = Folding.fold(typed).strip().toLowerCase(Locale.ROOT);
		if (wanted.isEmpty()) {
			return List.of();
		}
		Map<Concept, Integer> found = new LinkedHashMap<>();
		for (Concept concept : concepts()) {
			int best = concept.terms().mapToInt((term) -> place(term, wanted)).min().orElse(3);
			if (best < 3) {
				found.put(concept, best);
			}
		}
		return found.entrySet()
				.stream()
				.sorted(Comparator.<Map.Entry<Concept, Integer>>comparingInt(Map.Entry::getValue)
						.thenComparingInt((entry) -> entry.getKey().zh().length())
						.thenComparing((entry) -> entry.getKey().code()))
				.limit(limit)
				.map(Map.Entry::getKey)
				.toList();
	}

	private static int place(String term, String wanted) {
		String candidate = Folding.fold(term).toLowerCase(Locale.ROOT);
		if (candidate.equals(wanted)) {
			return 0;
		}
		return candidate.startsWith(wanted) ? 1 : candidate.contains(wanted) ? 2 : 3;
	}

	private static String digest(Collection<Concept> concepts) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (Concept concept : concepts) {
				digest.update(concept.toString().getBytes(StandardCharsets.UTF_8));
			}
			return HexFormat.of().formatHex(digest.digest(), 0, 8);
		} catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Thesaurus that && this.concepts.equals(that.concepts);
	}

	@Override
	public int hashCode() {
		return this.concepts.hashCode();
	}

}
