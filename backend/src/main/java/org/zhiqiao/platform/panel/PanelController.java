package org.zhiqiao.platform.panel;

import java.net.URI;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
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
import org.zhiqiao.platform.problem.IfMatch;
import org.zhiqiao.platform.problem.InvalidInput;

/** Review panels on the web. */
@RestController
@RequestMapping("/api/panels")
class PanelController {

	static final String ORGANISING = "hasAnyRole('CITY_OFFICER','PROVINCIAL_OFFICER')";

	static final String CONCERNED = "hasAnyRole('CITY_OFFICER','PROVINCIAL_OFFICER','AUDITOR')";

	private final PanelService panels;

	private final CurrentActor actor;

	PanelController(PanelService panels, CurrentActor actor) {
		this.panels = panels;
		this.actor = actor;
	}

	/** The panels for which the reader has a duty. */
	@GetMapping
	@PreAuthorize(CONCERNED)
	PanelView.Panels mine() {
		return this.panels.mine(this.actor.required());
	}

	/** The rules of today, and who may be given a duty. */
	@GetMapping("/form")
	@PreAuthorize(ORGANISING)
	PanelView.PanelForm form() {
		return this.panels.form(this.actor.required());
	}

	/** A new panel. */
	@PostMapping
	@PreAuthorize(ORGANISING)
	ResponseEntity<PanelView> create(@RequestBody SavePanel save) {
		var view = this.panels.create(save, this.actor.required());
		return ResponseEntity.created(URI.create("/api/panels/" + view.id()))
				.eTag(IfMatch.tag(view.version()))
				.body(view);
	}

	/** The people for a panel that is still being written, in numbers. */
	@PostMapping("/pool")
	@PreAuthorize(ORGANISING)
	PoolView preview(@RequestBody SavePanel save) {
		return this.panels.preview(save, this.actor.required());
	}

	/** A panel, for its officers. */
	@GetMapping("/{id}")
	@PreAuthorize(CONCERNED)
	ResponseEntity<PanelView> show(@PathVariable long id) {
		return tagged(this.panels.view(id, this.actor.required()));
	}

	/** Changes a panel of which no draw stands. */
	@PutMapping("/{id}")
	@PreAuthorize(ORGANISING)
	ResponseEntity<PanelView> change(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody SavePanel save) {
		return tagged(this.panels.change(id, IfMatch.version(version), save, this.actor.required()));
	}

	/** Throws a panel away that was never drawn. */
	@DeleteMapping("/{id}")
	@PreAuthorize(ORGANISING)
	ResponseEntity<Void> delete(@PathVariable long id) {
		this.panels.delete(id, this.actor.required());
		return ResponseEntity.noContent().build();
	}

	/** The people there are for a panel, in numbers. */
	@GetMapping("/{id}/pool")
	@PreAuthorize(CONCERNED)
	PoolView pool(@PathVariable long id) {
		return this.panels.pool(id, this.actor.required());
	}

	/** Who was looked at for a panel. */
	@GetMapping("/{id}/pool/people")
	@PreAuthorize(CONCERNED)
	PoolView.PoolPeople people(@PathVariable long id, @RequestParam(required = false) @Nullable @Min(0) Integer group,
			@RequestParam(required = false) @Nullable String obstacle,
			@RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
		return this.panels.people(id, group, obstacle(obstacle), page, size, this.actor.required());
	}

	/** The organiser's decision on a tie that is left to them. */
	@PostMapping("/{id}/rulings")
	@PreAuthorize(ORGANISING)
	ResponseEntity<Void> rule(@PathVariable long id, @RequestBody @Valid RuleOnFinding ruling) {
		this.panels.rule(id, ruling.person(), ruling.finding(), ruling.mayServe(), ruling.reason().strip(),
				this.actor.required());
		return ResponseEntity.noContent().build();
	}

	/**
	 * A decision on a finding.
	 *
	 * @param person the number of the profile
	 * @param finding its key
	 * @param reason stays on file
	 */
	record RuleOnFinding(@NotNull Long person, @NotBlank @Size(max = 64) String finding, @NotNull Boolean mayServe,
			@NotBlank @Size(max = PanelCheck.REASON) String reason) {

	}

	private static @Nullable Obstacle obstacle(@Nullable String code) {
		if (code == null) {
			return null;
		}
		for (var obstacle : Obstacle.values()) {
			if (obstacle.code().equals(code)) {
				return obstacle;
			}
		}
		throw new InvalidInput("/obstacle", "unknown-code", code);
	}

	private static ResponseEntity<PanelView> tagged(PanelView view) {
		return ResponseEntity.ok().eTag(IfMatch.tag(view.version())).body(view);
	}

}
