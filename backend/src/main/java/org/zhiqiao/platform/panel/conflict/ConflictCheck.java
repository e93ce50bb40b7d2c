package org.zhiqiao.platform.panel.conflict;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.zhiqiao.platform.panel.conflict.ConflictRules.Applied;
import org.zhiqiao.platform.panel.conflict.Finding.Other;

/**
 * Checks any number of candidates against the same items. The parties' side is laid out once by what a candidate may share with
 * it, so a check costs what is shared and not what there is. May be used by many threads.
 */
public final class ConflictCheck {

	private final List<Applied> rules;

	private final LocalDate date;

	private final PartySide parties;

	private final Comparator<Finding> order;

	/**
	 * Lays out the parties' side.
	 * @param date on which the candidates are checked
	 * @throws IllegalArgumentException if an item is there twice
	 */
	public ConflictCheck(ConflictRules rules, List<Item> items, LocalDate date, Families families) {
		this.rules = rules.applied();
		this.date = date;
		this.parties = new PartySide(items, families);
		this.order = order(items, this.rules);
	}

	/**
	 * Everything that the rules find, each finding once: by item, then the gravest first, then by rule. The same facts always give
	 * the same list.
	 * @throws IllegalArgumentException if the candidate has no number
	 */
	public List<Finding> check(Facts candidate) {
		if (candidate.id() == 0) {
			throw new IllegalArgumentException("Only who has a profile can be a candidate: " + candidate.name());
		}
		var found = new LinkedHashSet<Finding>();
		for (var applied : this.rules) {
			var question = new Question(candidate, this.parties, applied.setting(),
					applied.setting().since(this.date));
			applied.rule().find(question, found::add);
		}
		return found.stream().sorted(this.order).toList();
	}

	private static Comparator<Finding> order(List<Item> items, List<Applied> rules) {
		var placeOfItem = new HashMap<Long, Integer>();
		items.forEach(item -> placeOfItem.put(item.id(), placeOfItem.size()));
		var placeOfRule = new HashMap<String, Integer>();
		rules.forEach(applied -> placeOfRule.put(applied.rule().code(), placeOfRule.size()));
		return Comparator.comparingInt((Finding finding) -> place(placeOfItem, finding.item()))
				.thenComparing(Finding::severity)
				.thenComparingInt(finding -> place(placeOfRule, finding.rule()))
				.thenComparing(Finding::other,
						Comparator.comparing(Other::kind)
								.thenComparing(Other::number, Comparator.nullsLast(Comparator.naturalOrder()))
								.thenComparing(Other::name))
				// Whatever else differs: only the order must be the same each time.
				.thenComparing(Finding::toString);
	}

	private static <K> int place(Map<K, Integer> places, K key) {
		return places.getOrDefault(key, places.size());
	}

}
