package org.zhiqiao.platform.panel;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import org.zhiqiao.platform.account.CurrentActor;
import org.zhiqiao.platform.panel.Assessment.AssessmentVerdict;
import org.zhiqiao.platform.panel.AssessmentCheck.GivenMark;
import org.zhiqiao.platform.panel.AssessmentView.Assessments;
import org.zhiqiao.platform.panel.AssessmentView.OwnCredit;

/** How members served, on the web: for the officers of a panel, and for each member about themselves. */
@RestController
class AssessmentController {

	private static final String EXPERT = "hasRole('EXPERT')";

	private static final String ANYBODY = "permitAll()";

	private static final String SUPERVISING = "hasRole('AUDITOR')";

	private final AssessmentService assessments;

	private final CreditService credits;

	private final CurrentActor actor;

	AssessmentController(AssessmentService assessments, CreditService credits, CurrentActor actor) {
		this.assessments = assessments;
		this.credits = credits;
		this.actor = actor;
	}

	/** Who is to be assessed, what is on file about how they served, and what was said. */
	@GetMapping("/api/panels/{id}/assessments")
	@PreAuthorize(PanelController.CONCERNED)
	Assessments show(@PathVariable long id) {
		return this.assessments.view(id, this.actor.required());
	}

	/** Says how a member served. */
	@PostMapping("/api/panels/{id}/assessments/{invitation}")
	@PreAuthorize(PanelController.ORGANISING)
	Assessments assess(@PathVariable long id, @PathVariable long invitation, @RequestBody @Valid AssessMember given) {
		return this.assessments.assess(id, invitation, given.marks(), given.remark(), this.actor.required());
	}

	/** Decides on what a member has against an assessment. */
	@PostMapping("/api/panels/{id}/assessments/{invitation}/ruling")
	@PreAuthorize(SUPERVISING)
	Assessments rule(@PathVariable long id, @PathVariable long invitation,
			@RequestBody @Valid RuleOnAssessment ruling) {
		return this.assessments.rule(id, invitation, ruling.verdict(), ruling.marks(), ruling.reason().strip(),
				this.actor.required());
	}

	/** The reader's own credit. */
	@GetMapping("/api/credit")
	@PreAuthorize(EXPERT)
	OwnCredit mine() {
		return this.credits.mine(this.actor.required());
	}

	/** Says what the reader has against an assessment. */
	@PostMapping("/api/credit/{invitation}/contest")
	@PreAuthorize(EXPERT)
	OwnCredit contest(@PathVariable long invitation, @RequestBody @Valid ContestAssessment contest) {
		return this.credits.contest(invitation, contest.words().strip(), this.actor.required());
	}

	@GetMapping("/api/invitations/by-token/{token}/credit")
	@PreAuthorize(ANYBODY)
	OwnCredit mineByToken(@PathVariable String token) {
		return this.credits.opened(token);
	}

	@PostMapping("/api/invitations/by-token/{token}/credit/contest")
	@PreAuthorize(ANYBODY)
	OwnCredit contestByToken(@PathVariable String token, @RequestBody @Valid ContestAssessment contest) {
		return this.credits.contest(token, contest.words().strip());
	}

	/**
	 * @param marks one for each criterion
	 * @param remark for the person and the officers of the panel
	 */
	record AssessMember(@Nullable List<GivenMark> marks,
			@Nullable @Size(max = AssessmentCheck.WORDS) String remark) {

	}

	/**
	 * @param marks one for each criterion, if other points are to count
	 * @param reason is told to the person
	 */
	record RuleOnAssessment(@NotNull AssessmentVerdict verdict, @Nullable List<GivenMark> marks,
			@NotBlank @Size(max = AssessmentCheck.WORDS) String reason) {

	}

	record ContestAssessment(@NotBlank @Size(max = AssessmentCheck.WORDS) String words) {

	}

}
