package org.zhiqiao.platform.panel.conflict;

import java.util.ArrayList;
import java.util.function.Consumer;

import org.zhiqiao.platform.panel.conflict.Facts.Tenure;
import org.zhiqiao.platform.panel.conflict.Finding.Kind;
import org.zhiqiao.platform.panel.conflict.Finding.Link;
import org.zhiqiao.platform.panel.conflict.Finding.Other;
import org.zhiqiao.platform.panel.conflict.Finding.Step;
import org.zhiqiao.platform.panel.conflict.Item.Party;
import org.zhiqiao.platform.panel.conflict.PartySide.PartyOf;

/** A position of a candidate at a party or in its family: what the rules about positions share. */
final class PositionAtParty {

	private PositionAtParty() {}

	static void find(String code, Tenure tenure, Severity severity, Question question, Consumer<Finding> found) {
		if (question.counts(tenure)) {
			question.parties()
					.parties(tenure.organisation(), (party, meeting) -> found
							.accept(finding(code, tenure, severity, question.candidate(), party, meeting)));
		}
	}

	private static Finding finding(String code, Tenure tenure, Severity severity, Facts candidate, PartyOf party,
			Meeting meeting) {
		var path = new ArrayList<Step>();
		path.add(Step.start(candidate));
		path.add(at(tenure));
		path.addAll(meeting.bridge());
		path.add(Step.to(Kind.ITEM, party.item().title(), link(party.party().role())));
		return new Finding(code, severity, candidate.id(), party.item().id(), Other.of(party.party().organisation()),
				tenure.years(), null, meeting.known(), null, path);
	}

	static Step at(Tenure tenure) {
		return new Step(Kind.ORGANISATION, tenure.organisation().name(), link(tenure.role()), tenure.years());
	}

	static Link link(Tenure.Role role) {
		return switch (role) {
			case EMPLOYED -> Link.EMPLOYED;
			case DIRECTOR -> Link.DIRECTOR;
			case CONTROLLING -> Link.CONTROLLING;
			case STUDENT -> Link.STUDENT;
			case ADVISER -> Link.ADVISER;
		};
	}

	static Link link(Party.Role role) {
		return switch (role) {
			case APPLICANT -> Link.APPLICANT;
			case PARTNER -> Link.PARTNER;
		};
	}

}
