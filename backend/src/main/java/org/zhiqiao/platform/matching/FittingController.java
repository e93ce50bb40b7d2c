package org.zhiqiao.platform.matching;

import java.util.List;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.zhiqiao.platform.account.CurrentActor;

/** The needs that fit a person, or nearly. */
@RestController
@RequestMapping("/api/experts/{id}")
@PreAuthorize("hasAnyRole('EXPERT','CITY_OFFICER','PROVINCIAL_OFFICER','INFORMATION_OFFICER')")
class FittingController {

	private final FittingService fitting;

	private final CurrentActor actor;

	FittingController(FittingService fitting, CurrentActor actor) {
		this.fitting = fitting;
		this.actor = actor;
	}

	/** The needs that fit a person. */
	@GetMapping("/fitting-demands")
	FittingDemands fittingDemands(@PathVariable long id) {
		return new FittingDemands(this.fitting.fitting(id, this.actor.required()));
	}

	/** Where the person stands with them, what would move them up, and which other needs nearly fit. */
	@GetMapping("/prospects")
	Prospects prospects(@PathVariable long id) {
		return this.fitting.prospects(id, this.actor.required());
	}

	/** The needs that fit a person, best first. */
	record FittingDemands(List<FittingService.FittingDemand> items) {

	}

}
