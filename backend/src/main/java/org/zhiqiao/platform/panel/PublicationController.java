package org.zhiqiao.platform.panel;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists of members that were published, for everybody. */
@RestController
@RequestMapping("/api/panels/published")
class PublicationController {

	private final PublicationService publications;

	PublicationController(PublicationService publications) {
		this.publications = publications;
	}

	/** The latest first. */
	@GetMapping
	@PreAuthorize("permitAll()")
	Publication.PublishedPanels all(@RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
		return this.publications.published(page, size);
	}

	@GetMapping("/{id}")
	@PreAuthorize("permitAll()")
	Publication show(@PathVariable long id) {
		return this.publications.find(id);
	}

}
