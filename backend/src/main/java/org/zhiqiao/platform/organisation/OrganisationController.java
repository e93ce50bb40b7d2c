package org.zhiqiao.platform.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiqiao.platform.account.CurrentActor;
import org.zhiqiao.platform.problem.IfMatch;
import org.zhiqiao.platform.taxonomy.Bilingual;

@RestController
@RequestMapping("/api/organisations")
class OrganisationController {

	private static final String OFFICERS = "hasAnyRole('CITY_OFFICER', 'PROVINCIAL_OFFICER', 'INFORMATION_OFFICER', 'ADMINISTRATOR')";

	private final OrganisationTable table;

	private final Organisations organisations;

	private final OrganisationEditing editing;

	private final OrganisationMerging merging;

	private final CurrentActor currentActor;

	OrganisationController(OrganisationTable table, Organisations organisations, OrganisationEditing editing,
			OrganisationMerging merging, CurrentActor currentActor) {
		this.table = table;
		this.organisations = organisations;
		this.editing = editing;
		this.merging = merging;
		this.currentActor = currentActor;
	}

	@GetMapping
	@PreAuthorize("isAuthenticated()")
	OrganisationPage find(@RequestParam(defaultValue = "") @Size(max = 300) String q,
			@RequestParam(required = false) @Nullable Boolean confirmed,
			@RequestParam(required = false) @Nullable String city,
			@RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
		var filter = new OrganisationTable.Filter(q, confirmed, city == null || city.isBlank() ? null : city);
		List<Long> ids = this.table.search(filter, (page - 1) * size, size);
		Map<Long, Organisation> found = this.table.all(ids);
		return new OrganisationPage(
				ids.stream().map(found::get).filter(Objects::nonNull).map(OrganisationView::of).toList(),
				this.table.count(filter), page, size);
	}

	/** An organisation; one that was merged into another answers with the other's address. */
	@GetMapping("/{id}")
	@PreAuthorize("isAuthenticated()")
	ResponseEntity<OrganisationView> get(@PathVariable long id) {
		Optional<Long> into = this.table.mergedInto(id);
		if (into.isPresent()) {
			return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
					.location(URI.create("/api/organisations/" + into.get()))
					.build();
		}
		return whole(this.editing.get(id));
	}

	/** Others that are probably the same. */
	@GetMapping("/{id}/duplicates")
	@PreAuthorize(OFFICERS)
	List<OrganisationView> duplicates(@PathVariable long id) {
		Organisation known = this.editing.get(id);
		var content = new SaveOrganisation(known.name(), known.aliases(), null, null, null, known.uscc(), null);
		return this.organisations.alike(content, id).stream().map(OrganisationView::of).toList();
	}

	/** What would move if the other went into this one. */
	@GetMapping("/{id}/merge-preview")
	@PreAuthorize(OFFICERS)
	MergePreview mergePreview(@PathVariable long id, @RequestParam long otherId) {
		return this.merging.preview(id, otherId);
	}

	/** Lets another go into this one. */
	@PostMapping("/{id}/merge")
	@PreAuthorize(OFFICERS)
	ResponseEntity<OrganisationView> merge(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@Valid @RequestBody MergeOrganisations given) {
		return whole(this.merging.merge(id, IfMatch.version(ifMatch), given.otherId(), given.otherVersion()));
	}

	@PostMapping
	@PreAuthorize("hasAnyRole('EXPERT', 'FIRM', 'CITY_OFFICER', 'PROVINCIAL_OFFICER', 'INFORMATION_OFFICER', 'ADMINISTRATOR')")
	ResponseEntity<OrganisationView> create(@Valid @RequestBody SaveOrganisation given,
			@RequestParam(defaultValue = "false") boolean anyway) {
		Organisation created = this.editing.create(given, anyway);
		return ResponseEntity.created(URI.create("/api/organisations/" + created.id()))
				.eTag(IfMatch.tag(created.version()))
				.body(OrganisationView.of(created, null, true));
	}

	@PutMapping("/{id}")
	@PreAuthorize("hasAnyRole('EXPERT', 'FIRM', 'CITY_OFFICER', 'PROVINCIAL_OFFICER', 'INFORMATION_OFFICER', 'ADMINISTRATOR')")
	ResponseEntity<OrganisationView> update(@PathVariable long id, @Valid @RequestBody SaveOrganisation given,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		return whole(this.editing.update(id, IfMatch.version(ifMatch), given));
	}

	private ResponseEntity<OrganisationView> whole(Organisation organisation) {
		Long parent = organisation.parentId();
		Bilingual parentName = parent == null
				? null
				: this.organisations.find(parent).map(Organisation::name).orElse(null);
		return ResponseEntity.ok()
				.eTag(IfMatch.tag(organisation.version()))
				.body(OrganisationView.of(organisation, parentName,
						this.editing.mayEdit(this.currentActor.get().orElse(null), organisation)));
	}

	record OrganisationPage(List<OrganisationView> items, long total, int page, int size) {}

}
