package org.zhiqiao.platform.panel;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.zhiqiao.platform.account.CurrentActor;

/** Many items at once: who reviews which. */
@RestController
@RequestMapping("/api/panels/{id}/assignment")
class AssignmentController {

	private final AssignmentService assignments;

	private final CurrentActor actor;

	AssignmentController(AssignmentService assignments, CurrentActor actor) {
		this.assignments = assignments;
		this.actor = actor;
	}

	/** Begins to spread the items over reviewers. */
	@PostMapping
	@ResponseStatus(HttpStatus.ACCEPTED)
	@PreAuthorize(PanelController.ORGANISING)
	AssignmentView start(@PathVariable long id, @RequestBody @Valid SpreadItems wanted) {
		return this.assignments.start(id, wanted.reviewers(), wanted.most(), this.actor.required());
	}

	/** How far it is, and what came of it. */
	@GetMapping
	@PreAuthorize(PanelController.ORGANISING)
	AssignmentView look(@PathVariable long id) {
		return this.assignments.look(id, this.actor.required());
	}

	/** Ends it with the best that was found so far. */
	@DeleteMapping
	@PreAuthorize(PanelController.ORGANISING)
	AssignmentView stop(@PathVariable long id) {
		return this.assignments.stop(id, this.actor.required());
	}

	/**
	 * @param reviewers of each item
	 * @param most items of each reviewer
	 */
	record SpreadItems(@Min(1) @Max(20) int reviewers, @Min(1) @Max(50) int most) {

	}

}
