package org.zhiqiao.platform.cooperation;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
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
import org.springframework.web.bind.annotation.RestController;

import org.zhiqiao.platform.account.CurrentActor;
import org.zhiqiao.platform.cooperation.CooperationTable.Wanted;
import org.zhiqiao.platform.cooperation.CooperationViews.CooperationEntry;
import org.zhiqiao.platform.cooperation.CooperationViews.CooperationView;
import org.zhiqiao.platform.cooperation.Cooperations.CooperationPage;
import org.zhiqiao.platform.cooperation.Cooperations.EntryPage;
import org.zhiqiao.platform.cooperation.Cooperations.WithdrawnRecord;
import org.zhiqiao.platform.problem.IfMatch;
import org.zhiqiao.platform.problem.InvalidInput;

/** Projects and bases on the web. */
@RestController
@RequestMapping("/api/cooperation")
class CooperationController {

	private static final String ENTERING = "hasAnyRole('INFORMATION_OFFICER','CITY_OFFICER','PROVINCIAL_OFFICER')";

	private static final String REVIEWING = "hasAnyRole('PROVINCIAL_OFFICER','ADMINISTRATOR')";

	private static final String EITHER = "hasAnyRole('INFORMATION_OFFICER','CITY_OFFICER','PROVINCIAL_OFFICER','ADMINISTRATOR')";

	private static final int WORDS = 8;

	private final Cooperations cooperations;

	private final CurrentActor actor;

	CooperationController(Cooperations cooperations, CurrentActor actor) {
		this.cooperations = cooperations;
		this.actor = actor;
	}

	/**
	 * What was recorded, the latest years first.
	 * @param organisation the host or a partner
	 * @param person the number of a profile
	 * @param year one in which it went on
	 * @param q words that all have to occur in the title
	 */
	@GetMapping
	@PreAuthorize("permitAll()")
	CooperationPage list(@RequestParam(required = false) @Nullable String kind,
			@RequestParam(required = false) @Nullable @Size(max = 40) String industry,
			@RequestParam(required = false) @Nullable @Size(max = 40) String city,
			@RequestParam(required = false) @Nullable @Size(max = 2) String country,
			@RequestParam(required = false) @Nullable Long organisation,
			@RequestParam(required = false) @Nullable Long person,
			@RequestParam(required = false) @Nullable Integer year,
			@RequestParam(required = false) @Nullable @Size(max = 200) String q,
			@RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
		var known = given(kind);
		var wanted = (known != null)
				? CooperationKind.of(known).orElseThrow(() -> new InvalidInput("/kind", "unknown-code", known))
				: null;
		var words = Arrays.stream(Objects.requireNonNullElse(given(q), "").strip().split("[\\s，。、；]+"))
				.filter(word -> !word.isEmpty())
				.limit(WORDS)
				.toList();
		return this.cooperations.list(
				new Wanted(wanted, given(industry), given(city), given(country), organisation, person, year, words),
				page, size, this.actor.get().orElse(null));
	}

	private static @Nullable String given(@Nullable String value) {
		return (value == null || value.isBlank()) ? null : value;
	}

	/** One that was recorded. */
	@GetMapping("/{id}")
	@PreAuthorize("permitAll()")
	CooperationView read(@PathVariable long id) {
		return this.cooperations.read(id, this.actor.get().orElse(null));
	}

	/** What the reader entered. */
	@GetMapping("/mine")
	@PreAuthorize(ENTERING)
	EntryPage mine(@RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
		return this.cooperations.mine(this.actor.required(), page, size);
	}

	/** What waits for review, what was handed in first first. */
	@GetMapping("/review-queue")
	@PreAuthorize(REVIEWING)
	EntryPage reviewQueue(@RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
		return this.cooperations.reviewQueue(this.actor.required(), page, size);
	}

	/** What was withdrawn or sent back and has nobody to put it right, what was withdrawn first first. */
	@GetMapping("/left-behind")
	@PreAuthorize(REVIEWING)
	EntryPage leftBehind(@RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
		return this.cooperations.leftBehind(this.actor.required(), page, size);
	}

	/** What is being written, for its author and those who review. */
	@GetMapping("/{id}/entry")
	@PreAuthorize(EITHER)
	ResponseEntity<CooperationEntry> entry(@PathVariable long id) {
		return tagged(this.cooperations.entry(id, this.actor.required()));
	}

	/** A new one, as a draft. */
	@PostMapping
	@PreAuthorize(ENTERING)
	ResponseEntity<CooperationEntry> enter(@RequestBody SaveCooperation save) {
		var entry = this.cooperations.enter(save, this.actor.required());
		return ResponseEntity.created(URI.create("/api/cooperation/" + entry.id() + "/entry"))
				.eTag(IfMatch.tag(entry.version()))
				.body(entry);
	}

	@PutMapping("/{id}")
	@PreAuthorize(EITHER)
	ResponseEntity<CooperationEntry> rewrite(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody SaveCooperation save) {
		return tagged(this.cooperations.rewrite(id, IfMatch.version(version), save, this.actor.required()));
	}

	/** Throws away what never counted. */
	@DeleteMapping("/{id}")
	@PreAuthorize(ENTERING)
	ResponseEntity<Void> delete(@PathVariable long id) {
		this.cooperations.delete(id, this.actor.required());
		return ResponseEntity.noContent().build();
	}

	/** Hands it to the administration. */
	@PostMapping("/{id}/submit")
	@PreAuthorize(ENTERING)
	ResponseEntity<CooperationEntry> submit(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
		return tagged(this.cooperations.submit(id, IfMatch.version(version), this.actor.required()));
	}

	/** Lets it count. */
	@PostMapping("/{id}/record")
	@PreAuthorize(REVIEWING)
	ResponseEntity<CooperationEntry> record(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
		return tagged(this.cooperations.record(id, IfMatch.version(version), this.actor.required()));
	}

	/** Gives it back with remarks. */
	@PostMapping("/{id}/return")
	@PreAuthorize(REVIEWING)
	ResponseEntity<CooperationEntry> giveBack(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody @Valid ReturnCooperation why) {
		return tagged(this.cooperations.giveBack(id, IfMatch.version(version), why.remarks().strip(),
				this.actor.required()));
	}

	/** Lets it count no more, with the reason to its author. */
	@PostMapping("/{id}/withdraw")
	@PreAuthorize(REVIEWING)
	WithdrawnRecord withdraw(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody @Valid ReturnCooperation why) {
		return this.cooperations.withdraw(id, IfMatch.version(version), why.remarks().strip(), this.actor.required());
	}

	private static ResponseEntity<CooperationEntry> tagged(CooperationEntry entry) {
		return ResponseEntity.ok().eTag(IfMatch.tag(entry.version())).body(entry);
	}

	/** What is to be changed. */
	record ReturnCooperation(@NotBlank @Size(max = CooperationCheck.REMARKS) String remarks) {

	}

}
