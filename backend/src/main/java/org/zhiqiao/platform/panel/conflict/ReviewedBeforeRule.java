package org.zhiqiao.platform.panel.conflict;

import java.util.List;
import java.util.function.Consumer;

import org.zhiqiao.platform.panel.conflict.Finding.Kind;
import org.zhiqiao.platform.panel.conflict.Finding.Known;
import org.zhiqiao.platform.panel.conflict.Finding.Link;
import org.zhiqiao.platform.panel.conflict.Finding.Other;
import org.zhiqiao.platform.panel.conflict.Finding.Step;

/** Who has reviewed an item before brings knowledge and a settled opinion: which of them counts, no law says. */
final class ReviewedBeforeRule implements ConflictRule {

	static final String CODE = "reviewed-before";

	@Override
	public String code() {
		return CODE;
	}

	@Override
	public void find(Question question, Consumer<Finding> found) {
		var candidate = question.candidate();
		candidate.reviewedItems().forEach((id, year) -> {
			var item = question.parties().item(id);
			if (item != null) {
				var years = Years.of(year);
				found.accept(new Finding(CODE, question.severityOr(Severity.INFORMATION), candidate.id(), item.id(),
						Other.of(item), years, null, Known.OFFICE, null, List.of(Step.start(candidate),
								new Step(Kind.ITEM, item.title(), Link.REVIEWED, years))));
			}
		});
	}

}
