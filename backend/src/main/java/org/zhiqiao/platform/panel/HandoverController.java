package org.zhiqiao.platform.panel;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import org.zhiqiao.platform.account.CurrentActor;

/** Duties for a panel that go to somebody else, on the web. */
@RestController
class HandoverController {

	private final HandoverService handovers;

	private final CurrentActor actor;

	HandoverController(HandoverService handovers, CurrentActor actor) {
		this.handovers = handovers;
		this.actor = actor;
	}

	/** Who does what for a panel, and who did before. */
	@GetMapping("/api/panels/{id}/duties")
	@PreAuthorize(PanelController.CONCERNED)
	DutiesView show(@PathVariable long id) {
		return this.handovers.duties(id, this.actor.required());
	}

	/** Gives the duty of the organiser or the supervisor to somebody else. */
	@PostMapping("/api/panels/{id}/duties/hand-on")
	@PreAuthorize(PanelController.CONCERNED)
	DutiesView handOn(@PathVariable long id, @RequestBody @Valid HandOnDuty handOn) {
		return this.handovers.handOn(id, handOn.duty(), handOn.to(), handOn.reason().strip(), this.actor.required());
	}

	/** @param to the number of an account */
	record HandOnDuty(@NotNull Duty duty, @NotNull Long to, @NotBlank @Size(max = PanelCheck.REASON) String reason) {

	}

}
