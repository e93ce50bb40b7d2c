package org.zhiqiao.platform.cooperation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;

import org.zhiqiao.platform.taxonomy.Bilingual;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the paper tells of cooperation before the platform: read from a file and shown beside the platform's own figures, never
 * among them. Nothing of it is in the database.
 *
 * @param source what the figures are from
 */
record ReferenceFigures(Bilingual source, List<ReferenceSet> sets) {

	/**
	 * Figures that belong together.
	 *
	 * @param period year, years or month they are of; none where the paper names none
	 * @param source the section of the paper
	 * @param parts of the total, which they add up to
	 * @param more that is told beside
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ReferenceSet(String key, Bilingual title, @Nullable String period, String source, ReferenceFigure total,
			List<ReferenceFigure> parts, List<ReferenceFigure> more, @Nullable Bilingual note) {

	}

	/**
	 * One figure.
	 *
	 * @param unit {@code people}, or none for things
	 * @param share in per cent, as the paper gives it
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ReferenceFigure(Bilingual label, long value, @Nullable String unit, @Nullable BigDecimal share) {

	}

	/** As the file tells it. */
	static ReferenceFigures read() {
		try (var in = new ClassPathResource("reference/cooperation.json").getInputStream()) {
			return JsonMapper.builder().build().readValue(in, ReferenceFigures.class);
		} catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
