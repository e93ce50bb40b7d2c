package org.zhiqiao.platform.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiqiao.platform.problem.NotFound;

/** Tells administrators which mail does not get through, without its text. */
@RestController
@RequestMapping("/api/mail")
class MailController {

	/** As mail servers number what they refuse: 550, 5.1.1. */
	private static final Pattern CODE = Pattern.compile("\\b[45]\\d\\d\\b|\\b[45]\\.\\d{1,3}\\.\\d{1,3}\\b");

	private final OutboxRepository outbox;

	private final ObjectProvider<OutboxSender> sender;

	private final NotificationSettings settings;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final Clock clock;

	MailController(OutboxRepository outbox, ObjectProvider<OutboxSender> sender, NotificationSettings settings,
			ApplicationEventPublisher events, PlatformTransactionManager transactions, Clock clock) {
		this.outbox = outbox;
		this.sender = sender;
		this.settings = settings;
		this.events = events;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	@GetMapping
	@PreAuthorize("hasRole('ADMINISTRATOR')")
	MailPage undelivered(@RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
		return new MailPage(this.sender.getIfAvailable() != null, this.outbox.countWaiting(),
				this.outbox.undelivered((page - 1) * size, size)
						.stream()
						.map(MailController::shown)
						.toList(),
				this.outbox.countUndelivered(), page, size);
	}

	/** What the server said may name the recipient, so of a sealed mail only its code is told. */
	private static UndeliveredMail shown(OutboxRepository.Undelivered mail) {
		String error = mail.sealed() ? codes(mail.error()) : mail.error();
		return new UndeliveredMail(mail.id(), mail.sealed() ? null : mail.recipient(), mail.sealed(), mail.subject(),
				mail.writtenAt(), mail.attempts(), mail.nextAttempt(), error);
	}

	private static String codes(String error) {
		return CODE.matcher(error).results().map(MatchResult::group).distinct().collect(Collectors.joining(" "));
	}

	/** Tries a mail at once, also one that was given up. */
	@PostMapping("/{id}/retry")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PreAuthorize("hasRole('ADMINISTRATOR')")
	void retry(@PathVariable long id) {
		this.transaction.executeWithoutResult(status -> {
			if (!this.outbox.isUnsent(id)) {
				throw new NotFound("mail", id);
			}
			Instant now = this.clock.instant();
			this.outbox.hurry(id, now, now.plus(this.settings.lease()));
			this.events.publishEvent(new Notifications.MailWritten());
		});
	}

	/**
	 * What does not get through.
	 *
	 * @param sending whether a mail server is set at all
	 * @param waiting how many wait for their first attempt
	 * @param total how many were refused at least once
	 */
	record MailPage(boolean sending, long waiting, List<UndeliveredMail> items, long total, int page, int size) {}

	/**
	 * A mail that no server has taken yet.
	 *
	 * @param nextAttempt none once it is given up
	 * @param to none if it is sealed
	 * @param sealed whether to whom it goes is nobody's concern
	 * @param error what the server, or the way to it, said last; of a sealed mail only the server's codes
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record UndeliveredMail(long id, @Nullable String to, boolean sealed, String subject, Instant writtenAt,
			int attempts,
			@Nullable Instant nextAttempt, String error) {}

}
