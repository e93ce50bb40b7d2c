package org.zhiqiao.platform.taxonomy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiqiao.platform.problem.ProblemException.FieldError;

/**
 * Brings into the database what the program ships, when it starts: everything at first, later
 * what a new version ships differently. What an administrator has edited stays as it is.
 */
@Component
class Seeding {

	private static final Logger log = LoggerFactory.getLogger(Seeding.class);

	private final TermTable terms;

	private final ConceptTable concepts;

	private final TaxonomyState state;

	Seeding(TermTable terms, ConceptTable concepts, TaxonomyState state, PlatformTransactionManager transactions) {
		this.terms = terms;
		this.concepts = concepts;
		this.state = state;
		new TransactionTemplate(transactions)
				.executeWithoutResult(status -> seed(Shipped.terms(), Shipped.concepts()));
	}

	void seed(List<Shipped.Entry<Term>> shippedTerms, List<Shipped.Entry<ConceptEntry>> shippedConcepts) {
		String all = Shipped.fingerprint(List.of(shippedTerms, shippedConcepts));
		if (all.equals(this.state.lock())) {
			return;
		}
		seedTerms(shippedTerms);
		Set<String> industries = this.terms.all()
				.stream()
				.filter(term -> term.scheme() == Scheme.INDUSTRIES && !term.retired())
				.map(Term::code)
				.collect(Collectors.toSet());
		seedConcepts(shippedConcepts, industries);
		this.state.shipped(all);
	}

	private void seedTerms(List<Shipped.Entry<Term>> shipped) {
		Map<TermTable.Key, Term> known = new LinkedHashMap<>();
		this.terms.all().forEach(term -> known.put(TermTable.Key.of(term), term));
		Map<TermTable.Key, TermTable.Origin> origins = this.terms.origins();
		for (Shipped.Entry<Term> entry : shipped) {
			var key = TermTable.Key.of(entry.content());
			Term before = known.remove(key);
			TermTable.Origin origin = origins.get(key);
			if (before == null || origin == null) {
				this.terms.write(entry.content(), entry.fingerprint(), false);
			} else if (!entry.fingerprint().equals(origin.shipped()) && origin.edited()) {
				this.terms.markShipped(key, entry.fingerprint());
			} else if (!entry.fingerprint().equals(origin.shipped())) {
				this.terms.write(entry.content().atVersion(before.version() + 1), entry.fingerprint(), false);
			}
		}
		known.forEach((key, before) -> {
			TermTable.Origin origin = origins.get(key);
			if (origin != null && origin.shipped() != null && !origin.edited() && !before.retired()) {
				this.terms.write(before.asRetired(true).atVersion(before.version() + 1), origin.shipped(), false);
			}
		});
	}

	private void seedConcepts(List<Shipped.Entry<ConceptEntry>> shipped, Collection<String> industries) {
		var graph = new ConceptGraph(this.concepts.all());
		Map<String, ConceptTable.Origin> origins = this.concepts.origins();
		List<Shipped.Entry<ConceptEntry>> wanted = new ArrayList<>();
		Set<String> gone = new HashSet<>();
		origins.forEach((code, origin) -> {
			if (origin.shipped() != null && !origin.edited()) {
				gone.add(code);
			}
		});
		for (Shipped.Entry<ConceptEntry> entry : shipped) {
			String code = entry.content().code();
			ConceptTable.Origin origin = origins.get(code);
			gone.remove(code);
			if (origin == null || (!origin.edited() && !entry.fingerprint().equals(origin.shipped()))) {
				wanted.add(entry);
			} else if (origin.edited() && !entry.fingerprint().equals(origin.shipped())) {
				this.concepts.markShipped(code, entry.fingerprint());
			}
		}
		List<ConceptEntry> written = new ArrayList<>();
		retire(gone, graph, origins, written);
		// All of them leave their places before any is put in: terms and broader concepts may have moved among them.
		wanted.forEach(
				entry -> graph.find(entry.content().code()).ifPresent(before -> graph.put(before.asRetired(true))));
		List<Shipped.Entry<ConceptEntry>> open = wanted;
		// A concept fits in once those above it are in, so go round as long as something fits.
		for (int before = -1; before != written.size() && !open.isEmpty();) {
			before = written.size();
			List<Shipped.Entry<ConceptEntry>> left = new ArrayList<>();
			for (Shipped.Entry<ConceptEntry> entry : open) {
				if (!fitIn(entry, graph, industries, written)) {
					left.add(entry);
				}
			}
			open = left;
		}
		for (Shipped.Entry<ConceptEntry> entry : open) {
			log.warn("The shipped concept {} does not fit what administrators have edited and is left out: {}",
					entry.content().code(), graph.check(entry.content(), industries));
		}
		written.forEach(this.concepts::writeRelations);
	}

	/** Takes away what is no longer shipped, unless something that stays is below it. */
	private void retire(Set<String> gone, ConceptGraph graph, Map<String, ConceptTable.Origin> origins,
			List<ConceptEntry> written) {
		for (String code : gone) {
			ConceptEntry entry = graph.find(code).orElseThrow();
			if (!entry.retired() && gone.containsAll(graph.narrower(code))) {
				ConceptEntry retired = entry.asRetired(true).atVersion(entry.version() + 1);
				graph.put(retired);
				ConceptTable.Origin origin = origins.get(code);
				this.concepts.write(retired, origin == null ? null : origin.shipped(), false);
				written.add(retired);
			}
		}
	}

	private boolean fitIn(Shipped.Entry<ConceptEntry> shipped, ConceptGraph graph, Collection<String> industries,
			List<ConceptEntry> written) {
		ConceptEntry entry = withoutTaken(shipped.content(), graph.check(shipped.content(), industries));
		if (!graph.check(entry, industries).isEmpty()) {
			return false;
		}
		ConceptEntry next = entry.atVersion(graph.find(entry.code()).map(before -> before.version() + 1).orElse(0));
		graph.put(next);
		this.concepts.write(next, shipped.fingerprint(), false);
		written.add(next);
		return true;
	}

	/** Without the alternative terms that an administrator has given to another concept. */
	private static ConceptEntry withoutTaken(ConceptEntry entry, List<FieldError> errors) {
		Set<String> taken = errors.stream()
				.filter(error -> error.code().equals("term-taken"))
				.map(FieldError::pointer)
				.collect(Collectors.toSet());
		if (taken.isEmpty()) {
			return entry;
		}
		return entry.withAlternatives(free(entry.zhAlternatives(), "/alternatives/zh/", taken),
				free(entry.enAlternatives(), "/alternatives/en/", taken));
	}

	private static List<String> free(List<String> alternatives, String pointer, Set<String> taken) {
		List<String> free = new ArrayList<>();
		for (int i = 0; i < alternatives.size(); i++) {
			if (!taken.contains(pointer + i)) {
				free.add(alternatives.get(i));
			}
		}
		return free;
	}

}
