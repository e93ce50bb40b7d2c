package org.zhiqiao.platform.panel.conflict;

import org.zhiqiao.platform.panel.conflict.Facts.Tenure;

/**
 * What a rule is asked.
 *
 * @param since the first year that counts
 */
record Question(Facts candidate, PartySide parties, RuleSetting setting, int since) {

	Severity severityOr(Severity own) {
		return this.setting.severityOr(own);
	}

	boolean counts(Tenure tenure) {
		return tenure.years().reaches(this.since);
	}

}
