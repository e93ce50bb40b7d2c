package org.zhiqiao.platform.panel.conflict;

import java.util.List;
import java.util.function.Consumer;

import org.zhiqiao.platform.panel.conflict.Finding.Kind;
import org.zhiqiao.platform.panel.conflict.Finding.Known;
import org.zhiqiao.platform.panel.conflict.Finding.Link;
import org.zhiqiao.platform.panel.conflict.Finding.Other;
import org.zhiqiao.platform.panel.conflict.Finding.Step;
import org.zhiqiao.platform.panel.conflict.Item.Objection;
import org.zhiqiao.platform.panel.conflict.PartySide.ObjectionOf;

/**
 * Parties may object to a candidate (政府采购法实施条例 §9): upheld, it excludes; undecided, somebody has to decide; dismissed, it
 * stays on record.
 */
final class ObjectionRule implements ConflictRule {

	static final String CODE = "objection";

	@Override
	public String code() {
		return CODE;
	}

	@Override
	public void find(Question question, Consumer<Finding> found) {
		for (var objection : question.parties().objectionsTo(question.candidate().id())) {
			found.accept(finding(objection, question));
		}
	}

	private static Finding finding(ObjectionOf made, Question question) {
		var candidate = question.candidate();
		var objection = made.objection();
		var severity = switch (objection.ruling()) {
			case NONE -> question.severityOr(Severity.SOFT);
			case UPHELD -> Severity.HARD;
			case DISMISSED -> Severity.INFORMATION;
		};
		return new Finding(CODE, severity, candidate.id(), made.item().id(),
				new Other(Kind.ORGANISATION, null, objection.by()), Years.UNKNOWN, null, Known.PARTY,
				objection.reason(),
				List.of(Step.start(candidate), Step.to(Kind.ORGANISATION, objection.by(), link(objection)),
						Step.to(Kind.ITEM, made.item().title(), Link.PARTY)));
	}

	private static Link link(Objection objection) {
		return switch (objection.ruling()) {
			case NONE -> Link.OBJECTION_OPEN;
			case UPHELD -> Link.OBJECTION_UPHELD;
			case DISMISSED -> Link.OBJECTION_DISMISSED;
		};
	}

}
