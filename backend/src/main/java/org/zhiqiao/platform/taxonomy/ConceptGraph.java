package org.zhiqiao.platform.taxonomy;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All concepts with their relations, read only. Retired concepts are known by code alone: no term and no tree leads there. */
final class ConceptGraph {

	private final Map<String, ConceptEntry> byCode = new LinkedHashMap<>();

	private final Map<String, ConceptEntry> byTerm = new HashMap<>();

	private final Map<String, List<String>> narrower = new HashMap<>();

	ConceptGraph(Collection<ConceptEntry> entries) {
		entries.forEach((entry) -> this.byCode.put(entry.code(), entry));
		for (var entry : entries) {
			if (entry.retired()) {
				continue;
			}
			entry.broader().forEach(
					(code) -> this.narrower.computeIfAbsent(code, (key) -> new ArrayList<>()).add(entry.code()));
			for (var language : List.of("zh", "en")) {
				entry.terms(language).forEach((term) -> this.byTerm.putIfAbsent(normalized(term), entry));
			}
		}
	}

	/** What makes two terms the same: width, letter case and spaces do not count. */
	static String normalized(String term) {
		return Normalizer.normalize(term, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ")
				.toLowerCase(Locale.ROOT);
	}

	Collection<ConceptEntry> all() {
		return this.byCode.values();
	}

	Optional<ConceptEntry> find(String code) {
		return Optional.ofNullable(this.byCode.get(code));
	}

	Optional<ConceptEntry> named(String term) {
		return Optional.ofNullable(this.byTerm.get(normalized(term)));
	}

	List<String> narrower(String code) {
		return this.narrower.getOrDefault(code, List.of());
	}

	/** Broader concepts up to the top, nearest first. */
	List<String> ancestors(String code) {
		var found = new LinkedHashSet<String>();
		var open = new ArrayDeque<>(find(code).map(ConceptEntry::broader).orElseGet(List::of));
		while (!open.isEmpty()) {
			var next = open.removeFirst();
			if (found.add(next)) {
				open.addAll(find(next).map(ConceptEntry::broader).orElseGet(List::of));
			}
		}
		return List.copyOf(found);
	}

}
