package org.zhiqiao.platform.taxonomy;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.search.text.Thesaurus;

/**
 * All concepts with their relations while the whole is checked: which term belongs to whom,
 * who stands above whom. Retired concepts are known by code alone; no term and no tree leads
 * to them.
 */
final class ConceptGraph {

	static final List<String> LANGUAGES = List.of("zh", "en");

	private static final Pattern SPACE = Pattern.compile("\\s+");

	private static final int LONGEST_TERM = 200;

	private final Map<String, ConceptEntry> byCode = new LinkedHashMap<>();

	private final Map<String, Map<String, String>> owners = new HashMap<>();

	private final Map<String, Set<String>> narrower = new HashMap<>();

	ConceptGraph(Collection<ConceptEntry> entries) {
		entries.forEach(this::put);
	}

	/** What makes two terms the same: width, letter case and spaces do not count. */
	static String normalized(String term) {
		return SPACE.matcher(Normalizer.normalize(term, Normalizer.Form.NFKC).strip())
				.replaceAll(" ")
				.toLowerCase(Locale.ROOT);
	}

	Collection<ConceptEntry> all() {
		return this.byCode.values();
	}

	Optional<ConceptEntry> find(String code) {
		return Optional.ofNullable(this.byCode.get(code));
	}

	/** The concept, unless it is retired. */
	Optional<ConceptEntry> offered(String code) {
		return find(code).filter(entry -> !entry.retired());
	}

	Optional<ConceptEntry> named(String term) {
		return LANGUAGES.stream().flatMap(language -> owner(language, term).stream()).findFirst();
	}

	private Optional<ConceptEntry> owner(String language, String term) {
		return Optional.ofNullable(owners(language).get(normalized(term))).flatMap(this::find);
	}

	private Map<String, String> owners(String language) {
		return this.owners.computeIfAbsent(language, key -> new HashMap<>());
	}

	Set<String> narrower(String code) {
		return this.narrower.getOrDefault(code, Set.of());
	}

	Thesaurus thesaurus() {
		return Thesaurus.of(all().stream().filter(entry -> !entry.retired()).map(ConceptEntry::concept).toList());
	}

	/** Puts a concept in, in place of the one with its code. */
	void put(ConceptEntry entry) {
		ConceptEntry before = this.byCode.put(entry.code(), entry);
		if (before != null && !before.retired()) {
			before.broader().forEach(code -> this.narrower.getOrDefault(code, Set.of()).remove(before.code()));
			LANGUAGES.forEach(language -> before.terms(language)
					.forEach(term -> owners(language).remove(normalized(term), before.code())));
		}
		if (!entry.retired()) {
			entry.broader().forEach(
					code -> this.narrower.computeIfAbsent(code, key -> new TreeSet<>()).add(entry.code()));
			LANGUAGES.forEach(language -> entry.terms(language)
					.forEach(term -> owners(language).putIfAbsent(normalized(term), entry.code())));
		}
	}

	/** What speaks against putting this concept in. Pointers are those of {@link SaveConcept}. */
	List<FieldError> check(ConceptEntry entry, Collection<String> industries) {
		List<FieldError> errors = new ArrayList<>();
		checkTerms("zh", entry, entry.zh(), entry.zhAlternatives(), errors);
		checkTerms("en", entry, entry.en(), entry.enAlternatives(), errors);
		for (int i = 0; i < entry.broader().size(); i++) {
			String pointer = "/broader/" + i;
			String broader = entry.broader().get(i);
			if (broader.equals(entry.code()) || reaches(broader, entry.code())) {
				errors.add(new FieldError(pointer, "concept-cycle", label(broader), entry.zh() + " / " + entry.en()));
			} else if (offered(broader).isEmpty()) {
				errors.add(new FieldError(pointer, "unknown-code", broader));
			} else if (entry.broader().indexOf(broader) < i) {
				errors.add(new FieldError(pointer, "twice"));
			}
		}
		for (int i = 0; i < entry.industries().size(); i++) {
			String industry = entry.industries().get(i);
			if (!industries.contains(industry)) {
				errors.add(new FieldError("/industries/" + i, "unknown-code", industry));
			} else if (entry.industries().indexOf(industry) < i) {
				errors.add(new FieldError("/industries/" + i, "twice"));
			}
		}
		return errors;
	}

	private void checkTerms(String language, ConceptEntry entry, String preferred, List<String> alternatives,
			List<FieldError> errors) {
		Set<String> seen = new TreeSet<>();
		checkTerm("/label/" + language, language, entry.code(), preferred, seen, errors);
		for (int i = 0; i < alternatives.size(); i++) {
			checkTerm("/alternatives/" + language + "/" + i, language, entry.code(), alternatives.get(i), seen, errors);
		}
	}

	private void checkTerm(String pointer, String language, String code, String term, Set<String> seen,
			List<FieldError> errors) {
		if (term.isBlank()) {
			errors.add(new FieldError(pointer, "required"));
			return;
		}
		if (term.length() > LONGEST_TERM) {
			errors.add(new FieldError(pointer, "length-at-most", LONGEST_TERM));
		}
		if (!seen.add(normalized(term))) {
			errors.add(new FieldError(pointer, "twice"));
		}
		owner(language, term).filter(owner -> !owner.code().equals(code))
				.ifPresent(
						owner -> errors.add(new FieldError(pointer, "term-taken", label(owner.code()), owner.code())));
	}

	private String label(String code) {
		return find(code).map(entry -> entry.zh() + " / " + entry.en()).orElse(code);
	}

	/** Whether the way up from one concept leads to the other. */
	private boolean reaches(String from, String to) {
		Set<String> seen = new LinkedHashSet<>();
		Deque<String> open = new ArrayDeque<>(List.of(from));
		for (@Nullable
		String next = open.poll(); next != null; next = open.poll()) {
			List<String> above = offered(next).map(ConceptEntry::broader).orElseGet(List::of);
			if (above.contains(to)) {
				return true;
			}
			above.stream().filter(seen::add).forEach(open::add);
		}
		return false;
	}

}
