package org.zhiqiao.platform.panel.conflict;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * How a panel applies a rule.
 *
 * @param code of the rule
 * @param on whether it is applied
 * @param severity instead of the rule's own, where the rule leaves something to judge; what a ruling has decided, what is a tie of
 * blood or money, and what rests on a name alone keep their own
 * @param years how far back the rule looks; a rule that knows no time ignores it
 */
public record RuleSetting(String code, boolean on, @Nullable Severity severity, int years) {

	/** For a rule that looks back as far as anything is known. */
	public static final int LIFETIME = 100;

	/** @throws IllegalArgumentException if the years are negative or more than a hundred */
	public RuleSetting {
		if (years < 0 || years > LIFETIME) {
			throw new IllegalArgumentException("Rule " + code + " looks back 0 to " + LIFETIME + " years: " + years);
		}
	}

	/**
	 * The first year that counts. Most facts have only years, so the whole year counts in which the term begins: rather a finding
	 * too many.
	 */
	int since(LocalDate date) {
		return date.getYear() - this.years;
	}

	Severity severityOr(Severity own) {
		return (this.severity != null) ? this.severity : own;
	}

}
