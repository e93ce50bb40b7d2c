package org.zhiqiao.platform.panel.conflict;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.panel.conflict.Facts.Work;
import org.zhiqiao.platform.panel.conflict.Finding.Kind;
import org.zhiqiao.platform.panel.conflict.Finding.Known;
import org.zhiqiao.platform.panel.conflict.Finding.Link;
import org.zhiqiao.platform.panel.conflict.Finding.Other;
import org.zhiqiao.platform.panel.conflict.Finding.Step;
import org.zhiqiao.platform.panel.conflict.PartySide.Involved;

/**
 * Works that a candidate and an item's people share: what the rules about publications and projects have in common.
 *
 * @param project whether it is about projects
 */
record SharedWorks(String code, boolean project) {

	/**
	 * One work, however often it stands in the profiles.
	 *
	 * @param year the latest that any of them tells
	 */
	private record Shared(String title, @Nullable Integer year) {

		private static final Comparator<Shared> LATEST = Comparator.comparing(Shared::year,
				Comparator.nullsFirst(Comparator.naturalOrder()));

		Shared and(Shared other) {
			return new Shared(this.title, Years.later(this.year, other.year));
		}

	}

	void find(Question question, Consumer<Finding> found) {
		var sure = sure(question);
		sure.forEach((involved, works) -> found
				.accept(finding(question, involved, works, question.severityOr(Severity.SOFT), Known.WORKS)));
		probable(question).forEach((involved, works) -> {
			if (!sure.containsKey(involved)) {
				found.accept(finding(question, involved, works, Severity.INFORMATION, Known.NAME));
			}
		});
	}

	/** Stands in both profiles. */
	private Map<Involved, Map<String, Shared>> sure(Question question) {
		var shared = new HashMap<Involved, Map<String, Shared>>();
		for (var work : question.candidate().works()) {
			if (work.project() == this.project) {
				for (var other : question.parties().works(work.key())) {
					if (other.work().project() == this.project) {
						add(shared, other.involved(), work, Years.later(work.year(), other.work().year()));
					}
				}
			}
		}
		return counting(shared, question);
	}

	/** Stands in one of the profiles, together with a name that the other bears. */
	private Map<Involved, Map<String, Shared>> probable(Question question) {
		var shared = new HashMap<Involved, Map<String, Shared>>();
		for (var work : question.candidate().works()) {
			if (work.project() == this.project) {
				for (var key : work.with()) {
					for (var involved : question.parties().namesakes(key)) {
						add(shared, involved, work, work.year());
					}
				}
			}
		}
		for (var key : question.candidate().nameKeys()) {
			for (var other : question.parties().worksWith(key)) {
				if (other.work().project() == this.project) {
					add(shared, other.involved(), other.work(), other.work().year());
				}
			}
		}
		return counting(shared, question);
	}

	private static void add(Map<Involved, Map<String, Shared>> shared, Involved involved, Work work,
			@Nullable Integer year) {
		// In the order of the keys, so that the same facts always show the same work.
		shared.computeIfAbsent(involved, same -> new TreeMap<>())
				.merge(work.key(), new Shared(work.title(), year), Shared::and);
	}

	/** Without works that are too old; an unknown year excludes nothing. */
	private static Map<Involved, Map<String, Shared>> counting(Map<Involved, Map<String, Shared>> shared,
			Question question) {
		shared.keySet().removeIf(involved -> question.candidate().is(involved.person()));
		shared.values()
				.forEach(works -> works.values()
						.removeIf(work -> work.year() != null && work.year() < question.since()));
		shared.values().removeIf(Map::isEmpty);
		return shared;
	}

	private Finding finding(Question question, Involved involved, Map<String, Shared> works, Severity severity,
			Known known) {
		var candidate = question.candidate();
		var years = works.values().stream().map(work -> Years.of(work.year())).reduce(Years.UNKNOWN, Years::and);
		var latest = works.values().stream().max(Shared.LATEST).orElseThrow();
		var link = this.project ? Link.MEMBER : Link.AUTHOR;
		var path = List.of(Step.start(candidate), new Step(Kind.WORK, latest.title(), link, Years.of(latest.year())),
				Step.to(Kind.PERSON, involved.person().name(), link), Step.involved(involved.item()));
		return new Finding(this.code, severity, candidate.id(), involved.item().id(), Other.of(involved.person()),
				years, works.size(), known, null, path);
	}

}
