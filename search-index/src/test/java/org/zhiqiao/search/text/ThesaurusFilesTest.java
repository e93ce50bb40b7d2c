package org.zhiqiao.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.zhiqiao.search.text.ConceptAnnotator.Annotation;

/**
 * The bundled thesaurus: what the loader does not refuse but would still be wrong.
 */
class ThesaurusFilesTest {

	private static final int CONCEPTS = 4000;

	/** More levels than this make a tree that nobody can find a way in. */
	private static final int LEVELS = 7;

	private static final Set<String> INDUSTRIES = Set.of("new-it", "ai", "new-materials", "new-energy-environment",
			"nev-icv", "high-end-equipment", "smart-appliances", "life-health", "green-food", "digital-creative");

	/** Everything else has something above it. */
	private static final Set<String> TOPS = Set.of("artificial-intelligence", "computer-science",
			"information-technology", "displays-ics", "materials", "vehicles", "energy-environment",
			"equipment-manufacturing", "home-appliances", "life-health", "agriculture-food", "digital-creative",
			"natural-sciences", "engineering", "social-sciences", "international-cooperation", "law",
			"trade-economics", "management-science");

	/** Terms that truly mean more than one thing, as the annotator sees them: without plural. */
	private static final Set<String> HOMONYMS = Set.of("smart glass");

	/** What may stand in a term beside letters, digits and single spaces. */
	private static final Pattern SIGNS = Pattern.compile("[\\p{L}\\p{N} /'.,+*#&\\-]+");

	private static Path folder() throws URISyntaxException {
		return Path.of(Objects.requireNonNull(Thesaurus.class.getResource("thesaurus/files.txt")).toURI())
				.resolveSibling("");
	}

	/** Concepts by file. */
	private static Map<String, List<Concept>> files() throws IOException, URISyntaxException {
		Map<String, List<Concept>> files = new HashMap<>();
		for (String file : Thesaurus.bundledFiles()) {
			try (BufferedReader reader = Files.newBufferedReader(folder().resolve(file), StandardCharsets.UTF_8)) {
				files.put(file, Thesaurus.read(file, reader));
			}
		}
		return files;
	}

	@Test
	void listsEveryFile() throws IOException, URISyntaxException {
		try (Stream<Path> files = Files.list(folder())) {
			assertThat(files.map((file) -> file.getFileName().toString()).filter((name) -> name.endsWith(".tsv")))
					.as("files.txt beside the files names each of them")
					.containsExactlyInAnyOrderElementsOf(Thesaurus.bundledFiles());
		}
	}

	@Test
	void hasEnoughConceptsAndEachCodeOnce() throws IOException, URISyntaxException {
		List<String> problems = new ArrayList<>();
		Map<String, String> places = new HashMap<>();
		files().forEach((file, concepts) -> concepts.forEach((concept) -> {
			String before = places.put(concept.code(), file);
			if (before != null) {
				problems.add(concept.code() + " stands in " + before + " and in " + file);
			}
		}));
		assertThat(problems).isEmpty();
		assertThat(places).hasSizeGreaterThanOrEqualTo(CONCEPTS);
	}

	@Test
	void hasAHierarchyWithoutHolesAndRings() throws IOException, URISyntaxException {
		Map<String, Concept> concepts = new HashMap<>();
		files().values().forEach((file) -> file.forEach((concept) -> concepts.put(concept.code(), concept)));
		List<String> problems = new ArrayList<>();
		for (Concept concept : concepts.values()) {
			if (new HashSet<>(concept.broader()).size() < concept.broader().size()) {
				problems.add(concept.code() + ": names a broader concept twice");
			}
			concept.broader()
					.stream()
					.filter((broader) -> !concepts.containsKey(broader))
					.forEach((broader) -> problems.add(concept.code() + ": unknown broader concept " + broader));
			int level = level(concept, concepts, new ArrayList<>(), problems);
			if (level > LEVELS) {
				problems.add(concept.code() + ": on level " + level);
			}
		}
		assertThat(problems).isEmpty();
		assertThat(concepts.values().stream().filter((concept) -> concept.broader().isEmpty()).map(Concept::code))
				.as("concepts with nothing above them")
				.allMatch(TOPS::contains);
	}

	/** Steps to the nearest top concept. */
	private static int level(Concept concept, Map<String, Concept> concepts, List<String> below,
			List<String> problems) {
		if (below.contains(concept.code())) {
			problems.add(concept.code() + ": lies above itself by way of " + below);
			return 0;
		}
		below.add(concept.code());
		int level = 1 + concept.broader()
				.stream()
				.filter(concepts::containsKey)
				.mapToInt((broader) -> level(Objects.requireNonNull(concepts.get(broader)), concepts, below, problems))
				.min()
				.orElse(0);
		below.removeLast();
		return level;
	}

	@Test
	void hasEachTermOnceInALanguage() throws IOException, URISyntaxException {
		List<String> problems = new ArrayList<>();
		Map<String, String> zh = new HashMap<>();
		Map<String, String> en = new HashMap<>();
		files().values().forEach((concepts) -> concepts.forEach((concept) -> {
			note(concept.zh(), concept.code(), zh, problems);
			concept.zhAlternatives().forEach((term) -> note(term, concept.code(), zh, problems));
			note(concept.en(), concept.code(), en, problems);
			concept.enAlternatives().forEach((term) -> note(term, concept.code(), en, problems));
		}));
		assertThat(problems).isEmpty();
	}

	private static void note(String term, String code, Map<String, String> terms, List<String> problems) {
		String before = terms.put(term.toLowerCase(Locale.ROOT), code);
		if (before != null && !HOMONYMS.contains(term.toLowerCase(Locale.ROOT))) {
			problems.add("'" + term + "' stands for " + before + " and for " + code);
		}
	}

	/** The annotator does not tell a plural from a singular nor a hyphen from a space. */
	@Test
	void findsEachConceptAndNoOtherByItsTerms() {
		ConceptAnnotator annotator = Thesaurus.bundled().annotator();
		List<String> problems = new ArrayList<>();
		Set<String> ambiguous = new TreeSet<>();
		for (Concept concept : Thesaurus.bundled().concepts()) {
			concept.terms().forEach((term) -> {
				List<String> found = annotator.annotateTyped(term).stream().map(Annotation::code).toList();
				if (found.equals(List.of(concept.code()))) {
					return;
				}
				if (found.contains(concept.code()) && HOMONYMS.stream().anyMatch(term::startsWith)) {
					HOMONYMS.stream().filter(term::startsWith).forEach(ambiguous::add);
					return;
				}
				problems.add("'" + term + "' of " + concept.code() + " is read as " + found);
			});
		}
		assertThat(problems).isEmpty();
		assertThat(ambiguous).as("homonyms that are some").isEqualTo(HOMONYMS);
	}

	@Test
	void hasCleanTermsAndKnownIndustries() {
		List<String> problems = new ArrayList<>();
		for (Concept concept : Thesaurus.bundled().concepts()) {
			if (!concept.code().matches("[a-z0-9]+(-[a-z0-9]+)*") || concept.code().length() > 80) {
				problems.add(concept.code() + ": not a code");
			}
			concept.terms()
					.filter((term) -> term.isBlank() || term.length() > 100 || !term.equals(term.strip())
							|| term.contains("  ") || !SIGNS.matcher(term).matches()
							|| term.chars().anyMatch((character) -> character >= 0xff01 && character <= 0xff5e))
					.forEach((term) -> problems.add(concept.code() + ": '" + term + "'"));
			Stream.concat(Stream.of(concept.zh()), concept.zhAlternatives().stream())
					.filter((term) -> !Folding.hasHan(term))
					.forEach((term) -> problems.add(concept.code() + ": no Chinese in the Chinese term " + term));
			Stream.concat(Stream.of(concept.zh()), concept.zhAlternatives().stream())
					// this character is one of simplified writing as well
					.filter((term) -> !Folding.fold(term).equals(term.replace('著', '着')))
					.forEach((term) -> problems.add(concept.code() + ": not simplified: " + term));
			Stream.concat(Stream.of(concept.en()), concept.enAlternatives().stream())
					.filter((term) -> Folding.hasHan(term))
					.forEach((term) -> problems.add(concept.code() + ": Chinese in the English term " + term));
			concept.industries()
					.stream()
					.filter((industry) -> !INDUSTRIES.contains(industry))
					.forEach((industry) -> problems.add(concept.code() + ": unknown industry " + industry));
			if (new HashSet<>(concept.industries()).size() < concept.industries().size()) {
				problems.add(concept.code() + ": names an industry twice");
			}
		}
		assertThat(problems).isEmpty();
	}

}
