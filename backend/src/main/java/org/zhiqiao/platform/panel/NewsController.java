package org.zhiqiao.platform.panel;

import java.time.Instant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.zhiqiao.platform.account.CurrentActor;

/** What is new about the people of a panel, on the web. */
@RestController
class NewsController {

	private final NewsService news;

	private final CurrentActor actor;

	NewsController(NewsService news, CurrentActor actor) {
		this.news = news;
		this.actor = actor;
	}

	/** Findings that the organiser has not seen. */
	@GetMapping("/api/panels/{id}/news")
	@PreAuthorize(PanelController.CONCERNED)
	PanelNews show(@PathVariable long id) {
		return this.news.news(id, this.actor.required());
	}

	/** Marks them as seen. */
	@PostMapping("/api/panels/{id}/news/seen")
	@PreAuthorize(PanelController.ORGANISING)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void seen(@PathVariable long id, @RequestBody @Valid NewsSeen seen) {
		this.news.seen(id, seen.until(), this.actor.required());
	}

	/** @param until all that was found until this moment */
	record NewsSeen(@NotNull Instant until) {

	}

}
