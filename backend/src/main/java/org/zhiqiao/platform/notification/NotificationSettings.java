package org.zhiqiao.platform.notification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mail leaves the platform. The server itself is set by {@code spring.mail.*}; without
 * a {@code spring.mail.host} mail stays in the outbox.
 *
 * @param publicUrl where readers reach the platform, without a slash at the end; links in
 * mails begin with it
 * @param sender the address mails come from
 * @param attempts how often one mail is tried before it is given up
 * @param firstWait the wait after the first failure; it doubles with each further one
 * @param lease how long a mail that is being sent is left alone; after that it counts as
 * failed, for instance because the process ended
 * @param keepNotices how long notices stand in the application; longer than they may wait for a daily mail
 * @param streams how many browser tabs are told at once that something is new
 */
@Validated
@ConfigurationProperties("zhiqiao.notification")
record NotificationSettings(
		@NotBlank @Pattern(regexp = "https?://.*[^/]") @DefaultValue("http://localhost:8080") String publicUrl,
		@NotBlank @DefaultValue("no-reply@localhost") String sender,
		@Min(1) @Max(100) @DefaultValue("12") int attempts, @NotNull @DefaultValue("30s") Duration firstWait,
		@NotNull @DefaultValue("5m") Duration lease,
		@NotNull @DurationMin(days = 2) @DefaultValue("180d") Duration keepNotices,
		@NotNull @Valid @DefaultValue StreamLimits streams) {

	/**
	 * Connections that stay open. A tab that has none asks now and then instead.
	 *
	 * @param perAccount the newest ones; browsers open six connections to a server that speaks HTTP/1.1; some have to stay free
	 * @param most of all accounts together
	 * @param life a stream ends after so long, and the tab opens the next
	 */
	record StreamLimits(@Min(1) @Max(50) @DefaultValue("4") int perAccount,
			@Min(1) @Max(100_000) @DefaultValue("2000") int most, @NotNull @DefaultValue("30m") Duration life) {}

	/** The wait after so many failures, at most six hours. */
	Duration waitAfter(int failures) {
		Duration most = Duration.ofHours(6);
		Duration wait = this.firstWait.multipliedBy(1L << Math.min(20, Math.max(0, failures - 1)));
		return wait.compareTo(most) > 0 ? most : wait;
	}

}
