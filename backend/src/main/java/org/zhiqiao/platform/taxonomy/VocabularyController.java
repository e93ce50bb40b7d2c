package org.zhiqiao.platform.taxonomy;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhiqiao.platform.problem.IfMatch;
import org.zhiqiao.platform.problem.NotFound;

@RestController
@RequestMapping("/api/vocabulary")
class VocabularyController {

	private final Vocabulary vocabulary;

	private final Concepts concepts;

	private final TaxonomyEditing editing;

	VocabularyController(Vocabulary vocabulary, Concepts concepts, TaxonomyEditing editing) {
		this.vocabulary = vocabulary;
		this.concepts = concepts;
		this.editing = editing;
	}

	/** Everything at once: it is small, the same for everybody, and seldom changes. */
	@GetMapping
	@PreAuthorize("permitAll()")
	ResponseEntity<VocabularyView> all() {
		Map<String, List<TermView>> schemes = new LinkedHashMap<>();
		Map<String, List<String>> regions = regions();
		for (Scheme scheme : Scheme.values()) {
			schemes.put(scheme.key(), this.vocabulary.allTerms(scheme)
					.stream()
					.map(term -> TermView.of(term, this.concepts,
							scheme == Scheme.COUNTRIES ? regions.getOrDefault(term.code(), List.of()) : List.of()))
					.toList());
		}
		var view = new VocabularyView(schemes);
		// Asked again each time, and answered without a body while nothing has changed.
		return ResponseEntity.ok()
				.cacheControl(CacheControl.maxAge(Duration.ZERO).cachePublic().mustRevalidate())
				.eTag(Shipped.fingerprint(view))
				.body(view);
	}

	/** Which regions a country is in. */
	private Map<String, List<String>> regions() {
		return this.vocabulary.terms(Scheme.REGIONS)
				.stream()
				.flatMap(region -> region.facts("members").stream().map(member -> Map.entry(member, region.code())))
				.collect(Collectors.groupingBy(Map.Entry::getKey,
						Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	@PostMapping("/{scheme}")
	@PreAuthorize("hasRole('ADMINISTRATOR')")
	ResponseEntity<TermView> create(@PathVariable String scheme, @RequestBody SaveTerm given) {
		Term created = this.editing.createTerm(scheme(scheme), given);
		return ResponseEntity.created(URI.create("/api/vocabulary"))
				.eTag(IfMatch.tag(created.version()))
				.body(TermView.of(created, this.concepts, List.of()));
	}

	@PutMapping("/{scheme}/{code}")
	@PreAuthorize("hasRole('ADMINISTRATOR')")
	ResponseEntity<TermView> change(@PathVariable String scheme, @PathVariable String code,
			@RequestBody SaveTerm given,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		Term changed = this.editing.changeTerm(scheme(scheme), code, IfMatch.version(ifMatch), given);
		return ResponseEntity.ok()
				.eTag(IfMatch.tag(changed.version()))
				.body(TermView.of(changed, this.concepts, List.of()));
	}

	private static Scheme scheme(String key) {
		return Arrays.stream(Scheme.values())
				.filter(scheme -> scheme.key().equals(key))
				.findFirst()
				.orElseThrow(() -> new NotFound("scheme", key));
	}

	/** All schemes by their names. */
	record VocabularyView(Map<String, List<TermView>> schemes) {}

}
