package org.zhiqiao.platform.engagement;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.zhiqiao.platform.account.Guesses;
import org.zhiqiao.platform.engagement.EngagementInput.AgreeToContact;
import org.zhiqiao.platform.engagement.EngagementInput.DeclineEngagement;
import org.zhiqiao.platform.engagement.EngagementInput.GiveFeedback;
import org.zhiqiao.platform.engagement.EngagementInput.RecordStage;
import org.zhiqiao.platform.engagement.EngagementInput.SayWords;
import org.zhiqiao.platform.engagement.EngagementInput.WithdrawEngagement;
import org.zhiqiao.platform.problem.IfMatch;

/** An engagement for a person without an account, by the link of the letter. Reading never answers: programs follow links. */
@RestController
@RequestMapping("/api/engagements/letters/{token}")
@PreAuthorize("permitAll()")
class EngagementLetterController {

	private final Engagements engagements;

	private final Guesses guesses;

	EngagementLetterController(Engagements engagements, Guesses guesses) {
		this.engagements = engagements;
		this.guesses = guesses;
	}

	@GetMapping
	ResponseEntity<EngagementView> showLetter(@PathVariable String token, HttpServletRequest request) {
		return tagged(this.engagements.show(door(token, request)));
	}

	@PostMapping("/agree")
	ResponseEntity<EngagementView> agreeByLetter(@PathVariable String token,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody @Valid AgreeToContact yes, HttpServletRequest request) {
		return tagged(
				this.engagements.agree(door(token, request), IfMatch.version(version), yes.contact().contact()));
	}

	@PostMapping("/decline")
	ResponseEntity<EngagementView> declineByLetter(@PathVariable String token,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody @Valid DeclineEngagement no, HttpServletRequest request) {
		return tagged(this.engagements.decline(door(token, request), IfMatch.version(version), no.reason(),
				EngagementInput.text(no.note())));
	}

	@PostMapping("/withdraw")
	ResponseEntity<EngagementView> withdrawByLetter(@PathVariable String token,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody @Valid WithdrawEngagement why, HttpServletRequest request) {
		return tagged(this.engagements.withdraw(door(token, request), IfMatch.version(version),
				EngagementInput.text(why.note())));
	}

	@PostMapping("/words")
	ResponseEntity<EngagementView> sayByLetter(@PathVariable String token, @RequestBody @Valid SayWords said,
			HttpServletRequest request) {
		return tagged(this.engagements.say(door(token, request), said.words().strip()));
	}

	@PostMapping("/stages")
	ResponseEntity<EngagementView> recordByLetter(@PathVariable String token,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody @Valid RecordStage stage, HttpServletRequest request) {
		return tagged(this.engagements.record(door(token, request), IfMatch.version(version), stage));
	}

	@PostMapping("/feedback")
	ResponseEntity<EngagementView> feedbackByLetter(@PathVariable String token,
			@RequestBody @Valid GiveFeedback given, HttpServletRequest request) {
		return tagged(this.engagements.feedback(door(token, request), given));
	}

	private Door door(String token, HttpServletRequest request) {
		return this.guesses.counted(request, () -> this.engagements.opened(token));
	}

	private static ResponseEntity<EngagementView> tagged(EngagementView view) {
		return ResponseEntity.ok().eTag(IfMatch.tag(view.version())).body(view);
	}

}
