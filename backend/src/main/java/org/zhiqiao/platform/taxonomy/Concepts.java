package org.zhiqiao.platform.taxonomy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiqiao.search.text.Thesaurus;

/**
 * The thesaurus of domains as it is now, with what administrators made of it. Reads come from
 * memory; an edit replaces the whole.
 */
@Component
public class Concepts {

	private final ConceptTable table;

	private volatile @Nullable Snapshot snapshot;

	/** Asks for the seeding so that there is something to read. */
	Concepts(ConceptTable table, Seeding seeding) {
		this.table = table;
	}

	private record Snapshot(ConceptGraph graph, Thesaurus thesaurus) {}

	/** Whether the code is one that may be chosen now. */
	public boolean knows(@Nullable String code) {
		return code != null && graph().offered(code).isPresent();
	}

	/** The codes that may not be chosen now, in their order. */
	public List<String> unknown(Collection<String> codes) {
		return codes.stream().filter(code -> !knows(code)).toList();
	}

	/** Code and name, also of a retired concept; of a code that nobody knows the code itself. */
	public ConceptRef ref(String code) {
		return graph().find(code).map(ConceptEntry::ref).orElseGet(
				() -> new ConceptRef(code, new Bilingual(code, code)));
	}

	public List<ConceptRef> refs(Collection<String> codes) {
		return codes.stream().map(this::ref).toList();
	}

	/**
	 * The concept that has exactly this term, preferred or alternative, in either language; width
	 * and letter case do not count.
	 */
	public Optional<ConceptRef> named(String term) {
		return graph().named(term).map(ConceptEntry::ref);
	}

	/** The industries of a concept. */
	public List<String> industriesOf(String code) {
		return graph().find(code).map(ConceptEntry::industries).orElseGet(List::of);
	}

	/** The concept's broader concepts up to the top, nearest first, without itself. */
	public Set<String> ancestors(String code) {
		return current().ancestors(code);
	}

	/** The whole, for whoever analyses texts with it. Retired concepts are not in it. */
	public Thesaurus current() {
		return snapshot().thesaurus();
	}

	ConceptGraph graph() {
		return snapshot().graph();
	}

	private Snapshot snapshot() {
		Snapshot known = this.snapshot;
		return known != null ? known : load(false);
	}

	/** One at a time, so that nobody puts an older state in place of a newer one. */
	private synchronized Snapshot load(boolean again) {
		Snapshot known = this.snapshot;
		if (known == null || again) {
			var graph = new ConceptGraph(this.table.all());
			known = new Snapshot(graph, graph.thesaurus());
			this.snapshot = known;
		}
		return known;
	}

	/** Reads the table again, after the commit of an edit. */
	void reload() {
		load(true);
	}

}
