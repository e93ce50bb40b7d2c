package org.zhiqiao.platform.taxonomy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A concept as it is shown.
 *
 * @param narrower the concepts directly below; only of a single concept
 * @param retired no longer offered for choosing
 */
record ConceptView(String code, Bilingual label, Alternatives alternatives, List<ConceptRef> broader,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ConceptRef> narrower, int narrowerCount,
		List<String> industries, boolean retired, int version) {

	/** Alternative terms by language. */
	record Alternatives(List<String> zh, List<String> en) {}

	static ConceptView of(ConceptEntry entry, ConceptGraph graph, boolean whole) {
		List<ConceptRef> narrower = refs(graph.narrower(entry.code()), graph);
		return new ConceptView(entry.code(), entry.ref().label(),
				new Alternatives(entry.zhAlternatives(), entry.enAlternatives()), refs(entry.broader(), graph),
				whole ? narrower : null, narrower.size(), entry.industries(), entry.retired(), entry.version());
	}

	private static List<ConceptRef> refs(Iterable<String> codes, ConceptGraph graph) {
		var refs = new ArrayList<ConceptRef>();
		codes.forEach(code -> graph.find(code).map(ConceptEntry::ref).ifPresent(refs::add));
		return List.copyOf(refs);
	}

}
