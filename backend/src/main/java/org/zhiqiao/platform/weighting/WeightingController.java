package org.zhiqiao.platform.weighting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.zhiqiao.platform.account.CurrentActor;
import org.zhiqiao.platform.matching.Percentages;
import org.zhiqiao.platform.problem.IfMatch;

/** The weights of all rankings on the web. */
@RestController
@RequestMapping("/api/weighting")
class WeightingController {

	private static final String READING = "hasAnyRole('PROVINCIAL_OFFICER','AUDITOR','ADMINISTRATOR')";

	private static final String CHANGING = "hasRole('ADMINISTRATOR')";

	private static final int REASON = 1000;

	private final Weighting weighting;

	private final CurrentActor actor;

	WeightingController(Weighting weighting, CurrentActor actor) {
		this.weighting = weighting;
		this.actor = actor;
	}

	/**
	 * Other weights.
	 *
	 * @param suggested whether they follow the suggestion
	 */
	record ChangeWeights(@NotNull Percentages weights, @NotBlank @Size(max = REASON) String reason, boolean suggested) {

	}

	/** Why earlier weights hold again. */
	record RestoreWeights(@NotBlank @Size(max = REASON) String reason) {

	}

	/** The weights that hold, all that held before, and what outcomes say of them. */
	@GetMapping
	@PreAuthorize(READING)
	ResponseEntity<WeightingView> view() {
		var view = this.weighting.view(this.actor.required());
		return ResponseEntity.ok().eTag(IfMatch.tag(view.version())).body(view);
	}

	/** What other weights would change; they are in per cent and add up to 100. */
	@GetMapping("/changes")
	@PreAuthorize(READING)
	WeightingView.Changes changes(@RequestParam int domain, @RequestParam int language, @RequestParam int country,
			@RequestParam int wishes) {
		return this.weighting.changes(new Percentages(domain, language, country, wishes), this.actor.required());
	}

	@PostMapping
	@PreAuthorize(CHANGING)
	ResponseEntity<WeightingView.Held> change(
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody @Valid ChangeWeights change) {
		return tagged(this.weighting.change(IfMatch.version(version), change.weights(), change.reason().strip(),
				change.suggested(), this.actor.required()));
	}

	/** Lets earlier weights hold again. */
	@PostMapping("/{earlier}/restore")
	@PreAuthorize(CHANGING)
	ResponseEntity<WeightingView.Held> restore(@PathVariable int earlier,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody @Valid RestoreWeights why) {
		return tagged(this.weighting.restore(IfMatch.version(version), earlier, why.reason().strip(),
				this.actor.required()));
	}

	private static ResponseEntity<WeightingView.Held> tagged(WeightingView.Held held) {
		return ResponseEntity.ok().eTag(IfMatch.tag(held.version())).body(held);
	}

}
