package org.zhiqiao.platform.engagement;

import java.net.URI;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.zhiqiao.platform.account.CurrentActor;
import org.zhiqiao.platform.engagement.EngagementFigures.CityFiguresPage;
import org.zhiqiao.platform.engagement.EngagementInput.AgreeToContact;
import org.zhiqiao.platform.engagement.EngagementInput.DeclineEngagement;
import org.zhiqiao.platform.engagement.EngagementInput.DiscloseNeed;
import org.zhiqiao.platform.engagement.EngagementInput.GiveFeedback;
import org.zhiqiao.platform.engagement.EngagementInput.InvitePerson;
import org.zhiqiao.platform.engagement.EngagementInput.OfferHelp;
import org.zhiqiao.platform.engagement.EngagementInput.RecordStage;
import org.zhiqiao.platform.engagement.EngagementInput.SayWords;
import org.zhiqiao.platform.engagement.EngagementInput.WithdrawEngagement;
import org.zhiqiao.platform.engagement.Engagements.DemandEngagements;
import org.zhiqiao.platform.engagement.Engagements.OutcomePage;
import org.zhiqiao.platform.engagement.Engagements.OwnEngagements;
import org.zhiqiao.platform.engagement.Engagements.WaitingEngagements;
import org.zhiqiao.platform.engagement.Triage.TriagePage;
import org.zhiqiao.platform.engagement.TriageView.Verdict;
import org.zhiqiao.platform.problem.IfMatch;

/** Engagements on the web. */
@RestController
@RequestMapping("/api/engagements")
class EngagementController {

	private static final String SIDES = "hasAnyRole('EXPERT','FIRM','CITY_OFFICER','PROVINCIAL_OFFICER')";

	private static final String OWNING = "hasAnyRole('FIRM','CITY_OFFICER','PROVINCIAL_OFFICER')";

	private static final String OFFICERS = "hasAnyRole('CITY_OFFICER','PROVINCIAL_OFFICER')";

	private final Engagements engagements;

	private final Triage triage;

	private final EngagementFigures figures;

	private final CurrentActor actor;

	EngagementController(Engagements engagements, Triage triage, EngagementFigures figures, CurrentActor actor) {
		this.engagements = engagements;
		this.triage = triage;
		this.figures = figures;
		this.actor = actor;
	}

	/** What there is with a need, for whoever reads its page. */
	@GetMapping("/demands/{id}")
	@PreAuthorize("isAuthenticated()")
	DemandEngagements ofDemand(@PathVariable long id) {
		return this.engagements.ofDemand(id, this.actor.required());
	}

	/** The reader's own: as a person, and of the reader's needs. */
	@GetMapping("/mine")
	@PreAuthorize(SIDES)
	OwnEngagements mine() {
		return this.engagements.mine(this.actor.required());
	}

	/** How much waits for the reader. */
	@GetMapping("/waiting")
	@PreAuthorize(SIDES)
	WaitingEngagements waiting() {
		return this.engagements.waiting(this.actor.required());
	}

	/** The owner of a need invites a person. */
	@PostMapping("/invitations")
	@PreAuthorize(OWNING)
	ResponseEntity<EngagementView> invite(@RequestBody @Valid InvitePerson invite) {
		return created(this.engagements.invite(invite, this.actor.required()));
	}

	/** An expert offers themselves for a need. */
	@PostMapping("/offers")
	@PreAuthorize("hasRole('EXPERT')")
	ResponseEntity<EngagementView> offer(@RequestBody @Valid OfferHelp offer) {
		return created(this.engagements.offer(offer, this.actor.required()));
	}

	@GetMapping("/{id}")
	@PreAuthorize(SIDES)
	ResponseEntity<EngagementView> show(@PathVariable long id) {
		return tagged(this.engagements.show(door(id)));
	}

	/** Says yes, and how one wants to be reached. */
	@PostMapping("/{id}/agree")
	@PreAuthorize(SIDES)
	ResponseEntity<EngagementView> agree(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody @Valid AgreeToContact yes) {
		return tagged(this.engagements.agree(door(id), IfMatch.version(version), yes.contact().contact()));
	}

	/** Says no, with the reason. */
	@PostMapping("/{id}/decline")
	@PreAuthorize(SIDES)
	ResponseEntity<EngagementView> decline(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody @Valid DeclineEngagement no) {
		return tagged(this.engagements.decline(door(id), IfMatch.version(version), no.reason(),
				EngagementInput.text(no.note())));
	}

	/** Takes back an invitation, an offer or an agreement. */
	@PostMapping("/{id}/withdraw")
	@PreAuthorize(SIDES)
	ResponseEntity<EngagementView> withdraw(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody @Valid WithdrawEngagement why) {
		return tagged(this.engagements.withdraw(door(id), IfMatch.version(version), EngagementInput.text(why.note())));
	}

	/** A question or an answer. */
	@PostMapping("/{id}/words")
	@PreAuthorize(SIDES)
	ResponseEntity<EngagementView> say(@PathVariable long id, @RequestBody @Valid SayWords said) {
		return tagged(this.engagements.say(door(id), said.words().strip()));
	}

	/** Shows the person the full text of a confidential need, or no longer. */
	@PostMapping("/{id}/disclosure")
	@PreAuthorize(OWNING)
	ResponseEntity<EngagementView> disclose(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody @Valid DiscloseNeed shown) {
		return tagged(this.engagements.disclose(door(id), IfMatch.version(version), shown.full()));
	}

	/** Records how far it has come, or takes a record back. */
	@PostMapping("/{id}/stages")
	@PreAuthorize(SIDES)
	ResponseEntity<EngagementView> record(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody @Valid RecordStage stage) {
		return tagged(this.engagements.record(door(id), IfMatch.version(version), stage));
	}

	/** Says how it was. */
	@PostMapping("/{id}/feedback")
	@PreAuthorize(SIDES)
	ResponseEntity<EngagementView> feedback(@PathVariable long id, @RequestBody @Valid GiveFeedback given) {
		return tagged(this.engagements.feedback(door(id), given));
	}

	/** The needs that an officer answers for, with what was thought of them. */
	@GetMapping("/triage")
	@PreAuthorize(OFFICERS)
	TriagePage triage(@RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
		return this.triage.page(this.actor.required(), page, size);
	}

	/**
	 * Says what an officer thinks of a need.
	 * @param version that was read; {@code "0"} if nobody has said anything yet
	 */
	@PutMapping("/demands/{id}/triage")
	@PreAuthorize(OFFICERS)
	ResponseEntity<TriageView> decide(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody @Valid DecideTriage decision) {
		var view = this.triage.decide(id, IfMatch.version(version), decision.verdict(),
				EngagementInput.text(decision.remarks()), this.actor.required());
		return ResponseEntity.ok().eTag(IfMatch.tag(view.version())).body(view);
	}

	/**
	 * What came of the needs of each city that an officer answers for.
	 * @param days within which an answer counts as in time
	 */
	@GetMapping("/figures")
	@PreAuthorize(OFFICERS)
	CityFiguresPage figures(@RequestParam(defaultValue = "30") @Min(1) @Max(365) int days) {
		return this.figures.of(this.actor.required(), days);
	}

	/** The list behind what came of needs in the picture. */
	@GetMapping("/outcomes")
	@PreAuthorize("hasAnyRole('CITY_OFFICER','PROVINCIAL_OFFICER','ADMINISTRATOR')")
	OutcomePage outcomes(@RequestParam(required = false) @Nullable String industry,
			@RequestParam(required = false) @Nullable String city,
			@RequestParam(required = false) @Nullable String country,
			@RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
		return this.engagements.outcomes(EngagementInput.text(industry), EngagementInput.text(city),
				EngagementInput.text(country), page, size, this.actor.required());
	}

	private Door door(long id) {
		return new Door(id, this.actor.required());
	}

	private static ResponseEntity<EngagementView> created(EngagementView view) {
		return ResponseEntity.created(URI.create("/api/engagements/" + view.id()))
				.eTag(IfMatch.tag(view.version()))
				.body(view);
	}

	private static ResponseEntity<EngagementView> tagged(EngagementView view) {
		return ResponseEntity.ok().eTag(IfMatch.tag(view.version())).body(view);
	}

	/** What an officer thinks of a need; to refine one needs remarks. */
	record DecideTriage(@NotNull Verdict verdict, @Nullable @Size(max = EngagementInput.WORDS) String remarks) {

	}

}
