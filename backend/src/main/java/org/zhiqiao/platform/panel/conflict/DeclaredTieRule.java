package org.zhiqiao.platform.panel.conflict;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.zhiqiao.platform.panel.conflict.Facts.Tie;
import org.zhiqiao.platform.panel.conflict.Facts.Tie.Stranger;
import org.zhiqiao.platform.panel.conflict.Finding.Kind;
import org.zhiqiao.platform.panel.conflict.Finding.Known;
import org.zhiqiao.platform.panel.conflict.Finding.Link;
import org.zhiqiao.platform.panel.conflict.Finding.Other;
import org.zhiqiao.platform.panel.conflict.Finding.Step;
import org.zhiqiao.platform.panel.conflict.PartySide.Involved;
import org.zhiqiao.platform.panel.conflict.PartySide.PartyOf;

/**
 * Ties that the candidate or one of the item's people has declared: family to a party's head, and any other tie that may harm
 * fairness (政府采购法实施条例 §9). Family and money exclude; about the others somebody decides, and so about what somebody else
 * reports, about who is known by name only, and about a party where the other merely works.
 */
final class DeclaredTieRule implements ConflictRule {

	static final String CODE = "declared-tie";

	@Override
	public String code() {
		return CODE;
	}

	@Override
	public void find(Question question, Consumer<Finding> found) {
		var candidate = question.candidate();
		for (var tie : candidate.ties()) {
			if (tie.years().reaches(question.since())) {
				find(tie, question, found);
			}
		}
		for (var tie : question.parties().tiesTo(candidate.id())) {
			if (!candidate.is(tie.involved().person()) && tie.tie().years().reaches(question.since())) {
				found.accept(toPerson(tie.tie(), tie.involved(), question));
			}
		}
	}

	private static void find(Tie tie, Question question, Consumer<Finding> found) {
		if (tie.person() != null) {
			for (var involved : question.parties().people(tie.person())) {
				if (!question.candidate().is(involved.person())) {
					found.accept(toPerson(tie, involved, question));
				}
			}
		}
		if (tie.stranger() != null) {
			for (var key : tie.stranger().nameKeys()) {
				for (var involved : question.parties().namesakes(key)) {
					if (!question.candidate().is(involved.person())) {
						found.accept(toNamesake(tie, tie.stranger(), involved, question));
					}
				}
			}
		}
		if (tie.organisation() != null) {
			var organisation = tie.organisation();
			question.parties()
					.parties(organisation, (party, meeting) -> found
							.accept(toParty(tie, organisation, party, meeting, question)));
		}
		if (tie.item() != null) {
			var item = question.parties().item(tie.item());
			if (item != null) {
				found.accept(finding(tie, item, Other.of(item), question,
						List.of(Step.start(question.candidate()), to(tie, Kind.ITEM, item.title()))));
			}
		}
	}

	private static Finding toPerson(Tie tie, Involved involved, Question question) {
		return finding(tie, involved.item(), Other.of(involved.person()), question,
				List.of(Step.start(question.candidate()), to(tie, Kind.PERSON, involved.person().name()),
						Step.involved(involved.item())));
	}

	/** Whoever bears the name may be somebody else. */
	private static Finding toNamesake(Tie tie, Stranger stranger, Involved involved, Question question) {
		return new Finding(CODE, Severity.SOFT, question.candidate().id(), involved.item().id(),
				Other.of(involved.person()), tie.years(), null, Known.NAME, tie.note(),
				List.of(Step.start(question.candidate()), to(tie, Kind.PERSON, stranger.name()),
						Step.involved(involved.item())));
	}

	private static Finding toParty(Tie tie, NamedOrganisation organisation, PartyOf party, Meeting meeting,
			Question question) {
		var path = new ArrayList<Step>();
		path.add(Step.start(question.candidate()));
		if (tie.stranger() != null) {
			path.add(to(tie, Kind.PERSON, tie.stranger().name()));
			path.add(Step.to(Kind.ORGANISATION, organisation.name(), Link.EMPLOYED));
		} else {
			path.add(to(tie, Kind.ORGANISATION, organisation.name()));
		}
		path.addAll(meeting.bridge());
		path.add(Step.to(Kind.ITEM, party.item().title(), PositionAtParty.link(party.party().role())));
		return finding(tie, party.item(), Other.of(party.party().organisation()), question, path);
	}

	private static Finding finding(Tie tie, Item item, Other other, Question question, List<Step> path) {
		var severity = switch (tie.kind()) {
			case FAMILY, FINANCIAL ->
				(tie.reported() || tie.stranger() != null) ? Severity.SOFT : Severity.HARD;
			case SUPERVISION, OTHER -> question.severityOr(Severity.SOFT);
		};
		return new Finding(CODE, severity, question.candidate().id(), item.id(), other, tie.years(), null,
				tie.reported() ? Known.OFFICE : Known.DECLARATION, tie.note(), path);
	}

	private static Step to(Tie tie, Kind kind, String text) {
		return new Step(kind, text, link(tie), tie.years());
	}

	private static Link link(Tie tie) {
		return switch (tie.kind()) {
			case FAMILY -> Link.FAMILY;
			case FINANCIAL -> Link.FINANCIAL;
			case SUPERVISION -> Link.SUPERVISION;
			case OTHER -> Link.OTHER;
		};
	}

}
