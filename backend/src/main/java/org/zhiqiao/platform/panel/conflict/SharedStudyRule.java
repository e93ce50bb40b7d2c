package org.zhiqiao.platform.panel.conflict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.zhiqiao.platform.panel.conflict.Facts.Degree;
import org.zhiqiao.platform.panel.conflict.Finding.Kind;
import org.zhiqiao.platform.panel.conflict.Finding.Known;
import org.zhiqiao.platform.panel.conflict.Finding.Link;
import org.zhiqiao.platform.panel.conflict.Finding.Other;
import org.zhiqiao.platform.panel.conflict.Finding.Step;
import org.zhiqiao.platform.panel.conflict.PartySide.Involved;

/**
 * Teacher and student never review each other: one of the other ties of 政府采购法实施条例 §9 that may harm fairness. That two have
 * studied at the same place with degrees a few years apart is for information; for this, both years must be known, since else
 * every graduate of a large university would be shown.
 */
final class SharedStudyRule implements ConflictRule {

	static final String CODE = "shared-study";

	/**
	 * Two people at one institution.
	 *
	 * @param years of the candidate's degrees that lie near one of the other's
	 * @param others the other way round
	 */
	private record Study(String institution, SortedSet<Integer> years, SortedSet<Integer> others) {}

	@Override
	public String code() {
		return CODE;
	}

	@Override
	public void find(Question question, Consumer<Finding> found) {
		supervision(question, found);
		studies(question).forEach((involved, studies) -> studies.values()
				.forEach(study -> found.accept(study(study, involved, question))));
	}

	private static void supervision(Question question, Consumer<Finding> found) {
		var candidate = question.candidate();
		for (var degree : candidate.degrees()) {
			if (degree.supervisor() != null) {
				for (var involved : question.parties().people(degree.supervisor())) {
					if (!candidate.is(involved.person())) {
						found.accept(supervision(candidate, involved, degree, Link.SUPERVISED_BY));
					}
				}
			}
		}
		for (var degree : question.parties().supervisedBy(candidate.id())) {
			if (!candidate.is(degree.involved().person())) {
				found.accept(supervision(candidate, degree.involved(), degree.degree(), Link.SUPERVISOR_OF));
			}
		}
	}

	private static Finding supervision(Facts candidate, Involved involved, Degree degree, Link link) {
		var years = Years.of(degree.year());
		var path = List.of(Step.start(candidate), new Step(Kind.PERSON, involved.person().name(), link, years),
				Step.involved(involved.item()));
		return new Finding(CODE, Severity.HARD, candidate.id(), involved.item().id(), Other.of(involved.person()),
				years, null, Known.PROFILE, null, path);
	}

	private static Map<Involved, Map<String, Study>> studies(Question question) {
		var near = question.setting().years();
		var studies = new HashMap<Involved, Map<String, Study>>();
		for (var degree : question.candidate().degrees()) {
			for (var other : question.parties().degrees(degree.institutionKey())) {
				var mine = degree.year();
				var theirs = other.degree().year();
				if (mine != null && theirs != null && Math.abs(mine - theirs) <= near
						&& !question.candidate().is(other.involved().person())) {
					var study = studies.computeIfAbsent(other.involved(), same -> new HashMap<>())
							.computeIfAbsent(degree.institutionKey(),
									same -> new Study(degree.institution(), new TreeSet<>(), new TreeSet<>()));
					study.years().add(mine);
					study.others().add(theirs);
				}
			}
		}
		return studies;
	}

	private static Finding study(Study study, Involved involved, Question question) {
		var candidate = question.candidate();
		var years = span(study.years());
		var others = span(study.others());
		var path = List.of(Step.start(candidate),
				new Step(Kind.ORGANISATION, study.institution(), Link.GRADUATED, years),
				new Step(Kind.PERSON, involved.person().name(), Link.GRADUATED, others),
				Step.involved(involved.item()));
		return new Finding(CODE, question.severityOr(Severity.INFORMATION), candidate.id(), involved.item().id(),
				Other.of(involved.person()), years.and(others), null, Known.PROFILE, null, path);
	}

	private static Years span(SortedSet<Integer> years) {
		return new Years(years.getFirst(), years.getLast());
	}

}
