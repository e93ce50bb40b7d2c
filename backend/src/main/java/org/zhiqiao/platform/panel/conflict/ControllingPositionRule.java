package org.zhiqiao.platform.panel.conflict;

import java.util.function.Consumer;

/**
 * Nobody reviews for a party that they direct, supervise or control, or did within the last years: 政府采购法实施条例 §9.
 */
final class ControllingPositionRule implements ConflictRule {

	static final String CODE = "controlling-position";

	@Override
	public String code() {
		return CODE;
	}

	@Override
	public void find(Question question, Consumer<Finding> found) {
		for (var tenure : question.candidate().affiliations()) {
			switch (tenure.role()) {
				case DIRECTOR, CONTROLLING ->
					PositionAtParty.find(CODE, tenure, question.severityOr(Severity.HARD), question, found);
				case EMPLOYED, STUDENT, ADVISER -> {
					// The rule about the same organisation finds them.
				}
			}
		}
	}

}
