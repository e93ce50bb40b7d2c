package org.zhiqiao.platform.panel;

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
import org.springframework.web.bind.annotation.RestController;

import org.zhiqiao.platform.account.CurrentActor;
import org.zhiqiao.platform.panel.InterestService.Declared;

/** Standing ties on the web. */
@RestController
class InterestController {

	private static final String EXPERT = "hasRole('EXPERT')";

	private final InterestService interests;

	private final CurrentActor actor;

	InterestController(InterestService interests, CurrentActor actor) {
		this.interests = interests;
		this.actor = actor;
	}

	/** The reader's own ties. */
	@GetMapping("/api/interests")
	@PreAuthorize(EXPERT)
	InterestView.Interests mine() {
		return this.interests.mine(this.actor.required());
	}

	/** Declares a tie. */
	@PostMapping("/api/interests")
	@PreAuthorize(EXPERT)
	InterestView.Interests declare(@RequestBody DeclareInterest tie) {
		return this.interests.declare(new Declared(tie.kind(), tie.person(), tie.personName(), tie.organisation(),
				tie.organisationName(), tie.words(), tie.since(), tie.until()), this.actor.required());
	}

	/** Says that a tie is over, or was declared by mistake. It stays on file. */
	@PostMapping("/api/interests/{id}/end")
	@PreAuthorize(EXPERT)
	InterestView.Interests end(@PathVariable long id, @RequestBody EndInterest end) {
		return this.interests.end(id, end.until(), Boolean.TRUE.equals(end.mistaken()), this.actor.required());
	}

	/** Says what the reader has against a tie that an officer heard of. */
	@PostMapping("/api/interests/{id}/contest")
	@PreAuthorize(EXPERT)
	InterestView.Interests contest(@PathVariable long id, @RequestBody @Valid ContestInterest contest) {
		return this.interests.contest(id, contest.words().strip(), this.actor.required());
	}

	/** Notes a tie of a candidate that the organiser heard of. */
	@PostMapping("/api/panels/{id}/ties")
	@PreAuthorize(PanelController.ORGANISING)
	ResponseEntity<Void> note(@PathVariable long id, @RequestBody @Valid NoteTie tie) {
		this.interests.note(id, tie.candidate(),
				new Declared(tie.kind(), tie.person(), tie.personName(), tie.organisation(), tie.organisationName(),
						tie.words(), tie.since(), tie.until()),
				tie.source().strip(), this.actor.required());
		return ResponseEntity.noContent().build();
	}

	/**
	 * A tie to somebody with a profile, to somebody by name, or to an organisation. Somebody by name may work at one.
	 *
	 * @param person the number of a profile
	 * @param organisation a registered one, else it has a name
	 * @param since the first year
	 * @param until the last year; none while it lasts
	 */
	record DeclareInterest(@Nullable InterestKind kind, @Nullable Long person, @Nullable String personName,
			@Nullable Long organisation, @Nullable String organisationName, @Nullable String words,
			@Nullable Integer since, @Nullable Integer until) {

	}

	/**
	 * @param until the last year in which it lasted; this year unless told
	 * @param mistaken it was declared by mistake and never counted
	 */
	record EndInterest(@Nullable Integer until, @Nullable Boolean mistaken) {

	}

	record ContestInterest(@NotBlank @Size(max = InterestService.WORDS) String words) {

	}

	/**
	 * A tie as in {@link DeclareInterest}.
	 *
	 * @param candidate whose it is
	 * @param source where the officer has it from, and why it matters
	 */
	record NoteTie(@NotNull Long candidate, @Nullable InterestKind kind, @Nullable Long person,
			@Nullable String personName, @Nullable Long organisation, @Nullable String organisationName,
			@Nullable String words, @Nullable Integer since, @Nullable Integer until,
			@NotBlank @Size(max = InterestService.WORDS) String source) {

	}

}
