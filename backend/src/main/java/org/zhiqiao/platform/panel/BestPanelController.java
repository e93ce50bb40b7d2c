package org.zhiqiao.platform.panel;

import java.util.HashSet;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.zhiqiao.platform.account.CurrentActor;

/** The best panel on the web. */
@RestController
@RequestMapping("/api/panels")
class BestPanelController {

	private final BestPanelService best;

	private final CurrentActor actor;

	BestPanelController(BestPanelService best, CurrentActor actor) {
		this.best = best;
		this.actor = actor;
	}

	/** The best panel there can be now. Nothing is decided by asking. */
	@PostMapping("/{id}/best")
	@PreAuthorize(PanelController.ORGANISING)
	BestPanelView find(@PathVariable long id, @RequestBody @Valid FindBestPanel wanted) {
		return this.best.find(id, new HashSet<>((wanted.keep() != null) ? wanted.keep() : List.of()),
				new HashSet<>((wanted.without() != null) ? wanted.without() : List.of()), this.actor.required());
	}

	/**
	 * @param keep people who must sit
	 * @param without people who must not
	 */
	record FindBestPanel(@Nullable @Size(max = 99) List<@NotNull Long> keep,
			@Nullable @Size(max = 500) List<@NotNull Long> without) {

	}

}
