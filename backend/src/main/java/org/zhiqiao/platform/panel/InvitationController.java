package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.servlet.http.HttpServletRequest;
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
import org.zhiqiao.platform.account.Guesses;
import org.zhiqiao.platform.panel.Invitation.Refusal;
import org.zhiqiao.platform.problem.InvalidInput;

/** Invitations to panels on the web. Reading one never answers it: programs that check mail follow links. */
@RestController
class InvitationController {

	private static final String EXPERT = "hasRole('EXPERT')";

	private static final String ANYBODY = "permitAll()";

	private static final int WORDS = 2000;

	private final InvitationService invitations;

	private final Guesses guesses;

	private final CurrentActor actor;

	InvitationController(InvitationService invitations, Guesses guesses, CurrentActor actor) {
		this.invitations = invitations;
		this.guesses = guesses;
		this.actor = actor;
	}

	/** The invitations of a panel, for its officers. */
	@GetMapping("/api/panels/{id}/invitations")
	@PreAuthorize(PanelController.CONCERNED)
	InvitationsView all(@PathVariable long id) {
		return this.invitations.all(id, this.actor.required());
	}

	/** Invites every member who holds no invitation. */
	@PostMapping("/api/panels/{id}/invitations")
	@PreAuthorize(PanelController.ORGANISING)
	InvitationsView send(@PathVariable long id, @RequestBody @Valid InviteMembers invite) {
		return this.invitations.send(id, invite.answerBy(), text(invite.message()), this.actor.required());
	}

	/** Writes once more to somebody whom the mail did not reach. */
	@PostMapping("/api/panels/{id}/invitations/{invitation}/mail")
	@PreAuthorize(PanelController.ORGANISING)
	InvitationsView sendAgain(@PathVariable long id, @PathVariable long invitation) {
		return this.invitations.sendAgain(id, invitation, this.actor.required());
	}

	/** Excuses a member who came to have a conflict of interest; somebody else gets the seat by the same method. */
	@PostMapping("/api/panels/{id}/members/{person}/excuse")
	@PreAuthorize(PanelController.ORGANISING)
	InvitationsView excuse(@PathVariable long id, @PathVariable long person,
			@RequestBody @Valid ExcuseMember excuse) {
		return this.invitations.excuse(id, person, excuse.reason().strip(), this.actor.required());
	}

	/** The reader's own invitations. */
	@GetMapping("/api/invitations/mine")
	@PreAuthorize(EXPERT)
	InvitationLetter.Letters mine() {
		return this.invitations.mine(this.actor.required());
	}

	@GetMapping("/api/invitations/{id}")
	@PreAuthorize(EXPERT)
	InvitationLetter show(@PathVariable long id) {
		return this.invitations.mine(id, this.actor.required());
	}

	@PostMapping("/api/invitations/{id}/accept")
	@PreAuthorize(EXPERT)
	InvitationLetter accept(@PathVariable long id, @RequestBody AcceptInvitation declaration) {
		declared(declaration);
		return this.invitations.accept(id, this.actor.required());
	}

	@PostMapping("/api/invitations/{id}/decline")
	@PreAuthorize(EXPERT)
	InvitationLetter decline(@PathVariable long id, @RequestBody @Valid DeclineInvitation refusal) {
		return this.invitations.decline(id, refusal(refusal), this.actor.required());
	}

	/** An invitation for whoever has the link that was mailed. */
	@GetMapping("/api/invitations/by-token/{token}")
	@PreAuthorize(ANYBODY)
	InvitationLetter showByToken(@PathVariable String token, HttpServletRequest request) {
		return this.guesses.counted(request, () -> this.invitations.byToken(token));
	}

	@PostMapping("/api/invitations/by-token/{token}/accept")
	@PreAuthorize(ANYBODY)
	InvitationLetter acceptByToken(@PathVariable String token, @RequestBody AcceptInvitation declaration,
			HttpServletRequest request) {
		this.guesses.counted(request, () -> this.invitations.byToken(token));
		declared(declaration);
		return this.invitations.accept(token);
	}

	@PostMapping("/api/invitations/by-token/{token}/decline")
	@PreAuthorize(ANYBODY)
	InvitationLetter declineByToken(@PathVariable String token, @RequestBody @Valid DeclineInvitation refusal,
			HttpServletRequest request) {
		this.guesses.counted(request, () -> this.invitations.byToken(token));
		return this.invitations.decline(token, refusal(refusal));
	}

	private static void declared(AcceptInvitation declaration) {
		if (!Boolean.TRUE.equals(declaration.noConflict())) {
			throw new InvalidInput("/noConflict", "invitation-no-conflict");
		}
	}

	private static Refusal refusal(DeclineInvitation given) {
		return new Refusal(given.reason(), text(given.note()), given.notUntil());
	}

	private static @Nullable String text(@Nullable String given) {
		return (given == null || given.isBlank()) ? null : given.strip();
	}

	/**
	 * Invites members.
	 *
	 * @param answerBy until when they may answer
	 * @param message stands in the mail and on the page
	 */
	record InviteMembers(@NotNull Instant answerBy, @Nullable @Size(max = WORDS) String message) {

	}

	/** @param reason for the file; the person is not told */
	record ExcuseMember(@NotBlank @Size(max = WORDS) String reason) {

	}

	/** @param noConflict has to be true: the person's declaration */
	record AcceptInvitation(@Nullable Boolean noConflict) {

	}

	/**
	 * Says no.
	 *
	 * @param note for the organiser
	 * @param notUntil not to be asked again before this day
	 */
	record DeclineInvitation(@NotNull DeclineReason reason, @Nullable @Size(max = WORDS) String note,
			@Nullable LocalDate notUntil) {

	}

}
