package org.zhiqiao.platform.matching;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.zhiqiao.platform.account.CurrentActor;
import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.platform.demand.SaveDemand;
import org.zhiqiao.platform.problem.Texts;

/** Rankings, previews and shortlists on the web. */
@RestController
@RequestMapping("/api")
class MatchController {

	static final String POSTING = "hasAnyRole('FIRM','CITY_OFFICER','PROVINCIAL_OFFICER')";

	private static final MediaType WORKBOOK = MediaType
			.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private final MatchingService matching;

	private final Demands demands;

	private final MatchSheets sheets;

	private final UsualWeights usual;

	private final CurrentActor actor;

	MatchController(MatchingService matching, Demands demands, MatchSheets sheets, UsualWeights usual,
			CurrentActor actor) {
		this.matching = matching;
		this.demands = demands;
		this.sheets = sheets;
		this.usual = usual;
		this.actor = actor;
	}

	/** The people who fit a need, with reasons. A POST, since it carries the weights; it changes nothing. */
	@PostMapping("/demands/{id}/matches")
	@PreAuthorize(POSTING)
	MatchPage matches(@PathVariable long id, @RequestBody(required = false) @Valid @Nullable MatchQuery query) {
		var asked = Objects.requireNonNullElseGet(query, () -> new MatchQuery(null, null, null, null));
		var weights = Objects.requireNonNullElse(asked.weights(), new WeightsAsked(null, null, null, null));
		var rotation = asked.rotation();
		return this.matching.matches(id, this.actor.required(), weights.weights(this.usual.get(), "/weights"),
				(rotation != null) ? rotation.rotation() : null,
				Objects.requireNonNullElse(asked.page(), 1), Objects.requireNonNullElse(asked.size(), 20));
	}

	/** How many people a form that is being filled in would find, and what each must costs. Changes nothing. */
	@PostMapping("/demands/preview")
	@PreAuthorize(POSTING)
	MatchPreview preview(@RequestBody SaveDemand draft) {
		return this.matching.preview(this.actor.required(), draft);
	}

	/** The ranked list as a workbook. */
	@GetMapping("/demands/{id}/matches.xlsx")
	@PreAuthorize(POSTING)
	ResponseEntity<byte[]> exportMatches(@PathVariable long id,
			@RequestParam(required = false) @Nullable Double domain,
			@RequestParam(required = false) @Nullable Double language,
			@RequestParam(required = false) @Nullable Double country,
			@RequestParam(required = false) @Nullable Double wishes,
			@RequestParam(required = false) @Nullable @Min(0) @Max(RotationAsked.SEEDS) Long seed,
			@RequestParam(required = false) @Nullable @DecimalMin("0.1") @DecimalMax("3") Double band,
			@RequestParam(defaultValue = "200") @Min(1) @Max(500) int count, HttpServletRequest request) {
		var reader = this.actor.required();
		var weights = new WeightsAsked(domain, language, country, wishes).weights(this.usual.get(), "");
		var rotation = (seed != null) ? new RotationAsked(seed, band).rotation() : null;
		var page = this.matching.exported(id, reader, weights, rotation, count);
		return workbook("matches-" + id + ".xlsx",
				this.sheets.matches(this.demands.view(id, reader), page, Texts.language(request)));
	}

	/** The people the owner wants to remember. */
	@GetMapping("/demands/{id}/shortlist")
	@PreAuthorize(POSTING)
	Shortlist shortlist(@PathVariable long id) {
		return this.matching.shortlist(id, this.actor.required());
	}

	/** Puts somebody on the shortlist, or changes the note about them. */
	@PutMapping("/demands/{id}/shortlist/{expertId}")
	@PreAuthorize(POSTING)
	ResponseEntity<Void> remember(@PathVariable long id, @PathVariable long expertId,
			@RequestBody @Valid ShortlistNote note) {
		this.matching.remember(id, expertId, Objects.requireNonNullElse(note.note(), "").strip(),
				this.actor.required());
		return ResponseEntity.noContent().build();
	}

	/** Takes somebody off the shortlist. */
	@DeleteMapping("/demands/{id}/shortlist/{expertId}")
	@PreAuthorize(POSTING)
	ResponseEntity<Void> forget(@PathVariable long id, @PathVariable long expertId) {
		this.matching.forget(id, expertId, this.actor.required());
		return ResponseEntity.noContent().build();
	}

	/** The shortlist as a workbook. */
	@GetMapping("/demands/{id}/shortlist.xlsx")
	@PreAuthorize(POSTING)
	ResponseEntity<byte[]> exportShortlist(@PathVariable long id, HttpServletRequest request) {
		var reader = this.actor.required();
		var list = this.matching.exportedShortlist(id, reader);
		return workbook("shortlist-" + id + ".xlsx",
				this.sheets.shortlist(this.demands.view(id, reader), list, Texts.language(request)));
	}

	private static ResponseEntity<byte[]> workbook(String name, byte[] content) {
		return ResponseEntity.ok()
				.contentType(WORKBOOK)
				.cacheControl(CacheControl.noStore())
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment().filename(name).build().toString())
				.body(content);
	}

	/**
	 * Which part of the ranking is wanted.
	 *
	 * @param rotation absent unless people who fit almost equally well shall take turns
	 * @param page from 1
	 */
	record MatchQuery(@Nullable WeightsAsked weights, @Nullable @Valid RotationAsked rotation,
			@Nullable @Min(1) @Max(10_000) Integer page,
			@Nullable @Min(1) @Max(100) Integer size) {

	}

	/** What to remember about somebody. */
	record ShortlistNote(@Nullable @Size(max = 2000) String note) {

	}

}
