package org.zhiqiao.platform.taxonomy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
		List<TermTable.Kept> written = new ArrayList<>();
		Map<TermTable.Key, String> marked = new LinkedHashMap<>();
		for (Shipped.Entry<Term> entry : shipped) {
			var key = TermTable.Key.of(entry.content());
			Term before = known.remove(key);
			TermTable.Origin origin = origins.get(key);
			if (before == null || origin == null) {
				written.add(new TermTable.Kept(entry.content(), entry.fingerprint(), false));
			} else if (!entry.fingerprint().equals(origin.shipped()) && origin.edited()) {
				marked.put(key, entry.fingerprint());
			} else if (!entry.fingerprint().equals(origin.shipped())) {
				written.add(new TermTable.Kept(entry.content().atVersion(before.version() + 1), entry.fingerprint(),
						false));
			}
		}
		known.forEach((key, before) -> {
			TermTable.Origin origin = origins.get(key);
			if (origin != null && origin.shipped() != null && !origin.edited() && !before.retired()) {
				written.add(new TermTable.Kept(before.asRetired(true).atVersion(before.version() + 1),
						origin.shipped(), false));
			}
		});
		this.terms.writeAll(written);
		this.terms.markShipped(marked);
	}

	private void seedConcepts(List<Shipped.Entry<ConceptEntry>> shipped, Collection<String> industries) {
		Map<String, ConceptTable.Origin> origins = this.concepts.origins();
		if (origins.isEmpty()) {
			// What is shipped fits together; only what administrators did needs a closer look.
			this.concepts.writeAll(shipped.stream()
					.map(entry -> new ConceptTable.Kept(entry.content().atVersion(0), entry.fingerprint(), false))
					.toList());
			return;
		}
		var graph = new ConceptGraph(this.concepts.all());
		List<Shipped.Entry<ConceptEntry>> wanted = new ArrayList<>();
		Map<String, String> marked = new LinkedHashMap<>();
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
				marked.put(code, entry.fingerprint());
			}
		}
		List<ConceptTable.Kept> written = new ArrayList<>();
		retire(gone, graph, origins, written);
		// All of them leave their places before any is put in: terms and broader concepts may have moved among them.
		Map<String, ConceptEntry> before = new HashMap<>();
		wanted.forEach(entry -> graph.find(entry.content().code()).ifPresent(present -> {
			before.put(present.code(), present);
			graph.put(present.asRetired(true));
		}));
		var fitting = new Fitting(graph, industries, before, written);
		List<Shipped.Entry<ConceptEntry>> left = new ArrayList<>();
		for (Shipped.Entry<ConceptEntry> entry : fitting.all(wanted)) {
			if (fitting.nameTaken(entry.content())) {
				log.warn("The shipped concept {} is left out: an administrator gave its name to another",
						entry.content().code());
				ConceptTable.Origin origin = origins.get(entry.content().code());
				ConceptEntry present = before.get(entry.content().code());
				if (present != null && origin != null && origin.shipped() != null) {
					fitting.all(List.of(new Shipped.Entry<>(present, origin.shipped())));
				}
				fitting.refused.put(entry.content().code(), entry.content());
			} else {
				left.add(entry);
			}
		}
		for (Shipped.Entry<ConceptEntry> entry : fitting.all(fitting.belowOthers(left))) {
			log.warn("The shipped concept {} does not fit what administrators have edited and is left out: {}",
					entry.content().code(), graph.check(entry.content(), industries));
		}
		this.concepts.writeAll(written);
		this.concepts.markShipped(marked);
	}

	/** Takes away what is no longer shipped, unless something that stays is below it. */
	private void retire(Set<String> gone, ConceptGraph graph, Map<String, ConceptTable.Origin> origins,
			List<ConceptTable.Kept> written) {
		for (String code : gone) {
			ConceptEntry entry = graph.find(code).orElseThrow();
			if (!entry.retired() && gone.containsAll(graph.narrower(code))) {
				ConceptEntry retired = entry.asRetired(true).atVersion(entry.version() + 1);
				graph.put(retired);
				ConceptTable.Origin origin = origins.get(code);
				written.add(new ConceptTable.Kept(retired, origin == null ? null : origin.shipped(), false));
			}
		}
	}

	/** Puts concepts into the graph as far as what administrators did lets them in. */
	private static final class Fitting {

		private final ConceptGraph graph;

		private final Collection<String> industries;

		private final Map<String, ConceptEntry> before;

		private final List<ConceptTable.Kept> written;

		/** Those that do not come in at all, by code. */
		private final Map<String, ConceptEntry> refused = new HashMap<>();

		Fitting(ConceptGraph graph, Collection<String> industries, Map<String, ConceptEntry> before,
				List<ConceptTable.Kept> written) {
			this.graph = graph;
			this.industries = industries;
			this.before = before;
			this.written = written;
		}

		/** Gives back those that do not fit in. A concept fits once those above it are in, so it goes round and round. */
		List<Shipped.Entry<ConceptEntry>> all(List<Shipped.Entry<ConceptEntry>> wanted) {
			List<Shipped.Entry<ConceptEntry>> open = wanted;
			for (int last = -1; last != open.size() && !open.isEmpty();) {
				last = open.size();
				open = open.stream().filter(entry -> !fitIn(entry)).toList();
			}
			return open;
		}

		private boolean fitIn(Shipped.Entry<ConceptEntry> shipped) {
			ConceptEntry entry = shortened(shipped.content());
			if (!this.graph.check(entry, this.industries).isEmpty()) {
				return false;
			}
			ConceptEntry present = this.before.get(entry.code());
			ConceptEntry next = entry.atVersion(present == null ? 0 : present.version() + 1);
			this.graph.put(next);
			this.written.add(new ConceptTable.Kept(next, shipped.fingerprint(), false));
			return true;
		}

		boolean nameTaken(ConceptEntry entry) {
			return this.graph.check(entry, this.industries)
					.stream()
					.anyMatch(error -> error.code().equals("term-taken") && error.pointer().startsWith("/label/"));
		}

		/** Without the alternative terms that administrators gave to other concepts, and the industries they removed. */
		private ConceptEntry shortened(ConceptEntry entry) {
			Set<String> unfit = this.graph.check(entry, this.industries)
					.stream()
					.filter(error -> error.code().equals("term-taken") || error.pointer().startsWith("/industries/"))
					.map(FieldError::pointer)
					.collect(Collectors.toSet());
			return unfit.isEmpty()
					? entry
					: new ConceptEntry(entry.code(), entry.zh(),
							fit(entry.zhAlternatives(), "/alternatives/zh/", unfit),
							entry.en(), fit(entry.enAlternatives(), "/alternatives/en/", unfit), entry.broader(),
							fit(entry.industries(), "/industries/", unfit), entry.retired(), entry.version());
		}

		private static List<String> fit(List<String> values, String pointer, Set<String> unfit) {
			return IntStream.range(0, values.size())
					.filter(place -> !unfit.contains(pointer + place))
					.mapToObj(values::get)
					.toList();
		}

		/** Where something above is left out or was removed, what stands for it or above it takes its place. */
		List<Shipped.Entry<ConceptEntry>> belowOthers(List<Shipped.Entry<ConceptEntry>> entries) {
			return entries.stream().map(entry -> {
				ConceptEntry content = entry.content();
				List<String> above = content.broader()
						.stream()
						.flatMap(code -> instead(code, new HashSet<>()))
						.distinct()
						.toList();
				return new Shipped.Entry<>(content.withBroader(above), entry.fingerprint());
			}).toList();
		}

		private Stream<String> instead(String code, Set<String> seen) {
			if (!seen.add(code)) {
				return Stream.of();
			}
			ConceptEntry out = this.refused.get(code);
			if (out != null) {
				List<String> namesakes = Stream.of(out.zh(), out.en())
						.flatMap(term -> this.graph.named(term).stream())
						.map(ConceptEntry::code)
						.toList();
				return namesakes.isEmpty()
						? out.broader().stream().flatMap(above -> instead(above, seen))
						: namesakes.stream();
			}
			Optional<ConceptEntry> removed = this.before.containsKey(code)
					? Optional.empty()
					: this.graph.find(code).filter(ConceptEntry::retired);
			return removed.isPresent()
					? removed.get().broader().stream().flatMap(above -> instead(above, seen))
					: Stream.of(code);
		}

	}

}
