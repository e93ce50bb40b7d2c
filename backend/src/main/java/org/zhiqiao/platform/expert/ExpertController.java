package org.zhiqiao.platform.expert;

import java.net.URI;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import org.zhiqiao.platform.problem.Texts;

/** Profiles over HTTP. */
@RestController
@RequestMapping("/api/experts")
class ExpertController {

	private static final String WRITERS = "hasAnyRole('EXPERT', 'CITY_OFFICER', 'PROVINCIAL_OFFICER', 'ADMINISTRATOR')";

	private static final String OFFICERS = "hasAnyRole('CITY_OFFICER', 'PROVINCIAL_OFFICER', 'ADMINISTRATOR')";

	private static final String WHOLE_PROVINCE = "hasAnyRole('PROVINCIAL_OFFICER', 'ADMINISTRATOR')";

	private final ExpertService service;

	ExpertController(ExpertService service) {
		this.service = service;
	}

	@GetMapping("/mine")
	@PreAuthorize("hasRole('EXPERT')")
	ResponseEntity<ExpertView> mine() {
		return tagged(this.service.mine());
	}

	@PostMapping
	@PreAuthorize(WRITERS)
	ResponseEntity<ExpertView> create(@RequestBody SaveExpert given,
			@RequestParam(defaultValue = "false") boolean forMyself) {
		var view = this.service.create(given, forMyself);
		return ResponseEntity.created(URI.create("/api/experts/" + view.id()))
				.eTag(IfMatch.tag(view.version()))
				.body(view);
	}

	/** A profile; one that was merged into another answers with the other's address. */
	@GetMapping("/{id}")
	@PreAuthorize("permitAll()")
	ResponseEntity<ExpertView> read(@PathVariable long id) {
		var into = this.service.mergedInto(id);
		if (into.isPresent()) {
			return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
					.location(URI.create("/api/experts/" + into.get()))
					.build();
		}
		return tagged(this.service.read(id));
	}

	@PutMapping("/{id}")
	@PreAuthorize(WRITERS)
	ResponseEntity<ExpertView> save(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody SaveExpert given) {
		return tagged(this.service.save(id, IfMatch.version(version), given));
	}

	@PostMapping("/{id}/publish")
	@PreAuthorize(WRITERS)
	ResponseEntity<ExpertView> publish(@PathVariable long id) {
		return tagged(this.service.publish(id));
	}

	@PostMapping("/{id}/withdraw")
	@PreAuthorize(WRITERS)
	ResponseEntity<ExpertView> withdraw(@PathVariable long id) {
		return tagged(this.service.withdraw(id));
	}

	@PostMapping("/{id}/confirmations")
	@PreAuthorize(WRITERS)
	ResponseEntity<ExpertView> confirm(@PathVariable long id, @Valid @RequestBody ConfirmGroups confirmed) {
		return tagged(this.service.confirm(id, confirmed.groups()));
	}

	/** Keeps something that the administration recorded off the profile. */
	@PutMapping("/{id}/recorded/{work}/hidden")
	@PreAuthorize(WRITERS)
	ResponseEntity<ExpertView> hideRecorded(@PathVariable long id, @PathVariable long work) {
		return tagged(this.service.hideRecorded(id, work, true));
	}

	/** Shows it on the profile again. */
	@DeleteMapping("/{id}/recorded/{work}/hidden")
	@PreAuthorize(WRITERS)
	ResponseEntity<ExpertView> showRecorded(@PathVariable long id, @PathVariable long work) {
		return tagged(this.service.hideRecorded(id, work, false));
	}

	@PostMapping("/{id}/verification-request")
	@PreAuthorize(WRITERS)
	ResponseEntity<ExpertView> requestVerification(@PathVariable long id) {
		return tagged(this.service.requestVerification(id));
	}

	@PostMapping("/{id}/verification")
	@PreAuthorize(OFFICERS)
	ResponseEntity<ExpertView> verify(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@Valid @RequestBody VerifyExpert decision) {
		return tagged(this.service.verify(id, (version != null) ? IfMatch.version(version) : null, decision));
	}

	@GetMapping("/verification-queue")
	@PreAuthorize(OFFICERS)
	Page<ExpertCard> verificationQueue(@RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page) {
		return this.service.verificationQueue(page);
	}

	@PostMapping("/duplicate-check")
	@PreAuthorize(WRITERS)
	List<DuplicateView> checkDuplicates(@RequestBody SaveExpert given, HttpServletRequest request) {
		return this.service.checkDuplicates(given, Texts.language(request));
	}

	@GetMapping("/{id}/duplicates")
	@PreAuthorize(OFFICERS)
	List<DuplicateView> duplicatesOf(@PathVariable long id, HttpServletRequest request) {
		return this.service.duplicatesOf(id, Texts.language(request));
	}

	@GetMapping("/duplicates")
	@PreAuthorize(OFFICERS)
	Page<DuplicateView.Pair> duplicateQueue(@RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page,
			HttpServletRequest request) {
		return this.service.duplicateQueue(page, Texts.language(request));
	}

	/** Tells two people apart for good, in spite of what they have in common. */
	@DeleteMapping("/{id}/duplicates/{otherId}")
	@PreAuthorize(WHOLE_PROVINCE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void dismissDuplicate(@PathVariable long id, @PathVariable long otherId) {
		this.service.dismissDuplicate(id, otherId);
	}

	@PostMapping("/{id}/merge")
	@PreAuthorize(WHOLE_PROVINCE)
	ResponseEntity<ExpertView> merge(@PathVariable long id, @Valid @RequestBody MergeExperts other) {
		return tagged(this.service.merge(id, other.otherId()));
	}

	private static ResponseEntity<ExpertView> tagged(ExpertView view) {
		return ResponseEntity.ok().eTag(IfMatch.tag(view.version())).body(view);
	}

}
