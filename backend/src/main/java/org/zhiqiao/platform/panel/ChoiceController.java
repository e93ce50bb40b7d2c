package org.zhiqiao.platform.panel;

import java.net.URI;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.zhiqiao.platform.account.CurrentActor;

/** Panels that are chosen directly on the web. They are listed, and made void, together with draws. */
@RestController
@RequestMapping("/api/panels/{id}/choices")
class ChoiceController {

	private final ChoiceService choices;

	private final CurrentActor actor;

	ChoiceController(ChoiceService choices, CurrentActor actor) {
		this.choices = choices;
		this.actor = actor;
	}

	/** What a panel is worth that is being chosen, and who could follow. Nothing is decided by asking. */
	@PostMapping("/draft")
	@PreAuthorize(PanelController.ORGANISING)
	ChoiceView.ChoiceDraft draft(@PathVariable long id, @RequestBody @Valid DraftChoice wanted) {
		return this.choices.draft(id, wanted.members(), this.actor.required());
	}

	/** Proposes a panel to the supervisor. */
	@PostMapping
	@PreAuthorize(PanelController.ORGANISING)
	ResponseEntity<ChoiceView> propose(@PathVariable long id, @RequestBody @Valid ProposeChoice wanted) {
		var choice = this.choices.propose(id, wanted.members(), wanted.alternates(), wanted.reason().strip(),
				this.actor.required());
		return ResponseEntity.created(URI.create("/api/panels/" + id + "/choices/" + choice.number())).body(choice);
	}

	@GetMapping("/{number}")
	@PreAuthorize(PanelController.CONCERNED)
	ChoiceView show(@PathVariable long id, @PathVariable int number) {
		return this.choices.find(id, number, this.actor.required());
	}

	/** Takes a proposal back before it is decided. */
	@PostMapping("/{number}/withdrawal")
	@PreAuthorize(PanelController.ORGANISING)
	ChoiceView withdraw(@PathVariable long id, @PathVariable int number) {
		return this.choices.withdraw(id, number, this.actor.required());
	}

	/** The supervisor approves or refuses. */
	@PostMapping("/{number}/decision")
	@PreAuthorize("hasRole('AUDITOR')")
	ChoiceView decide(@PathVariable long id, @PathVariable int number, @RequestBody @Valid DecideChoice decision) {
		return this.choices.decide(id, number, decision.approved(), decision.words().strip(), this.actor.required());
	}

	/** @param members who is to sit, by the numbers of their profiles */
	record DraftChoice(@NotNull @Size(max = 99) List<@NotNull Long> members) {

	}

	/**
	 * Proposes a panel.
	 *
	 * @param members who is to sit, by the numbers of their profiles
	 * @param alternates for each group of seats who is to follow, in this order; none for those who fit best
	 * @param reason why a draw does not do; stays on file
	 */
	record ProposeChoice(@NotNull @Size(max = 99) List<@NotNull Long> members,
			@Nullable @Size(max = 99) List<@NotNull @Size(max = 99) List<@NotNull Long>> alternates,
			@NotBlank @Size(max = PanelCheck.REASON) String reason) {

	}

	/** @param words why; they stay on file */
	record DecideChoice(@NotNull Boolean approved, @NotBlank @Size(max = PanelCheck.REASON) String words) {

	}

}
