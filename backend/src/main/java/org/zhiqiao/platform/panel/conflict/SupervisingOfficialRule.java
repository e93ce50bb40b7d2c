package org.zhiqiao.platform.panel.conflict;

import java.util.List;
import java.util.function.Consumer;

import org.zhiqiao.platform.panel.conflict.Finding.Kind;
import org.zhiqiao.platform.panel.conflict.Finding.Known;
import org.zhiqiao.platform.panel.conflict.Finding.Link;
import org.zhiqiao.platform.panel.conflict.Finding.Other;
import org.zhiqiao.platform.panel.conflict.Finding.Step;

/** Officials who supervise the matter may not sit: 招标投标法实施条例 §46. */
final class SupervisingOfficialRule implements ConflictRule {

	static final String CODE = "supervising-official";

	@Override
	public String code() {
		return CODE;
	}

	@Override
	public void find(Question question, Consumer<Finding> found) {
		var candidate = question.candidate();
		for (var supervised : candidate.supervises()) {
			var item = question.parties().item(supervised);
			if (item != null) {
				found.accept(new Finding(CODE, question.severityOr(Severity.HARD), candidate.id(), item.id(),
						Other.of(item), Years.UNKNOWN, null, Known.OFFICE, null,
						List.of(Step.start(candidate), Step.to(Kind.ITEM, item.title(), Link.IN_CHARGE))));
			}
		}
	}

}
