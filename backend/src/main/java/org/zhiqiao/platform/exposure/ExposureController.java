package org.zhiqiao.platform.exposure;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.zhiqiao.platform.account.CurrentActor;

/** How often people were shown and chosen. */
@RestController
@RequestMapping("/api")
class ExposureController {

	private final ExposureService exposure;

	private final CurrentActor actor;

	ExposureController(ExposureService exposure, CurrentActor actor) {
		this.exposure = exposure;
		this.actor = actor;
	}

	/** How attention is spread over people. */
	@GetMapping("/exposure")
	@PreAuthorize("hasAnyRole('CITY_OFFICER','PROVINCIAL_OFFICER','ADMINISTRATOR')")
	ExposureView exposure(
			@RequestParam(defaultValue = "90") @Min(1) @Max(ExposureRecorder.KEPT_DAYS) int days) {
		return this.exposure.exposure(this.actor.required(), days);
	}

	/** How often one person was shown. */
	@GetMapping("/experts/{id}/exposure")
	@PreAuthorize("hasAnyRole('EXPERT','CITY_OFFICER','PROVINCIAL_OFFICER','INFORMATION_OFFICER')")
	ExposureView.OwnExposure own(@PathVariable long id,
			@RequestParam(defaultValue = "90") @Min(1) @Max(ExposureRecorder.KEPT_DAYS) int days) {
		return this.exposure.of(id, this.actor.required(), days);
	}

}
