package org.zhiqiao.platform.research;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.zhiqiao.platform.notification.Notifications;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.Texts;

/** The pages of studies for those who run no script. */
@RestController
@Hidden
class StudyPageController {

	private final ResearchService research;

	private final Notifications notifications;

	StudyPageController(ResearchService research, Notifications notifications) {
		this.research = research;
		this.notifications = notifications;
	}

	/** The front end's page with the study in it; for one that is not there, the page that says so. */
	@GetMapping(path = "/research/{id:\\d+}", produces = MediaType.TEXT_HTML_VALUE)
	@PreAuthorize("permitAll()")
	ResponseEntity<String> study(@PathVariable long id, @RequestParam(defaultValue = "zh-CN") String lang)
			throws IOException {
		var file = new ClassPathResource("META-INF/resources/index.html");
		if (!file.exists()) {
			throw new NotFound("research", id);
		}
		var index = file.getContentAsString(StandardCharsets.UTF_8);
		var answer = ResponseEntity.ok();
		var page = index;
		try {
			var study = this.research.read(id, null, null);
			if (study.content().kind() != ResearchKind.STUDY) {
				throw new NotFound("research", id);
			}
			page = StudyHead.page(index, study, this.notifications.publicUrl(),
					Texts.language(lang));
		} catch (NotFound gone) {
			answer = ResponseEntity.status(HttpStatus.NOT_FOUND);
		}
		return answer.cacheControl(CacheControl.noCache())
				.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
				.body(page);
	}

}
