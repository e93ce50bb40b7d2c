package org.zhiqiao.platform.cooperation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.zhiqiao.platform.account.CurrentActor;
import org.zhiqiao.platform.cooperation.FollowUp.BaseYearView;
import org.zhiqiao.platform.cooperation.FollowUp.FollowUpYear;
import org.zhiqiao.platform.problem.IfMatch;

/** The years of bases on the web. */
@RestController
@RequestMapping("/api/cooperation")
class FollowUpController {

	private static final String LOOKING = "hasAnyRole('INFORMATION_OFFICER','CITY_OFFICER','PROVINCIAL_OFFICER','AUDITOR','ADMINISTRATOR')";

	private static final String ENTERING = "hasAnyRole('INFORMATION_OFFICER','CITY_OFFICER','PROVINCIAL_OFFICER')";

	private final FollowUp followUp;

	private final CurrentActor actor;

	FollowUpController(FollowUp followUp, CurrentActor actor) {
		this.followUp = followUp;
		this.actor = actor;
	}

	/**
	 * The bases of a year with their figures: all for the province, those of the city for its officers, own ones for others.
	 * @param year by default the last one that is over
	 */
	@GetMapping("/follow-up")
	@PreAuthorize(LOOKING)
	FollowUpYear year(@RequestParam(required = false) @Nullable @Min(1950) @Max(9999) Integer year,
			@RequestParam(required = false) @Nullable @Size(max = 40) String city) {
		return this.followUp.year(year, (city == null || city.isBlank()) ? null : city, this.actor.required());
	}

	/** A base's year; version 0 where nothing is entered yet. */
	@GetMapping("/{id}/years/{year}")
	@PreAuthorize(LOOKING)
	ResponseEntity<BaseYearView> one(@PathVariable long id, @PathVariable int year) {
		return tagged(this.followUp.one(id, year, this.actor.required()));
	}

	/** Enters targets and results; with {@code If-Match: "0"} for a year that has none yet. */
	@PutMapping("/{id}/years/{year}")
	@PreAuthorize(ENTERING)
	ResponseEntity<BaseYearView> save(@PathVariable long id, @PathVariable int year,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody SaveBaseYear save) {
		return tagged(this.followUp.save(id, year, IfMatch.version(version), save, this.actor.required()));
	}

	/** Hands in the report of a year. */
	@PostMapping("/{id}/years/{year}/report")
	@PreAuthorize(ENTERING)
	ResponseEntity<BaseYearView> report(@PathVariable long id, @PathVariable int year,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
		return tagged(this.followUp.report(id, year, IfMatch.version(version), this.actor.required()));
	}

	private static ResponseEntity<BaseYearView> tagged(BaseYearView view) {
		return ResponseEntity.ok().eTag(IfMatch.tag(view.version())).body(view);
	}

}
