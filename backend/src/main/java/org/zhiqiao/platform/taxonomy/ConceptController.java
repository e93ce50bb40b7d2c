package org.zhiqiao.platform.taxonomy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiqiao.platform.problem.IfMatch;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.search.text.Concept;
import org.zhiqiao.search.text.Thesaurus;

@RestController
@RequestMapping("/api/concepts")
class ConceptController {

	/** Asks for the concepts that nothing stands above. */
	private static final String TOP = "top";

	private final Concepts concepts;

	private final TaxonomyEditing editing;

	ConceptController(Concepts concepts, TaxonomyEditing editing) {
		this.concepts = concepts;
		this.editing = editing;
	}

	/**
	 * Concepts with a term that starts with or contains what was typed, the best first; without
	 * anything typed by code.
	 *
	 * @param under only those below this concept, at any depth; {@code top} for the top ones
	 */
	@GetMapping
	@PreAuthorize("permitAll()")
	ConceptPage find(@RequestParam(defaultValue = "") @Size(max = 200) String q,
			@RequestParam(defaultValue = "") String under,
			@RequestParam(defaultValue = "1") @Min(1) @Max(10_000) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(200) int size) {
		Thesaurus thesaurus = this.concepts.current();
		ConceptGraph graph = this.concepts.graph();
		Set<String> below = under.isBlank() || under.equals(TOP) ? Set.of() : thesaurus.descendants(under);
		Stream<Concept> all = q.isBlank()
				? thesaurus.concepts().stream()
				: thesaurus.complete(q, thesaurus.concepts().size()).stream();
		List<ConceptEntry> found = all
				.filter(concept -> under.isBlank()
						|| (under.equals(TOP) ? concept.broader().isEmpty() : below.contains(concept.code())))
				.flatMap(concept -> graph.offered(concept.code()).stream())
				.toList();
		return new ConceptPage(found.stream()
				.skip((page - 1L) * size)
				.limit(size)
				.map(entry -> ConceptView.of(entry, graph, false))
				.toList(), found.size(), page, size);
	}

	@GetMapping("/{code}")
	@PreAuthorize("permitAll()")
	ResponseEntity<ConceptView> get(@PathVariable String code) {
		return whole(this.concepts.graph().find(code).orElseThrow(() -> new NotFound("concept", code)));
	}

	@PostMapping
	@PreAuthorize("hasRole('ADMINISTRATOR')")
	ResponseEntity<ConceptView> create(@RequestBody SaveConcept given) {
		ConceptEntry created = this.editing.createConcept(given);
		return ResponseEntity.created(URI.create("/api/concepts/" + created.code()))
				.eTag(IfMatch.tag(created.version()))
				.body(ConceptView.of(created, this.concepts.graph(), true));
	}

	@PutMapping("/{code}")
	@PreAuthorize("hasRole('ADMINISTRATOR')")
	ResponseEntity<ConceptView> change(@PathVariable String code, @RequestBody SaveConcept given,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		return whole(this.editing.changeConcept(code, IfMatch.version(ifMatch), given));
	}

	@DeleteMapping("/{code}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PreAuthorize("hasRole('ADMINISTRATOR')")
	void remove(@PathVariable String code,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		this.editing.removeConcept(code, IfMatch.version(ifMatch));
	}

	private ResponseEntity<ConceptView> whole(ConceptEntry entry) {
		return ResponseEntity.ok()
				.eTag(IfMatch.tag(entry.version()))
				.body(ConceptView.of(entry, this.concepts.graph(), true));
	}

	record ConceptPage(List<ConceptView> items, long total, int page, int size) {}

}
