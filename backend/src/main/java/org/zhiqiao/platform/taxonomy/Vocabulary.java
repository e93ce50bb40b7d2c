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

	/** Asks for the seeding so that there is something to read. */
	Vocabulary(TermTable table, Seeding seeding) {
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

	/**
	 * The countries (alpha-2) of a region; empty for an unknown one, for one whose membership is
	 * not enumerated, and for parts of one country.
	 */
	public Set<String> countriesOf(String region) {
		return find(Scheme.REGIONS, region).map((term) -> term.facts("members"))
				.<Set<String>>map(
						members -> new TreeSet<>(members.stream().filter(member -> member.length() == 2).toList()))
				.orElseGet(Set::of);
	}

	/** The code of the region that consists of exactly these countries (alpha-2). */
	public Optional<String> regionOf(Collection<String> countries) {
		var wanted = Set.copyOf(countries);
		return terms(Scheme.REGIONS).stream()
				.map(Term::code)
				.filter(region -> countriesOf(region).equals(wanted))
				.findFirst();
	}

	/** All entries of a scheme, also retired ones. */
	List<Term> allTerms(Scheme scheme) {
		return List.copyOf(all(scheme).values());
	}

	private Map<String, Term> all(Scheme scheme) {
		Map<Scheme, Map<String, Term>> known = this.terms;
		return (known != null ? known : load(false)).getOrDefault(scheme, Map.of());
	}

	/** One at a time, so that nobody puts an older state in place of a newer one. */
	private synchronized Map<Scheme, Map<String, Term>> load(boolean again) {
		Map<Scheme, Map<String, Term>> known = this.terms;
		if (known == null || again) {
			known = this.table.all()
					.stream()
					.collect(Collectors.groupingBy(Term::scheme,
							Collectors.toMap(Term::code, term -> term, (one, two) -> two, LinkedHashMap::new)));
			this.terms = known;
		}
		return known;
	}

	/** Reads the table again, after the commit of an edit. */
	void reload() {
		load(true);
	}

}
