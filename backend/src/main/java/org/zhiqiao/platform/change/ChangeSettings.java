package org.zhiqiao.platform.change;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How changes are handed on.
 *
 * @param poll how often to look for changes that nobody announced: those left by a process that
 * ended, and failed ones whose time has come
 * @param batch at most so many changes are handed on together
 */
@Validated
@ConfigurationProperties("zhiqiao.change")
record ChangeSettings(@NotNull @DefaultValue("5s") Duration poll,
		@Min(1) @Max(10_000) @DefaultValue("500") int batch) {}
