package org.zhiqiao.platform.panel;

import java.net.URI;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.zhiqiao.platform.account.CurrentActor;

/** Draws of panels on the web. */
@RestController
@RequestMapping("/api/panels")
class DrawController {

	private final DrawService draws;

	private final CurrentActor actor;

	DrawController(DrawService draws, CurrentActor actor) {
		this.draws = draws;
		this.actor = actor;
	}

	/** All draws of a panel, the void ones too. */
	@GetMapping("/{id}/draws")
	@PreAuthorize(PanelController.CONCERNED)
	List<DrawView> all(@PathVariable long id) {
		return this.draws.all(id, this.actor.required());
	}

	/** Begins a draw. */
	@PostMapping("/{id}/draws")
	@PreAuthorize(PanelController.ORGANISING)
	ResponseEntity<DrawView> open(@PathVariable long id) {
		var draw = this.draws.open(id, this.actor.required());
		return ResponseEntity.created(URI.create("/api/panels/" + id + "/draws/" + draw.number())).body(draw);
	}

	@GetMapping("/{id}/draws/{number}")
	@PreAuthorize(PanelController.CONCERNED)
	DrawView show(@PathVariable long id, @PathVariable int number) {
		return this.draws.find(id, number, this.actor.required());
	}

	/** An officer's commitment to a secret. */
	@PostMapping("/{id}/draws/{number}/commitment")
	@PreAuthorize(PanelController.ORGANISING)
	DrawView commit(@PathVariable long id, @PathVariable int number, @RequestBody @Valid Commit commit) {
		return this.draws.commit(id, number, commit.commitment(), this.actor.required());
	}

	/** Freezes the list. */
	@PostMapping("/{id}/draws/{number}/freeze")
	@PreAuthorize(PanelController.ORGANISING)
	DrawView freeze(@PathVariable long id, @PathVariable int number) {
		return this.draws.freeze(id, number, this.actor.required());
	}

	/** An officer's secret; with the second one the draw is done. */
	@PostMapping("/{id}/draws/{number}/secret")
	@PreAuthorize(PanelController.ORGANISING)
	DrawView reveal(@PathVariable long id, @PathVariable int number, @RequestBody @Valid Reveal reveal) {
		return this.draws.reveal(id, number, reveal.secret(), this.actor.required());
	}

	/** Asks for a draw not to count. */
	@PostMapping("/{id}/draws/{number}/void")
	@PreAuthorize(PanelController.ORGANISING)
	DrawView askVoid(@PathVariable long id, @PathVariable int number, @RequestBody @Valid AskVoid ask) {
		return this.draws.askVoid(id, number, ask.reason().strip(), this.actor.required());
	}

	/** Whoever asked takes it back. */
	@PostMapping("/{id}/draws/{number}/void-withdrawal")
	@PreAuthorize(PanelController.ORGANISING)
	DrawView withdrawVoid(@PathVariable long id, @PathVariable int number) {
		return this.draws.withdrawVoid(id, number, this.actor.required());
	}

	/** The supervisor decides whether a draw counts. */
	@PostMapping("/{id}/draws/{number}/void-decision")
	@PreAuthorize("hasRole('AUDITOR')")
	DrawView decideVoid(@PathVariable long id, @PathVariable int number, @RequestBody @Valid DecideVoid decision) {
		return this.draws.decideVoid(id, number, decision.approved(), this.actor.required());
	}

	/** Everything that is needed to draw again. */
	@GetMapping(path = "/{id}/draws/{number}/transcript", produces = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize(PanelController.CONCERNED)
	ResponseEntity<byte[]> transcript(@PathVariable long id, @PathVariable int number) {
		return ResponseEntity.ok()
				.header(HttpHeaders.CONTENT_DISPOSITION, attached("draw-" + id + "-" + number + ".json"))
				.contentType(MediaType.APPLICATION_JSON)
				.body(this.draws.transcript(id, number, this.actor.required()));
	}

	/** The program that checks a transcript. */
	@GetMapping(path = "/verifier", produces = MediaType.TEXT_PLAIN_VALUE)
	@PreAuthorize("permitAll()")
	ResponseEntity<Resource> verifier() {
		return ResponseEntity.ok()
				.header(HttpHeaders.CONTENT_DISPOSITION, attached("VerifyDraw.java"))
				.contentType(MediaType.TEXT_PLAIN)
				.body(new ClassPathResource("draw/VerifyDraw.java"));
	}

	private static String attached(String name) {
		return ContentDisposition.attachment().filename(name).build().toString();
	}

	/** @param commitment 64 lower-case hexadecimal digits */
	record Commit(@NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "field.hex-64") String commitment) {

	}

	/** @param secret 64 lower-case hexadecimal digits */
	record Reveal(@NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "field.hex-64") String secret) {

	}

	/** Why a draw shall not count. */
	record AskVoid(@NotBlank @Size(max = PanelCheck.REASON) String reason) {

	}

	/** @param approved whether it is void; else it counts */
	record DecideVoid(@NotNull Boolean approved) {

	}

}
