package org.zhiqiao.platform.taxonomy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The small vocabularies as they are now. Reads come from memory; an edit replaces the whole. */
@Component
public class Vocabulary {

	private final TermTable table;

	private volatile @Nullable Map<Scheme, Map<String, Term>> terms;

	Vocabulary(TermTable table) {
		this.table = table;
	}

	/** Whether the code is one that may be chosen now. */
	public boolean knows(Scheme scheme, @Nullable String code) {
		return code != null && find(scheme, code).filter((term) -> !term.retired()).isPresent();
	}

	/** The codes that may not be chosen now, in their order. */
	public List<String> unknown(Scheme scheme, Collection<String> codes) {
		return codes.stream().filter((code) -> !knows(scheme, code)).toList();
	}

	/** The entry, even if it is retired. */
	public Optional<Term> find(Scheme scheme, String code) {
		return Optional.ofNullable(all(scheme).get(code));
	}

	/** The entry's name; for a code that nobody knows the code itself. */
	public Bilingual label(Scheme scheme, String code) {
		return find(scheme, code).map(Term::label).orElseGet(() -> new Bilingual(code, code));
	}

	/** What may be chosen, in the vocabulary's own order. */
	public List<Term> terms(Scheme scheme) {
		return all(scheme).values().stream().filter((term) -> !term.retired()).toList();
	}

	/** The countries (alpha-2) of a region; empty where the membership is not enumerated. */
	public Set<String> countriesOf(String region) {
		return find(Scheme.REGIONS, region).map((term) -> term.facts("countries"))
				.<Set<String>>map(TreeSet::new)
				.orElseGet(Set::of);
	}

	private Map<String, Term> all(Scheme scheme) {
		var known = this.terms;
		if (known == null) {
			known = this.table.all()
					.stream()
					.collect(Collectors.groupingBy(Term::scheme,
							Collectors.toMap(Term::code, (term) -> term, (one, two) -> two, LinkedHashMap::new)));
			this.terms = known;
		}
		return known.getOrDefault(scheme, Map.of());
	}

	/** Forget what is in memory: the table has changed. */
	void reload() {
		this.terms = null;
	}

}
