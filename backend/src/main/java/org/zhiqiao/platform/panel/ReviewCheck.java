package org.zhiqiao.platform.panel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.panel.Conclusion.ItemConclusion;
import org.zhiqiao.platform.panel.Opinion.ItemOpinion;
import org.zhiqiao.platform.panel.Opinion.OpinionContent;
import org.zhiqiao.platform.panel.ReviewSetup.ReviewCriterion;
import org.zhiqiao.platform.panel.SaveReview.SaveConclusion;
import org.zhiqiao.platform.panel.SaveReview.SaveCriterion;
import org.zhiqiao.platform.panel.SaveReview.SaveItemOpinion;
import org.zhiqiao.platform.panel.SaveReview.SaveOpinion;
import org.zhiqiao.platform.panel.SaveReview.SaveSetup;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.taxonomy.Bilingual;

/** Says what is wrong with what is sent for a review: every place at once. */
final class ReviewCheck {

	static final int WORDS = 5000;

	static final int MINUTES = 50_000;

	/** So long a review may last. */
	static final Duration LONGEST = Duration.ofDays(90);

	private static final int NAME = 100;

	private static final int CRITERIA = 12;

	private static final int MOST = 100;

	/** Whoever gives less than this share of the points says why. */
	private static final double HALF = 0.5;

	private ReviewCheck() {}

	static ReviewSetup setup(SaveSetup save, Instant now) {
		var wrong = new ArrayList<FieldError>();
		var criteria = new ArrayList<ReviewCriterion>();
		var given = Objects.requireNonNullElse(save.criteria(), List.<SaveCriterion>of());
		if (given.isEmpty()) {
			wrong.add(new FieldError("/criteria", "count-at-least", 1));
		} else if (given.size() > CRITERIA) {
			wrong.add(new FieldError("/criteria", "count-at-most", CRITERIA));
		}
		for (var i = 0; i < given.size(); i++) {
			criterion(given.get(i), "/criteria/" + i, wrong).ifPresent(criteria::add);
		}
		var names = new HashSet<String>();
		for (var i = 0; i < criteria.size() && wrong.isEmpty(); i++) {
			if (!names.add(criteria.get(i).name().toString())) {
				wrong.add(new FieldError("/criteria/" + i + "/name", "twice"));
			}
		}
		var instructions = text(save.instructions());
		if (instructions.length() > WORDS) {
			wrong.add(new FieldError("/instructions", "length-at-most", WORDS));
		}
		due("/due", save.due(), now, wrong);
		refuse(wrong);
		return new ReviewSetup(criteria, instructions);
	}

	private static Optional<ReviewCriterion> criterion(@Nullable SaveCriterion given, String at,
			List<FieldError> wrong) {
		var before = wrong.size();
		var name = (given != null) ? given.name() : null;
		var zh = (name != null) ? text(name.zh()) : "";
		var en = (name != null) ? text(name.en()) : "";
		if (zh.isEmpty() && en.isEmpty()) {
			wrong.add(new FieldError(at + "/name", "required"));
		} else if (zh.length() > NAME || en.length() > NAME) {
			wrong.add(new FieldError(at + "/name", "length-at-most", NAME));
		}
		var points = number((given != null) ? given.points() : null, at + "/points", wrong);
		var weight = number((given != null) ? given.weight() : null, at + "/weight", wrong);
		return (wrong.size() > before)
				? Optional.empty()
				: Optional.of(new ReviewCriterion(
						new Bilingual(zh.isEmpty() ? null : zh, en.isEmpty() ? null : en), points, weight));
	}

	private static int number(@Nullable Integer given, String at, List<FieldError> wrong) {
		if (given == null) {
			wrong.add(new FieldError(at, "required"));
			return 1;
		}
		if (given < 1) {
			wrong.add(new FieldError(at, "at-least", 1));
		} else if (given > MOST) {
			wrong.add(new FieldError(at, "at-most", MOST));
		}
		return given;
	}

	/** A time that is set for others. */
	static Instant due(String at, @Nullable Instant given, Instant now) {
		var wrong = new ArrayList<FieldError>();
		due(at, given, now, wrong);
		refuse(wrong);
		return Moments.exact(Objects.requireNonNull(given));
	}

	private static void due(String at, @Nullable Instant given, Instant now, List<FieldError> wrong) {
		if (given == null) {
			wrong.add(new FieldError(at, "required"));
		} else if (!given.isAfter(now) || given.isAfter(now.plus(LONGEST))) {
			wrong.add(new FieldError(at, "review-due", LONGEST.toDays()));
		}
	}

	/**
	 * What a member says. As long as it is not signed only what is wrong counts, not what is missing.
	 * @param recused the items that they may not judge
	 */
	static OpinionContent opinion(SaveOpinion save, ReviewSetup setup, List<Integer> items, Set<Integer> recused,
			boolean sign) {
		var wrong = new ArrayList<FieldError>();
		var opinions = new ArrayList<ItemOpinion>();
		var seen = new HashSet<Integer>();
		var given = Objects.requireNonNullElse(save.items(), List.<SaveItemOpinion>of());
		for (var i = 0; i < given.size(); i++) {
			var one = given.get(i);
			var at = "/items/" + i;
			if (one == null || one.item() == null || !items.contains(one.item())) {
				wrong.add(new FieldError(at + "/item", "unknown-code", (one != null) ? "" + one.item() : ""));
			} else if (recused.contains(one.item())) {
				wrong.add(new FieldError(at, "review-recused"));
			} else if (!seen.add(one.item())) {
				wrong.add(new FieldError(at + "/item", "twice"));
			} else {
				opinions.add(opinion(one, one.item(), setup, at, sign, wrong));
			}
		}
		if (sign) {
			items.stream()
					.filter(item -> !recused.contains(item) && !seen.contains(item))
					.forEach(_ -> wrong.add(new FieldError("/items", "review-points-missing")));
			if (recused.containsAll(items)) {
				wrong.add(new FieldError("/items", "review-nothing-left"));
			}
		}
		refuse(wrong);
		return new OpinionContent(opinions);
	}

	private static ItemOpinion opinion(SaveItemOpinion one, int item, ReviewSetup setup, String at, boolean sign,
			List<FieldError> wrong) {
		var before = wrong.size();
		var points = new TreeMap<Integer, Double>();
		var given = Objects.requireNonNullElse(one.points(), Map.<Integer, @Nullable Double>of());
		given.forEach((criterion, number) -> {
			if (criterion < 1 || criterion > setup.criteria().size()) {
				wrong.add(new FieldError(at + "/points/" + criterion, "unknown-code", criterion));
			} else if (number != null) {
				var most = setup.criteria().get(criterion - 1).points();
				if (number < 0 || number > most || number * 2 != Math.rint(number * 2)) {
					wrong.add(new FieldError(at + "/points/" + criterion, "review-points", most));
				} else {
					points.put(criterion, number);
				}
			}
		});
		var comment = text(one.comment());
		if (comment.length() > WORDS) {
			wrong.add(new FieldError(at + "/comment", "length-at-most", WORDS));
		}
		if (sign && wrong.size() == before) {
			for (var criterion = 1; criterion <= setup.criteria().size(); criterion++) {
				if (!points.containsKey(criterion)) {
					wrong.add(new FieldError(at + "/points/" + criterion, "review-points-missing"));
				}
			}
			if (wrong.size() == before && comment.isEmpty()
					&& ReviewResult.mark(setup, points) < HALF * ReviewResult.SCALE) {
				wrong.add(new FieldError(at + "/comment", "review-comment"));
			}
		}
		return new ItemOpinion(item, points, comment);
	}

	/** Conclusion and minutes as they are being written, or as they are to be given out. */
	static Conclusion conclusion(SaveConclusion save, List<Integer> items) {
		var wrong = new ArrayList<FieldError>();
		var concluded = new ArrayList<ItemConclusion>();
		var seen = new HashSet<Integer>();
		var given = Objects.requireNonNullElse(save.items(), List.<ItemConclusion>of());
		for (var i = 0; i < given.size(); i++) {
			var one = given.get(i);
			var at = "/items/" + i;
			if (one == null || !items.contains(one.item())) {
				wrong.add(new FieldError(at + "/item", "unknown-code", (one != null) ? one.item() : ""));
			} else if (!seen.add(one.item())) {
				wrong.add(new FieldError(at + "/item", "twice"));
			} else {
				var words = text(one.words());
				if (words.length() > WORDS) {
					wrong.add(new FieldError(at + "/words", "length-at-most", WORDS));
				}
				concluded.add(new ItemConclusion(one.item(), one.verdict(), words));
			}
		}
		var minutes = text(save.minutes());
		if (minutes.length() > MINUTES) {
			wrong.add(new FieldError("/minutes", "length-at-most", MINUTES));
		}
		refuse(wrong);
		return new Conclusion(concluded, minutes);
	}

	/** Whether everything is there that members are to sign. */
	static void complete(Conclusion conclusion, List<Integer> items) {
		var wrong = new ArrayList<FieldError>();
		for (var i = 0; i < items.size(); i++) {
			var item = items.get(i);
			var one = conclusion.items().stream().filter(known -> known.item() == item).findFirst().orElse(null);
			if (one == null || one.verdict() == null) {
				wrong.add(new FieldError("/items/" + i + "/verdict", "required"));
			} else if (one.verdict() != Conclusion.ItemVerdict.RECOMMENDED && one.words().isEmpty()) {
				wrong.add(new FieldError("/items/" + i + "/words", "review-words"));
			}
		}
		if (conclusion.minutes().isEmpty()) {
			wrong.add(new FieldError("/minutes", "required"));
		}
		refuse(wrong);
	}

	/** Why somebody refuses or takes back something. */
	static String reason(@Nullable String given) {
		var reason = text(given);
		if (reason.isEmpty()) {
			throw new InvalidInput("/reason", "required");
		}
		if (reason.length() > PanelCheck.REASON) {
			throw new InvalidInput("/reason", "length-at-most", PanelCheck.REASON);
		}
		return reason;
	}

	static String text(@Nullable String given) {
		return (given != null) ? given.strip() : "";
	}

	private static void refuse(List<FieldError> wrong) {
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
	}

}
