package org.zhiqiao.platform.taxonomy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.ProblemException;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.problem.StaleVersion;

/**
 * What administrators do to vocabularies and thesaurus. One edit at a time: each is checked
 * against all the others.
 */
@Service
class TaxonomyEditing {

	private static final Pattern CONCEPT_CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");

	private static final Pattern TERM_CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,79}");

	/** A standard or the province says what is in them. */
	private static final Set<Scheme> CLOSED = EnumSet.of(Scheme.COUNTRIES, Scheme.CITIES, Scheme.LANGUAGE_LEVELS);

	private static final int LONGEST_LABEL = 300;

	private static final int LONGEST_NOTE = 1000;

	private static final int LONGEST_SOURCE = 100;

	private final TermTable terms;

	private final ConceptTable concepts;

	private final TaxonomyState state;

	private final Vocabulary vocabulary;

	private final Concepts current;

	private final ObjectProvider<ThesaurusFollower> followers;

	private final ApplicationEventPublisher events;

	private final AuditLog audit;

	TaxonomyEditing(TermTable terms, ConceptTable concepts, TaxonomyState state, Vocabulary vocabulary,
			Concepts current, ObjectProvider<ThesaurusFollower> followers, ApplicationEventPublisher events,
			AuditLog audit) {
		this.terms = terms;
		this.concepts = concepts;
		this.state = state;
		this.vocabulary = vocabulary;
		this.current = current;
		this.followers = followers;
		this.events = events;
		this.audit = audit;
	}

	/** A new concept; one that was removed may come back under its code. */
	@Transactional
	ConceptEntry createConcept(SaveConcept given) {
		this.state.lock();
		var graph = new ConceptGraph(this.concepts.all());
		String code = Objects.requireNonNullElse(given.code(), "").strip();
		List<FieldError> errors = new ArrayList<>();
		checkNewCode(code, CONCEPT_CODE, graph.offered(code).isPresent(), errors);
		int version = graph.find(code).map(before -> before.version() + 1).orElse(0);
		ConceptEntry entry = given.entry(code, version);
		errors.addAll(graph.check(entry, industries()));
		refuse(errors);
		store("concept.created", null, entry);
		return entry;
	}

	@Transactional
	ConceptEntry changeConcept(String code, int version, SaveConcept given) {
		this.state.lock();
		var graph = new ConceptGraph(this.concepts.all());
		ConceptEntry before = present(graph, code, version);
		ConceptEntry entry = given.entry(code, version + 1);
		List<FieldError> errors = new ArrayList<>(graph.check(entry, industries()));
		if (given.code() != null && !given.code().equals(code)) {
			errors.add(new FieldError("/code", "not-wanted"));
		}
		refuse(errors);
		store("concept.changed", before, entry);
		return entry;
	}

	/** It is no longer offered nor found by; where it was chosen, it keeps its name. */
	@Transactional
	void removeConcept(String code, int version) {
		this.state.lock();
		var graph = new ConceptGraph(this.concepts.all());
		ConceptEntry before = present(graph, code, version);
		int below = graph.narrower(code).size();
		if (below > 0) {
			throw new ProblemException(HttpStatus.CONFLICT, "concept-has-narrower", below);
		}
		store("concept.removed", before, before.asRetired(true).atVersion(version + 1));
	}

	private static ConceptEntry present(ConceptGraph graph, String code, int version) {
		ConceptEntry before = graph.offered(code).orElseThrow(() -> new NotFound("concept", code));
		if (before.version() != version) {
			throw new StaleVersion("concept", code, before.version());
		}
		return before;
	}

	private void store(String action, @Nullable ConceptEntry before, ConceptEntry after) {
		ConceptTable.Origin origin = this.concepts.origins().get(after.code());
		this.concepts.write(after, origin == null ? null : origin.shipped(), true);
		this.audit.record(action, "concept", after.code(), before, after);
		var edits = List.of(new ThesaurusFollower.Edit(before == null ? null : before.concept(),
				after.retired() ? null : after.concept()));
		// First of all that happens after the commit: whoever reads a document again needs the new terms.
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				TaxonomyEditing.this.current.reload();
				TaxonomyEditing.this.followers
						.forEach(follower -> follower.changed(TaxonomyEditing.this.current.current(), edits));
			}
		});
		this.followers.forEach(follower -> follower.changing(edits));
	}

	private Set<String> industries() {
		return this.vocabulary.terms(Scheme.INDUSTRIES).stream().map(Term::code).collect(Collectors.toSet());
	}

	@Transactional
	Term createTerm(Scheme scheme, SaveTerm given) {
		if (CLOSED.contains(scheme)) {
			throw new ProblemException(HttpStatus.CONFLICT, "closed-vocabulary");
		}
		this.state.lock();
		List<Term> all = this.terms.all().stream().filter(term -> term.scheme() == scheme).toList();
		String code = Objects.requireNonNullElse(given.code(), "").strip();
		List<FieldError> errors = new ArrayList<>();
		checkNewCode(code, TERM_CODE, all.stream().anyMatch(term -> term.code().equals(code)), errors);
		int last = all.stream().mapToInt(Term::position).max().orElse(0);
		Term term = term(scheme, code, given, last + 1, 0);
		errors.addAll(check(term, all));
		refuse(errors);
		store("vocabulary.created", null, term);
		return term;
	}

	@Transactional
	Term changeTerm(Scheme scheme, String code, int version, SaveTerm given) {
		this.state.lock();
		List<Term> all = this.terms.all().stream().filter(term -> term.scheme() == scheme).toList();
		Term before = all.stream()
				.filter(term -> term.code().equals(code))
				.findFirst()
				.orElseThrow(() -> new NotFound("term", code));
		if (before.version() != version) {
			throw new StaleVersion("term", code, before.version());
		}
		Term term = term(scheme, code, given, before.position(), version + 1);
		List<FieldError> errors = new ArrayList<>(check(term, all));
		if (given.code() != null && !given.code().equals(code)) {
			errors.add(new FieldError("/code", "not-wanted"));
		}
		refuse(errors);
		store("vocabulary.changed", before, term);
		return term;
	}

	private static Term term(Scheme scheme, String code, SaveTerm given, int position, int version) {
		Map<String, List<String>> facts = new TreeMap<>();
		Objects.requireNonNullElse(given.facts(), Map.<String, List<String>>of()).forEach((name, values) -> {
			if (!values.isEmpty()) {
				facts.put(name, values.stream().map(String::strip).toList());
			}
		});
		return new Term(scheme, code, tidied(given.label()), tidied(given.note()), tidied(given.source()),
				Boolean.TRUE.equals(given.retired()), Objects.requireNonNullElse(given.position(), position), version,
				facts);
	}

	private static Bilingual tidied(@Nullable Bilingual given) {
		return given == null ? Bilingual.NONE : new Bilingual(tidied(given.zh()), tidied(given.en()));
	}

	private static @Nullable String tidied(@Nullable String text) {
		return text == null || text.isBlank() ? null : text.strip();
	}

	private List<FieldError> check(Term term, List<Term> all) {
		List<FieldError> errors = new ArrayList<>();
		checkLabel("/label/zh", term, term.label().zh(), all.stream().filter(other -> !same(other, term)).filter(
				other -> Objects.equals(other.label().zh(), term.label().zh())).findFirst(), errors);
		checkLabel("/label/en", term, term.label().en(), all.stream().filter(other -> !same(other, term)).filter(
				other -> Objects.equals(other.label().en(), term.label().en())).findFirst(), errors);
		checkLength("/note/zh", term.note().zh(), LONGEST_NOTE, errors);
		checkLength("/note/en", term.note().en(), LONGEST_NOTE, errors);
		checkLength("/source", term.source(), LONGEST_SOURCE, errors);
		Map<String, Fact> known = Fact.of(term.scheme()).stream().collect(Collectors.toMap(Fact::name, fact -> fact));
		term.facts().forEach((name, values) -> {
			Fact fact = known.get(name);
			if (fact == null) {
				errors.add(new FieldError("/facts/" + name, "unknown-code", name));
				return;
			}
			for (int i = 0; i < values.size(); i++) {
				check("/facts/" + name + "/" + i, fact, values.get(i), errors);
			}
		});
		return errors;
	}

	private static boolean same(Term one, Term two) {
		return one.code().equals(two.code());
	}

	private static void checkLabel(String pointer, Term term, @Nullable String label, Optional<Term> owner,
			List<FieldError> errors) {
		if (label == null) {
			errors.add(new FieldError(pointer, "required"));
			return;
		}
		checkLength(pointer, label, LONGEST_LABEL, errors);
		owner.filter(other -> !other.retired() && !term.retired())
				.ifPresent(other -> errors.add(new FieldError(pointer, "term-taken", other.code(), other.code())));
	}

	private void check(String pointer, Fact fact, String value, List<FieldError> errors) {
		Scheme target = fact.target();
		if (value.isEmpty()) {
			errors.add(new FieldError(pointer, "required"));
		} else if ((fact.kind() == Fact.Kind.CONCEPT && !this.current.knows(value))
				|| (target != null && !this.vocabulary.knows(target, value))) {
			errors.add(new FieldError(pointer, "unknown-code", value));
		} else if (fact.name().equals("rank") && !value.matches("\\d{1,4}")) {
			errors.add(new FieldError(pointer, "format"));
		} else {
			checkLength(pointer, value, LONGEST_LABEL, errors);
		}
	}

	private static void checkLength(String pointer, @Nullable String text, int most, List<FieldError> errors) {
		if (text != null && text.length() > most) {
			errors.add(new FieldError(pointer, "length-at-most", most));
		}
	}

	private static void checkNewCode(String code, Pattern form, boolean taken, List<FieldError> errors) {
		if (code.isEmpty()) {
			errors.add(new FieldError("/code", "required"));
		} else if (!form.matcher(code).matches()) {
			errors.add(new FieldError("/code", "code-form"));
		} else if (taken) {
			errors.add(new FieldError("/code", "code-taken", code));
		}
	}

	private static void refuse(List<FieldError> errors) {
		if (!errors.isEmpty()) {
			throw new InvalidInput(errors);
		}
	}

	private void store(String action, @Nullable Term before, Term after) {
		TermTable.Origin origin = this.terms.origins().get(TermTable.Key.of(after));
		this.terms.write(after, origin == null ? null : origin.shipped(), true);
		this.audit.record(action, "term", after.scheme().key() + "/" + after.code(), before, after);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				TaxonomyEditing.this.vocabulary.reload();
			}
		});
		this.events.publishEvent(new VocabularyChanged(after.scheme(), after.code()));
	}

}
