package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.panel.Conflicts.Ruled;

/**
 * What somebody has to do with a party, as it is shown.
 *
 * @param key names it in a ruling
 * @param rule the code of the rule that found it
 * @param severity {@code hard}, {@code soft} (somebody decides) or {@code information}
 * @param item the number of the item
 * @param count how many works or projects, for rules that count
 * @param known how it is known
 * @param note in somebody's own words
 * @param path from the person to the item
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FindingView(String key, String rule, String severity, long item, String other, @Nullable Integer from,
		@Nullable Integer to, @Nullable Integer count, String known, @Nullable String note, List<PathStep> path,
		@Nullable RulingView ruling) {

	/**
	 * A thing on the path.
	 *
	 * @param link what leads to it; none at the start
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record PathStep(String kind, String text, @Nullable String link, @Nullable Integer from, @Nullable Integer to) {

	}

	/** @param by none once the account is gone */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record RulingView(boolean mayServe, String reason, @Nullable String by, Instant at) {

	}

	static FindingView of(Ruled ruled, Map<Long, String> names) {
		var finding = ruled.finding();
		var ruling = ruled.ruling();
		return new FindingView(ruled.key(), finding.rule(), code(finding.severity()), finding.item(),
				finding.other().name(), finding.years().from(), finding.years().to(), finding.count(),
				code(finding.known()), finding.note(),
				finding.path()
						.stream()
						.map(step -> new PathStep(code(step.kind()), step.text(),
								(step.link() != null) ? code(step.link()) : null, step.years().from(),
								step.years().to()))
						.toList(),
				(ruling == null)
						? null
						: new RulingView(ruling.mayServe(), ruling.reason(), names.get(ruling.by()), ruling.at()));
	}

	private static String code(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
