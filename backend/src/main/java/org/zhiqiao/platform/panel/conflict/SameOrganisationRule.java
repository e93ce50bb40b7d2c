package org.zhiqiao.platform.panel.conflict;

import java.util.function.Consumer;

/**
 * Nobody reviews for a party where they work or worked within the last years: 政府采购法实施条例 §9, which speaks of employment.
 * Students and advisers are for somebody to judge. A party is also whatever belongs to the same legal person, under any of its
 * names.
 */
final class SameOrganisationRule implements ConflictRule {

	static final String CODE = "same-organisation";

	@Override
	public String code() {
		return CODE;
	}

	@Override
	public void find(Question question, Consumer<Finding> found) {
		for (var tenure : question.candidate().affiliations()) {
			switch (tenure.role()) {
				case EMPLOYED ->
					PositionAtParty.find(CODE, tenure, question.severityOr(Severity.HARD), question, found);
				case STUDENT, ADVISER ->
					PositionAtParty.find(CODE, tenure, question.severityOr(Severity.SOFT), question, found);
				case DIRECTOR, CONTROLLING -> {
					// The rule about controlling positions finds them.
				}
			}
		}
	}

}
