package org.zhiqiao.platform.panel.conflict;

import java.util.List;
import java.util.function.Consumer;

import org.zhiqiao.platform.panel.conflict.Finding.Known;
import org.zhiqiao.platform.panel.conflict.Finding.Other;
import org.zhiqiao.platform.panel.conflict.Finding.Step;
import org.zhiqiao.platform.panel.conflict.PartySide.Involved;

/**
 * Nobody reviews what they take part in themselves. An item's people need not have a profile; whoever bears the name of such a
 * person may be the same, and somebody has to look.
 */
final class SelfRule implements ConflictRule {

	static final String CODE = "self";

	@Override
	public String code() {
		return CODE;
	}

	@Override
	public void find(Question question, Consumer<Finding> found) {
		var candidate = question.candidate();
		for (var involved : question.parties().people(candidate.id())) {
			found.accept(finding(candidate, involved, question.severityOr(Severity.HARD), Known.PARTY));
		}
		for (var key : candidate.nameKeys()) {
			for (var involved : question.parties().namesakes(key)) {
				if (involved.person().id() == 0) {
					found.accept(finding(candidate, involved, Severity.SOFT, Known.NAME));
				}
			}
		}
	}

	private static Finding finding(Facts candidate, Involved involved, Severity severity, Known known) {
		return new Finding(CODE, severity, candidate.id(), involved.item().id(), Other.of(involved.person()),
				Years.UNKNOWN, null, known, null, List.of(Step.start(candidate), Step.involved(involved.item())));
	}

}
