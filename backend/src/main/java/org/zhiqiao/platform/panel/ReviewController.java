package org.zhiqiao.platform.panel;

import java.time.Instant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.zhiqiao.platform.account.CurrentActor;
import org.zhiqiao.platform.panel.SaveReview.SaveConclusion;
import org.zhiqiao.platform.panel.SaveReview.SaveSetup;
import org.zhiqiao.platform.problem.IfMatch;
import org.zhiqiao.platform.problem.Texts;

/** Reviews of panels on the web, for the officers of a panel. */
@RestController
@RequestMapping("/api/panels/{id}/review")
class ReviewController {

	private static final String SUPERVISING = "hasRole('AUDITOR')";

	private final ReviewService reviews;

	private final PublicationService publications;

	private final CurrentActor actor;

	ReviewController(ReviewService reviews, PublicationService publications, CurrentActor actor) {
		this.reviews = reviews;
		this.publications = publications;
		this.actor = actor;
	}

	/** How far the review is, and its results once members cannot be swayed by them. */
	@GetMapping
	@PreAuthorize(PanelController.CONCERNED)
	ReviewView show(@PathVariable long id) {
		return this.reviews.view(id, this.actor.required());
	}

	/** What is judged and until when; the version is 0 the first time. */
	@PutMapping
	@PreAuthorize(PanelController.ORGANISING)
	ReviewView setUp(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody SaveSetup save) {
		return this.reviews.setUp(id, IfMatch.version(version), save, this.actor.required());
	}

	/** Asks the members for their points. */
	@PostMapping("/opening")
	@PreAuthorize(PanelController.ORGANISING)
	ReviewView open(@PathVariable long id) {
		return this.reviews.open(id, this.actor.required());
	}

	/** Takes no more points. */
	@PostMapping("/closing")
	@PreAuthorize(PanelController.ORGANISING)
	ReviewView close(@PathVariable long id) {
		return this.reviews.close(id, this.actor.required());
	}

	/** Takes points again, until another time. */
	@PostMapping("/reopening")
	@PreAuthorize(PanelController.ORGANISING)
	ReviewView reopen(@PathVariable long id, @RequestBody @Valid ReopenReview reopen) {
		return this.reviews.reopen(id, reopen.due(), this.actor.required());
	}

	/** The organiser's draft of conclusion and minutes. */
	@PutMapping("/conclusion")
	@PreAuthorize(PanelController.ORGANISING)
	ReviewView conclude(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody SaveConclusion save) {
		return this.reviews.conclude(id, IfMatch.version(version), save, this.actor.required());
	}

	/** Minutes made of what is on file, in the reader's language. */
	@GetMapping("/minutes-draft")
	@PreAuthorize(PanelController.CONCERNED)
	DraftedMinutes draft(@PathVariable long id, HttpServletRequest request) {
		return new DraftedMinutes(this.reviews.draft(id, Texts.language(request), this.actor.required()));
	}

	/** Gives the minutes to the members. */
	@PostMapping("/minutes")
	@PreAuthorize(PanelController.ORGANISING)
	ReviewView giveOut(@PathVariable long id, @RequestBody @Valid GiveOutMinutes given) {
		return this.reviews.giveOut(id, given.signBy(), this.actor.required());
	}

	/** Takes the minutes back. */
	@PostMapping("/minutes/withdrawal")
	@PreAuthorize(PanelController.ORGANISING)
	ReviewView withdraw(@PathVariable long id, @RequestBody @Valid WithdrawMinutes withdrawal) {
		return this.reviews.withdraw(id, withdrawal.reason().strip(), this.actor.required());
	}

	/** The organiser asks for the result to be settled. */
	@PostMapping("/settlement")
	@PreAuthorize(PanelController.ORGANISING)
	ReviewView propose(@PathVariable long id) {
		return this.reviews.propose(id, this.actor.required());
	}

	/** The supervisor settles the result, or sends it back with a reason. */
	@PostMapping("/settlement-decision")
	@PreAuthorize(SUPERVISING)
	ReviewView decide(@PathVariable long id, @RequestBody @Valid DecideSettlement decision) {
		return this.reviews.decide(id, decision.approved(), decision.reason(), this.actor.required());
	}

	/** Publishes who sat on the panel. */
	@PostMapping("/publication")
	@PreAuthorize(PanelController.ORGANISING)
	ReviewView publish(@PathVariable long id) {
		return this.publications.publish(id, this.actor.required());
	}

	/** @param due until when points are taken */
	record ReopenReview(@NotNull Instant due) {

	}

	record DraftedMinutes(String text) {

	}

	/** @param signBy whoever has not answered by then counts as agreeing */
	record GiveOutMinutes(@NotNull Instant signBy) {

	}

	/** @param reason stays on file */
	record WithdrawMinutes(@NotBlank @Size(max = PanelCheck.REASON) String reason) {

	}

	/** @param reason why not, if it is not approved */
	record DecideSettlement(@NotNull Boolean approved, @Nullable @Size(max = PanelCheck.REASON) String reason) {

	}

}
