package org.zhiqiao.platform.panel;

import jakarta.validation.Valid;
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
import org.zhiqiao.platform.panel.SaveReview.SaveOpinion;
import org.zhiqiao.platform.problem.IfMatch;

/** Reviews on the web for the members of a panel, who come with an account or with the link of a mail. */
@RestController
@RequestMapping("/api/invitations")
class OpinionController {

	private static final String EXPERT = "hasRole('EXPERT')";

	private static final String ANYBODY = "permitAll()";

	private final OpinionService opinions;

	private final CurrentActor actor;

	OpinionController(OpinionService opinions, CurrentActor actor) {
		this.opinions = opinions;
		this.actor = actor;
	}

	/** What the member is asked, and what they said. */
	@GetMapping("/{id}/review")
	@PreAuthorize(EXPERT)
	ReviewSheet show(@PathVariable long id) {
		return this.opinions.find(id, this.actor.required());
	}

	/** Keeps what the member has filled in so far; the version is 0 the first time. */
	@PutMapping("/{id}/review")
	@PreAuthorize(EXPERT)
	ReviewSheet save(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody SaveOpinion save) {
		return this.opinions.save(id, IfMatch.version(version), save, false, this.actor.required());
	}

	/** Takes it as the member's final word. */
	@PostMapping("/{id}/review/sign-off")
	@PreAuthorize(EXPERT)
	ReviewSheet signOff(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody SaveOpinion save) {
		return this.opinions.save(id, IfMatch.version(version), save, true, this.actor.required());
	}

	/** Signs the minutes, or writes a dissent. */
	@PostMapping("/{id}/review/answer")
	@PreAuthorize(EXPERT)
	ReviewSheet answer(@PathVariable long id, @RequestBody @Valid AnswerMinutes answer) {
		return this.opinions.answer(id, answer.number(), answer.dissent(), this.actor.required());
	}

	@GetMapping("/by-token/{token}/review")
	@PreAuthorize(ANYBODY)
	ReviewSheet showByToken(@PathVariable String token) {
		return this.opinions.find(token);
	}

	@PutMapping("/by-token/{token}/review")
	@PreAuthorize(ANYBODY)
	ReviewSheet saveByToken(@PathVariable String token,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody SaveOpinion save) {
		return this.opinions.save(token, IfMatch.version(version), save, false);
	}

	@PostMapping("/by-token/{token}/review/sign-off")
	@PreAuthorize(ANYBODY)
	ReviewSheet signOffByToken(@PathVariable String token,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody SaveOpinion save) {
		return this.opinions.save(token, IfMatch.version(version), save, true);
	}

	@PostMapping("/by-token/{token}/review/answer")
	@PreAuthorize(ANYBODY)
	ReviewSheet answerByToken(@PathVariable String token, @RequestBody @Valid AnswerMinutes answer) {
		return this.opinions.answer(token, answer.number(), answer.dissent());
	}

	/**
	 * What a member says to minutes.
	 *
	 * @param number of the minutes they have read
	 * @param dissent in their words; none if they agree
	 */
	record AnswerMinutes(@NotNull Integer number, @Nullable @Size(max = ReviewCheck.WORDS) String dissent) {

	}

}
