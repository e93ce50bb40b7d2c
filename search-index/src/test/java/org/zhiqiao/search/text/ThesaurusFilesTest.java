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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * The bundled thesaurus: what the loader does not refuse but would still be wrong.
 */
class ThesaurusFilesTest {

	private static final Set<String> INDUSTRIES = Set.of("new-it", "ai", "new-materials", "new-energy-environment",
			"nev-icv", "high-end-equipment", "smart-appliances", "life-health", "green-food", "digital-creative");

	private static Path folder() throws URISyntaxException {
		return Path.of(Objects.requireNonNull(Thesaurus.class.getResource("thesaurus/files.txt")).toURI())
				.resolveSibling("");
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
	void hasUniqueCodesKnownBroaderConceptsAndNoCycle() {
		assertThat(Thesaurus.bundled().concepts()).hasSizeGreaterThanOrEqualTo(400);
	}

	@Test
	void hasEachTermOnceInALanguage() throws IOException, URISyntaxException {
		List<String> problems = new ArrayList<>();
		Map<String, String> zh = new HashMap<>();
		Map<String, String> en = new HashMap<>();
		for (String file : Thesaurus.bundledFiles()) {
			try (BufferedReader reader = Files.newBufferedReader(folder().resolve(file), StandardCharsets.UTF_8)) {
				for (Concept concept : Thesaurus.read(file, reader)) {
					note(concept.zh(), concept.code(), zh, problems);
					concept.zhAlternatives().forEach((term) -> note(term, concept.code(), zh, problems));
					note(concept.en(), concept.code(), en, problems);
					concept.enAlternatives().forEach((term) -> note(term, concept.code(), en, problems));
				}
			}
		}
		assertThat(problems).isEmpty();
	}

	private static void note(String term, String code, Map<String, String> terms, List<String> problems) {
		String before = terms.put(term.toLowerCase(Locale.ROOT), code);
		if (before != null) {
			problems.add("'" + term + "' stands for " + before + " and for " + code);
		}
	}

	@Test
	void hasCleanTermsAndKnownIndustries() {
		List<String> problems = new ArrayList<>();
		for (Concept concept : Thesaurus.bundled().concepts()) {
			if (!concept.code().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
				problems.add(concept.code() + ": not a code");
			}
			concept.terms()
					.filter((term) -> term.isBlank() || !term.equals(term.strip()) || term.contains("  ")
							|| term.chars().anyMatch((character) -> character >= 0xff01 && character <= 0xff5e))
					.forEach((term) -> problems.add(concept.code() + ": '" + term + "'"));
			if (!Folding.hasHan(concept.zh()) && concept.zhAlternatives().stream().noneMatch(Folding::hasHan)
					&& !concept.zh().equalsIgnoreCase(concept.en())) {
				problems.add(concept.code() + ": no Chinese term");
			}
			if (Folding.hasHan(concept.en()) || concept.enAlternatives().stream().anyMatch(Folding::hasHan)) {
				problems.add(concept.code() + ": an English term in Chinese");
			}
			concept.industries()
					.stream()
					.filter((industry) -> !INDUSTRIES.contains(industry))
					.forEach((industry) -> problems.add(concept.code() + ": unknown industry " + industry));
		}
		assertThat(problems).isEmpty();
	}

}
