package org.zhiqiao.platform.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.panel.Assessment.AssessmentMark;
import org.zhiqiao.platform.panel.RulePack.AssessmentRule;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.ProblemException.FieldError;

/** Says what is wrong with the points of an assessment: every place at once. */
final class AssessmentCheck {

	static final int WORDS = 2000;

	/** Whoever gives less than this share of the points of a criterion says why. */
	private static final double LOW = 0.6;

	private AssessmentCheck() {}

	/** Points as they are sent. */
	record GivenMark(@Nullable String criterion, @Nullable Integer points, @Nullable String reason) {

	}

	/** The marks, in the order of the criteria. */
	static List<AssessmentMark> marks(@Nullable List<GivenMark> given, AssessmentRule rule) {
		var wrong = new ArrayList<FieldError>();
		var places = new HashMap<String, Integer>();
		var sent = Objects.requireNonNullElse(given, List.<GivenMark>of());
		for (var i = 0; i < sent.size(); i++) {
			var criterion = (sent.get(i) != null) ? sent.get(i).criterion() : null;
			if (criterion == null || rule.criteria().stream().noneMatch(one -> one.code().equals(criterion))) {
				wrong.add(new FieldError("/marks/" + i + "/criterion", "unknown-code",
						Objects.requireNonNullElse(criterion, "")));
			} else if (places.putIfAbsent(criterion, i) != null) {
				wrong.add(new FieldError("/marks/" + i + "/criterion", "twice"));
			}
		}
		var marks = new ArrayList<AssessmentMark>();
		for (var criterion : rule.criteria()) {
			marks.add(mark(sent, places, criterion, marks.size(), wrong));
		}
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
		return marks;
	}

	private static AssessmentMark mark(List<GivenMark> sent, Map<String, Integer> places,
			RulePack.AssessmentCriterion criterion, int place, List<FieldError> wrong) {
		var at = "/marks/" + places.getOrDefault(criterion.code(), place);
		var given = places.containsKey(criterion.code()) ? sent.get(places.get(criterion.code())) : null;
		var points = (given != null) ? given.points() : null;
		var reason = ReviewCheck.text((given != null) ? given.reason() : null);
		if (points == null) {
			wrong.add(new FieldError(at + "/points", "required"));
			return new AssessmentMark(criterion.code(), 0, reason);
		}
		if (points < 0) {
			wrong.add(new FieldError(at + "/points", "at-least", 0));
		} else if (points > criterion.points()) {
			wrong.add(new FieldError(at + "/points", "at-most", criterion.points()));
		} else if (points < LOW * criterion.points() && reason.isEmpty()) {
			wrong.add(new FieldError(at + "/reason", "assessment-low"));
		}
		if (reason.length() > WORDS) {
			wrong.add(new FieldError(at + "/reason", "length-at-most", WORDS));
		}
		return new AssessmentMark(criterion.code(), points, reason);
	}

}
