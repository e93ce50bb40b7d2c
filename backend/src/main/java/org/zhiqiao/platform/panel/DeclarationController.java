package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.zhiqiao.platform.account.CurrentActor;
import org.zhiqiao.platform.account.Guesses;
import org.zhiqiao.platform.panel.DeclarationLetter.GivenTie;
import org.zhiqiao.platform.panel.DeclarationService.Said;
import org.zhiqiao.platform.panel.DeclarationService.Whom;

/** Declarations for panels on the web. Reading one never answers it: programs that check mail follow links. */
@RestController
class DeclarationController {

	private static final String EXPERT = "hasRole('EXPERT')";

	private static final String ANYBODY = "permitAll()";

	private static final int MESSAGE = 2000;

	private final DeclarationService declarations;

	private final Guesses guesses;

	private final CurrentActor actor;

	DeclarationController(DeclarationService declarations, Guesses guesses, CurrentActor actor) {
		this.declarations = declarations;
		this.guesses = guesses;
		this.actor = actor;
	}

	/** How the declarations for a panel stand. */
	@GetMapping("/api/panels/{id}/declarations")
	@PreAuthorize(PanelController.CONCERNED)
	DeclarationsView all(@PathVariable long id) {
		return this.declarations.all(id, this.actor.required());
	}

	/** Whom asking would reach. */
	@GetMapping("/api/panels/{id}/declarations/reach")
	@PreAuthorize(PanelController.ORGANISING)
	DeclarationsView.AskingReach reach(@PathVariable long id,
			@RequestParam(required = false) @Nullable @Min(0) Integer group,
			@RequestParam(required = false) @Nullable @Min(1) Integer most,
			@RequestParam(defaultValue = "false") boolean again) {
		return this.declarations.reach(id, new Whom(group, most, again), this.actor.required());
	}

	/** Asks candidates for declarations. */
	@PostMapping("/api/panels/{id}/declarations")
	@PreAuthorize(PanelController.ORGANISING)
	DeclarationsView ask(@PathVariable long id, @RequestBody @Valid AskCandidates ask) {
		return this.declarations.ask(id, new Whom(ask.group(), ask.most(), Boolean.TRUE.equals(ask.again())),
				ask.answerBy(), text(ask.message()), (ask.confidential() != null) ? ask.confidential() : List.of(),
				this.actor.required());
	}

	/** What the reader was asked. */
	@GetMapping("/api/declarations/mine")
	@PreAuthorize(EXPERT)
	DeclarationLetter.DeclarationLetters mine() {
		return this.declarations.mine(this.actor.required());
	}

	@GetMapping("/api/declarations/{id}")
	@PreAuthorize(EXPERT)
	DeclarationLetter show(@PathVariable long id) {
		return this.declarations.mine(id, this.actor.required());
	}

	@PostMapping("/api/declarations/{id}/answer")
	@PreAuthorize(EXPERT)
	DeclarationLetter answer(@PathVariable long id, @RequestBody @Valid AnswerDeclaration answer) {
		var actor = this.actor.required();
		var declaration = this.declarations.own(id, actor);
		this.declarations.answer(declaration.panel(), id, declaration.expert(), said(answer));
		return this.declarations.mine(id, actor);
	}

	/** What is asked, for whoever has the link that was mailed. */
	@GetMapping("/api/declarations/by-token/{token}")
	@PreAuthorize(ANYBODY)
	DeclarationLetter showByToken(@PathVariable String token, HttpServletRequest request) {
		return this.guesses.counted(request, () -> this.declarations.byToken(token));
	}

	@PostMapping("/api/declarations/by-token/{token}/answer")
	@PreAuthorize(ANYBODY)
	DeclarationLetter answerByToken(@PathVariable String token, @RequestBody @Valid AnswerDeclaration answer,
			HttpServletRequest request) {
		var declaration = this.guesses.counted(request, () -> this.declarations.opened(token));
		this.declarations.answer(declaration.panel(), declaration.id(), null, said(answer));
		return this.declarations.byToken(token);
	}

	private static Said said(AnswerDeclaration answer) {
		return new Said(answer.shown(), answer.unwilling(), text(answer.note()),
				answer.ties()
						.stream()
						.map(tie -> new GivenTie(tie.item(), tie.party(), tie.kind(), text(tie.words())))
						.toList());
	}

	private static @Nullable String text(@Nullable String given) {
		return (given == null || given.isBlank()) ? null : given.strip();
	}

	/**
	 * Asks candidates.
	 *
	 * @param group only those who could take seats of this group, from 0
	 * @param most so many at most
	 * @param again those who were asked and have not answered, instead of those who were not asked
	 * @param answerBy until when they are asked to answer
	 * @param message stands in the mail and on the page
	 * @param confidential numbers of the items whose titles are not told
	 */
	record AskCandidates(@Nullable @Min(0) Integer group, @Nullable @Min(1) @Max(1000) Integer most,
			@Nullable Boolean again, @NotNull Instant answerBy, @Nullable @Size(max = MESSAGE) String message,
			@Nullable @Size(max = 50) List<@NotNull Integer> confidential) {

	}

	/**
	 * A declaration.
	 *
	 * @param shown as the letter gave it
	 * @param unwilling the person does not want to serve on this panel
	 * @param ties empty if there are none, which is then the declaration
	 */
	record AnswerDeclaration(@NotBlank @Size(max = 64) String shown, @NotNull Boolean unwilling,
			@Nullable @Size(max = InterestService.WORDS) String note,
			@NotNull @Size(max = 200) List<@NotNull @Valid AnsweredTie> ties) {

	}

	/** @param party its place in the item, from 0; none if the tie is to the item */
	record AnsweredTie(@NotNull Integer item, @Nullable Integer party, @NotNull InterestKind kind,
			@Nullable @Size(max = InterestService.WORDS) String words) {

	}

}
