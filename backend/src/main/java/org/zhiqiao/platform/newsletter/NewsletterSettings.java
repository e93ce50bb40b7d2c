package org.zhiqiao.platform.newsletter;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much of newsletters there may be.
 *
 * @param perAccount how many an account may have
 * @param perAddress how many a visitor's address may have
 * @param confirmationsPerAddress how many mails that ask for confirmation an address gets in an hour
 * @param confirmationsPerNetwork how many may be asked for from one network in an hour
 * @param confirmations how many may be asked for by everybody together in an hour
 * @param confirmWithin how long the link in such a mail works
 * @param settle what is newer than this waits for the next issue: it may not be committed or indexed yet
 * @param patience so long an issue waits for the index to catch up
 */
@Validated
@ConfigurationProperties("zhiqiao.newsletter")
record NewsletterSettings(@Min(1) @Max(1000) @DefaultValue("20") int perAccount,
		@Min(1) @Max(100) @DefaultValue("5") int perAddress,
		@Min(1) @Max(100) @DefaultValue("3") int confirmationsPerAddress,
		@Min(1) @Max(10_000) @DefaultValue("20") int confirmationsPerNetwork,
		@Min(1) @Max(1_000_000) @DefaultValue("500") int confirmations,
		@NotNull @DefaultValue("48h") Duration confirmWithin, @NotNull @DefaultValue("2m") Duration settle,
		@NotNull @DefaultValue("1h") Duration patience) {}
