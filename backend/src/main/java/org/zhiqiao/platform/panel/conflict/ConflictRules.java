package org.zhiqiao.platform.panel.conflict;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The rules that a panel applies, by their codes. A rule that is not in the pack is not applied, so that a pack from before a rule
 * existed still finds what it found.
 *
 * @param settings in the order of {@link #codes()}
 */
public record ConflictRules(Map<String, RuleSetting> settings) {

	/** The order in which they are shown. */
	private static final List<ConflictRule> RULES = List.of(new SelfRule(), new SameOrganisationRule(),
			new ControllingPositionRule(), new DeclaredTieRule(), new ObjectionRule(), new SupervisingOfficialRule(),
			new ColleagueRule(), new JointWorkRule(), new JointProjectRule(), new SharedStudyRule(),
			new ReviewedBeforeRule());

	/** 政府采购法实施条例 §9 says three for positions; for works it is our choice. */
	private static final int YEARS = 3;

	/** @throws IllegalArgumentException if there is no rule of a code, or a setting stands under another code */
	public ConflictRules {
		var codes = codes();
		settings.forEach((code, setting) -> {
			if (!codes.contains(code) || !setting.code().equals(code)) {
				throw new IllegalArgumentException("No rule " + code + " has the setting " + setting);
			}
		});
		var ordered = new LinkedHashMap<String, RuleSetting>();
		for (var code : codes) {
			var setting = settings.get(code);
			if (setting != null) {
				ordered.put(code, setting);
			}
		}
		settings = Collections.unmodifiableMap(ordered);
	}

	/** Every rule, with its own severity, looking back three years. */
	public static ConflictRules standard() {
		return of(codes().stream().map(code -> new RuleSetting(code, true, null, YEARS)).toList());
	}

	/**
	 * Just these.
	 * @throws IllegalArgumentException if there is no rule of a code, or two settings of one
	 */
	public static ConflictRules of(List<RuleSetting> settings) {
		var byCode = new LinkedHashMap<String, RuleSetting>();
		for (var setting : settings) {
			if (byCode.put(setting.code(), setting) != null) {
				throw new IllegalArgumentException("Rule " + setting.code() + " is set twice");
			}
		}
		return new ConflictRules(byCode);
	}

	/** The same with one rule set otherwise. */
	public ConflictRules with(RuleSetting setting) {
		var changed = new LinkedHashMap<>(this.settings);
		changed.put(setting.code(), setting);
		return new ConflictRules(changed);
	}

	/** The codes of all rules there are. */
	public static List<String> codes() {
		return RULES.stream().map(ConflictRule::code).toList();
	}

	/** A rule that is applied. */
	record Applied(ConflictRule rule, RuleSetting setting) {}

	List<Applied> applied() {
		return RULES.stream().flatMap(rule -> applied(rule, this.settings.get(rule.code()))).toList();
	}

	private static Stream<Applied> applied(ConflictRule rule, @Nullable RuleSetting setting) {
		return (setting != null && setting.on()) ? Stream.of(new Applied(rule, setting)) : Stream.empty();
	}

}
