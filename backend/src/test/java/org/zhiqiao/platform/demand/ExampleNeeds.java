package org.zhiqiao.platform.demand;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Needs for tests; firms and cities are made up. */
final class ExampleNeeds {

	static final long OWNER = 7;

	static final long FIRM = 40;

	private static final Instant NOW = Instant.parse("2026-03-01T08:00:00.123456Z");

	private ExampleNeeds() {}

	static DemandContent content() {
		return content(Confidentiality.PUBLIC);
	}

	static DemandContent content(Confidentiality confidentiality) {
		return new DemandContent("technical-problem", "陶铝车身结构件铸造热裂", "薄壁结构件局部热裂，希望找到懂凝固与铸造的专家帮助分析。", "zh",
				"huaibei", List.of("new-materials"),
				List.of(new AskedDomain("casting", null, true, 3), new AskedDomain(null, "熔体电磁搅拌", false, 1)),
				List.of(new AskedCountry("DE", null, "work", false, 2),
						new AskedCountry(null, "central-europe", null, false, 1)),
				List.of(new AskedLanguage("de", "B2", true, 2)),
				List.of(new AskedCompetence("project-management", false, 1)), new Budget(50, 120),
				LocalDate.of(2027, 1, 31), confidentiality);
	}

	static Demand in(DemandState state) {
		return in(state, Confidentiality.PUBLIC);
	}

	static Demand in(DemandState state, Confidentiality confidentiality) {
		var draft = Demand.draft(OWNER, FIRM, false, content(confidentiality), NOW).stored(1, 1);
		return switch (state) {
			case DRAFT -> draft;
			case SUBMITTED -> draft.submitted(NOW);
			case RETURNED -> draft.submitted(NOW).returned("请说明已经试过什么。", NOW);
			case PUBLISHED -> draft.submitted(NOW).published(NOW);
			case CLOSED -> draft.submitted(NOW).published(NOW).closed(Outcome.SOLVED, null, NOW);
		};
	}

	/** The same as a form sends it. */
	static SaveDemand form() {
		return form("陶铝车身结构件铸造热裂", "public");
	}

	static SaveDemand form(@Nullable String title, @Nullable String confidentiality) {
		return new SaveDemand("technical-problem", title, "薄壁结构件局部热裂，希望找到懂凝固与铸造的专家帮助分析。", "zh", null, "hefei",
				List.of("new-materials"),
				List.of(new SaveDemand.SoughtDomain("casting", null, true, 3),
						new SaveDemand.SoughtDomain(null, "熔体电磁搅拌", false, 1)),
				List.of(new SaveDemand.SoughtCountry("DE", null, "work", false, 2),
						new SaveDemand.SoughtCountry(null, "central-europe", null, false, 1)),
				List.of(new SaveDemand.SoughtLanguage("de", "B2", true, 2)),
				List.of(new SaveDemand.SoughtCompetence("project-management", false, 1)), new Budget(50, 120),
				LocalDate.of(2099, 1, 31), confidentiality);
	}

}
