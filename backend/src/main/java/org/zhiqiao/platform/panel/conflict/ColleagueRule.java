package org.zhiqiao.platform.panel.conflict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.function.Consumer;

import org.zhiqiao.platform.panel.conflict.Facts.Tenure;
import org.zhiqiao.platform.panel.conflict.Finding.Kind;
import org.zhiqiao.platform.panel.conflict.Finding.Other;
import org.zhiqiao.platform.panel.conflict.Finding.Step;
import org.zhiqiao.platform.panel.conflict.PartySide.TenureOf;

/**
 * Who is or was within the last years at the same organisation, at the same time, as one of the item's people, although that
 * organisation is no party: one of the other ties of 政府采购法实施条例 §9 that may harm fairness. Positions at a party are for the
 * rules about these.
 */
final class ColleagueRule implements ConflictRule {

	static final String CODE = "colleague";

	@Override
	public String code() {
		return CODE;
	}

	@Override
	public void find(Question question, Consumer<Finding> found) {
		for (var tenure : question.candidate().affiliations()) {
			if (question.counts(tenure)) {
				find(tenure, question, found);
			}
		}
	}

	private static void find(Tenure tenure, Question question, Consumer<Finding> found) {
		var candidate = question.candidate();
		var ofParties = new HashSet<Long>();
		question.parties().parties(tenure.organisation(), (party, meeting) -> ofParties.add(party.item().id()));
		question.parties().tenures(tenure.organisation(), (other, meeting) -> {
			if (!candidate.is(other.involved().person()) && !ofParties.contains(other.involved().item().id())
					&& question.counts(other.tenure()) && tenure.years().overlaps(other.tenure().years())) {
				found.accept(finding(candidate, tenure, other, meeting, question.severityOr(Severity.SOFT)));
			}
		});
	}

	private static Finding finding(Facts candidate, Tenure tenure, TenureOf other, Meeting meeting, Severity severity) {
		var person = other.involved().person();
		var item = other.involved().item();
		var path = new ArrayList<Step>();
		path.add(Step.start(candidate));
		path.add(PositionAtParty.at(tenure));
		path.addAll(meeting.bridge());
		path.add(new Step(Kind.PERSON, person.name(), PositionAtParty.link(other.tenure().role()),
				other.tenure().years()));
		path.add(Step.involved(item));
		return new Finding(CODE, severity, candidate.id(), item.id(), Other.of(person),
				tenure.years().common(other.tenure().years()), null, meeting.known(), null, path);
	}

}
