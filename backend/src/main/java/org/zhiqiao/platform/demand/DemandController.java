package org.zhiqiao.platform.demand;

import java.net.URI;
import java.time.LocalDate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import org.zhiqiao.platform.problem.IfMatch;
import org.zhiqiao.platform.problem.InvalidInput;

/** Needs on the web. */
@RestController
@RequestMapping("/api/demands")
class DemandController {

	private static final String POSTING = "hasAnyRole('FIRM','CITY_OFFICER','PROVINCIAL_OFFICER')";

	private static final String REVIEWING = "hasAnyRole('CITY_OFFICER','PROVINCIAL_OFFICER')";

	private final Demands demands;

	private final CurrentActor actor;

	DemandController(Demands demands, CurrentActor actor) {
		this.demands = demands;
		this.actor = actor;
	}

	/** A new need, as a draft. */
	@PostMapping
	@PreAuthorize(POSTING)
	ResponseEntity<DemandView> post(@RequestBody SaveDemand save) {
		var view = this.demands.post(this.actor.required(), save);
		return ResponseEntity.created(URI.create("/api/demands/" + view.id()))
				.eTag(IfMatch.tag(view.version()))
				.body(view);
	}

	/** A need, as far as the reader may see it. */
	@GetMapping("/{id}")
	@PreAuthorize("permitAll()")
	ResponseEntity<DemandView> show(@PathVariable long id) {
		return tagged(this.demands.view(id, this.actor.get().orElse(null)));
	}

	/** Changes a need; a published one goes back to review. */
	@PutMapping("/{id}")
	@PreAuthorize(POSTING)
	ResponseEntity<DemandView> rewrite(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody SaveDemand save) {
		return tagged(this.demands.rewrite(id, IfMatch.version(version), this.actor.required(), save));
	}

	/** Throws a draft away. */
	@DeleteMapping("/{id}")
	@PreAuthorize(POSTING)
	ResponseEntity<Void> delete(@PathVariable long id) {
		this.demands.delete(id, this.actor.required());
		return ResponseEntity.noContent().build();
	}

	/** The reader's own needs and those of the reader's firm. */
	@GetMapping("/mine")
	@PreAuthorize(POSTING)
	DemandPage mine(@RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
		return this.demands.mine(this.actor.required(), page, size);
	}

	/** What waits for the officer. */
	@GetMapping("/review-queue")
	@PreAuthorize(REVIEWING)
	DemandPage reviewQueue(@RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
		return this.demands.reviewQueue(this.actor.required(), page, size);
	}

	/** Hands a draft, or one that was returned, to the officials. */
	@PostMapping("/{id}/submit")
	@PreAuthorize(POSTING)
	ResponseEntity<DemandView> submit(@PathVariable long id) {
		return tagged(this.demands.submit(id, this.actor.required()));
	}

	/** Puts a submitted need on the board. */
	@PostMapping("/{id}/publish")
	@PreAuthorize(REVIEWING)
	ResponseEntity<DemandView> publish(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
		return tagged(this.demands.publish(id, this.actor.required(), read(version)));
	}

	/** Gives a submitted need back with the reason. */
	@PostMapping("/{id}/return")
	@PreAuthorize(REVIEWING)
	ResponseEntity<DemandView> giveBack(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody @Valid ReturnDemand why) {
		return tagged(this.demands.giveBack(id, this.actor.required(), why.reason().strip(), read(version)));
	}

	/** Gives a published need a new deadline, without a new review. */
	@PostMapping("/{id}/renew")
	@PreAuthorize(POSTING)
	ResponseEntity<DemandView> renew(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody @Valid RenewDemand until) {
		return tagged(this.demands.renew(id, IfMatch.version(version), this.actor.required(), until.deadline()));
	}

	/** Ends a published need and says how. */
	@PostMapping("/{id}/close")
	@PreAuthorize(POSTING)
	ResponseEntity<DemandView> close(@PathVariable long id, @RequestBody @Valid CloseDemand how) {
		var outcome = Outcome.of(how.outcome())
				.orElseThrow(() -> new InvalidInput("/outcome", "unknown-code", how.outcome()));
		return tagged(this.demands.close(id, this.actor.required(), outcome, how.note()));
	}

	/** An officer may say which version they have read; the need must then not have changed since. */
	private static @Nullable Integer read(@Nullable String version) {
		return (version != null) ? (Integer) IfMatch.version(version) : null;
	}

	private static ResponseEntity<DemandView> tagged(DemandView view) {
		return ResponseEntity.ok().eTag(IfMatch.tag(view.version())).body(view);
	}

	/** Why a need is sent back. */
	record ReturnDemand(@NotBlank @Size(max = DemandCheck.REASON) String reason) {

	}

	/** Until when a need is to stay on the board; the last day counts. */
	record RenewDemand(@NotNull LocalDate deadline) {

	}

	/**
	 * How a need ended.
	 *
	 * @param outcome {@code solved}, {@code elsewhere}, {@code unanswered} or {@code withdrawn}
	 */
	record CloseDemand(@NotBlank @Size(max = 40) String outcome,
			@Nullable @Size(max = DemandCheck.REASON) String note) {

	}

}
