package org.zhiqiao.platform.notification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhiqiao.platform.problem.ProblemException;

/** Shows, in the demonstration only, the mails that would have been sent. */
@RestController
class OutboxController {

	private final OutboxRepository outbox;

	private final boolean demo;

	OutboxController(OutboxRepository outbox, Environment environment) {
		this.outbox = outbox;
		this.demo = environment.acceptsProfiles(Profiles.of("demo"));
	}

	@GetMapping("/api/demo/outbox")
	@PreAuthorize("permitAll()")
	List<OutboxMail> newest() {
		if (!this.demo) {
			throw new ProblemException(HttpStatus.NOT_FOUND, "no-such-address");
		}
		return this.outbox.newest(100)
				.stream()
				.map(kept -> new OutboxMail(kept.id(), kept.recipient(), kept.subject(), kept.text(), kept.at(),
						kept.link()))
				.toList();
	}

	record OutboxMail(long id, String to, String subject, String text, Instant sentAt, @Nullable String link) {}

}
