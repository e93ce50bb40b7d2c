package org.zhiqiao.platform.research;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param largestPdf the largest PDF file that is taken; the database holds at most 16 MB
 * @param keepUnused how long a PDF file is kept that no study has
 */
@Validated
@ConfigurationProperties("zhiqiao.research")
record ResearchSettings(@NotNull @DefaultValue("15MB") DataSize largestPdf,
		@NotNull @DefaultValue("14d") Duration keepUnused) {

}
