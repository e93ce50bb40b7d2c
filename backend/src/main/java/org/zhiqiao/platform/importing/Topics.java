package org.zhiqiao.platform.importing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.taxonomy.ConceptRef;
import org.zhiqiao.platform.taxonomy.Concepts;

/** Turns words for fields of work into concepts of the thesaurus; what it does not know stays as words. */
@Component
class Topics {

	private static final Pattern IES = Pattern.compile("ies$");

	private static final Pattern ES = Pattern.compile("es$");

	private static final Pattern S = Pattern.compile("s$");

	private static final int MOST_CONCEPTS = 50;

	private static final int MOST_WORDS = 100;

	private static final int LONGEST_WORD = 200;

	private final Concepts concepts;

	Topics(Concepts concepts) {
		this.concepts = concepts;
	}

	/** Codes of the thesaurus, and the words that it does not know. */
	record Sorted(List<String> concepts, List<String> words) {

	}

	Sorted sort(List<String> words) {
		Set<String> known = new LinkedHashSet<>();
		Set<String> unknown = new LinkedHashSet<>();
		for (var word : words) {
			var term = word.strip();
			if (term.isEmpty()) {
				continue;
			}
			if (this.concepts.knows(term)) {
				known.add(term);
			} else {
				named(term).map(ConceptRef::code).ifPresentOrElse(known::add,
						() -> unknown.add((term.length() > LONGEST_WORD) ? term.substring(0, LONGEST_WORD) : term));
			}
		}
		return new Sorted(new ArrayList<>(known.stream().limit(MOST_CONCEPTS).toList()),
				new ArrayList<>(unknown.stream().limit(MOST_WORDS).toList()));
	}

	/** In sources many a field of work stands in the plural, in the thesaurus in the singular. */
	private Optional<ConceptRef> named(String term) {
		return Stream.of(term, IES.matcher(term).replaceFirst("y"), ES.matcher(term).replaceFirst(""),
				S.matcher(term).replaceFirst("")).distinct().flatMap((form) -> this.concepts.named(form).stream())
				.findFirst();
	}

}
