package org.zhiqiao.platform.taxonomy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The thesaurus of domains as it is now. Reads come from memory; an edit replaces the whole. */
@Component
public class Concepts {

	private final ConceptTable table;

	private volatile @Nullable ConceptGraph graph;

	Concepts(ConceptTable table) {
		this.table = table;
	}

	/** Whether the code is one that may be chosen now. */
	public boolean knows(@Nullable String code) {
		return code != null && graph().find(code).filter((entry) -> !entry.retired()).isPresent();
	}

	/** The codes that may not be chosen now, in their order. */
	public List<String> unknown(Collection<String> codes) {
		return codes.stream().filter((code) -> !knows(code)).toList();
	}

	/** Code and name; for a code that nobody knows the code itself stands for the name. */
	public ConceptRef ref(String code) {
		return graph().find(code)
				.map(ConceptEntry::ref)
				.orElseGet(() -> new ConceptRef(code, new Bilingual(code, code)));
	}

	public List<ConceptRef> refs(Collection<String> codes) {
		return codes.stream().map(this::ref).toList();
	}

	/** The concept that has exactly this term (preferred or alternative, in either language, letter case aside). */
	public Optional<ConceptRef> named(String term) {
		return graph().named(term).map(ConceptEntry::ref);
	}

	/** The industries of a concept. */
	public List<String> industriesOf(String code) {
		return graph().find(code).map(ConceptEntry::industries).orElseGet(List::of);
	}

	/** The concept's broader concepts up to the top, nearest first, without itself. */
	public List<String> ancestors(String code) {
		return graph().ancestors(code);
	}

	ConceptGraph graph() {
		var known = this.graph;
		if (known == null) {
			known = new ConceptGraph(this.table.all());
			this.graph = known;
		}
		return known;
	}

	/** Forget what is in memory: the table has changed. */
	void reload() {
		this.graph = null;
	}

}
