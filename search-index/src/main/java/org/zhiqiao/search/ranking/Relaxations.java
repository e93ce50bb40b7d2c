package org.zhiqiao.search.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.CefrLevel;
import org.zhiqiao.search.Condition;
import org.zhiqiao.search.LanguageSkill;

/**
 * What giving up one must, or two of them together, would bring: counted over the people whom the musts leave out.
 *
 * @param single each must that alone leaves somebody out, the most people first; a language may be there twice, with
 * the nearest lower level that helps and as a wish
 * @param pair the two musts that bring the most people together, if together they bring somebody whom neither brings
 * alone; otherwise null
 */
public record Relaxations(List<Relaxation> single, @Nullable Relaxation pair) {

	private static final Comparator<Relaxation> MOST_FIRST = Comparator.comparingInt(Relaxation::more)
			.reversed()
			.thenComparing(Comparator.comparingDouble(Relaxation::best).reversed());

	public Relaxations {
		single = List.copyOf(single);
	}

	/**
	 * Counts.
	 * @param outsiders those whom the musts of the need leave out
	 */
	public static Relaxations of(Need need, List<Outsider> outsiders) {
		List<Condition> musts = need.musts();
		List<Relaxation> single = new ArrayList<>();
		for (int i = 0; i < musts.size(); i++) {
			Set<Integer> alone = Set.of(i);
			Optional<Relaxation> wish = relaxation(List.of(i), null, outsiders,
					(outsider) -> outsider.failed().equals(alone));
			Optional<Relaxation> lower = (musts.get(i) instanceof Condition.Speaks asked)
					? lower(i, asked, outsiders)
					: Optional.empty();
			lower.ifPresent(single::add);
			// to drop a language brings no more than to lower its level where everybody speaks it a little
			wish.filter((more) -> lower.isEmpty() || more.more() > lower.get().more()).ifPresent(single::add);
		}
		single.sort(MOST_FIRST);
		return new Relaxations(single, pair(musts.size(), outsiders).orElse(null));
	}

	/** The highest level below the one asked for at which somebody more would be there. */
	private static Optional<Relaxation> lower(int must, Condition.Speaks asked, List<Outsider> outsiders) {
		Set<Integer> alone = Set.of(must);
		return outsiders.stream()
				.filter((outsider) -> outsider.failed().equals(alone))
				.flatMap((outsider) -> outsider.match().facts().languages().stream())
				.filter((skill) -> skill.code().equals(asked.code()))
				.map(LanguageSkill::level)
				.max(Comparator.naturalOrder())
				.flatMap((level) -> {
					Condition enough = new Condition.Speaks(asked.code(), level);
					return relaxation(List.of(must), level, outsiders,
							(outsider) -> outsider.failed().equals(alone) && enough.test(outsider.match().facts()));
				});
	}

	private static Optional<Relaxation> pair(int musts, List<Outsider> outsiders) {
		List<Relaxation> pairs = new ArrayList<>();
		for (int i = 0; i < musts; i++) {
			for (int j = i + 1; j < musts; j++) {
				Set<Integer> both = Set.of(i, j);
				if (outsiders.stream().anyMatch((outsider) -> outsider.failed().equals(both))) {
					relaxation(List.of(i, j), null, outsiders, (outsider) -> both.containsAll(outsider.failed()))
							.ifPresent(pairs::add);
				}
			}
		}
		return pairs.stream().min(MOST_FIRST);
	}

	private static Optional<Relaxation> relaxation(List<Integer> musts, @Nullable CefrLevel level,
			List<Outsider> outsiders, Predicate<Outsider> back) {
		List<Double> scores = outsiders.stream()
				.filter(back)
				.map((outsider) -> outsider.match().score())
				.toList();
		return scores.stream()
				.max(Comparator.naturalOrder())
				.map((best) -> new Relaxation(musts, level, scores.size(), best));
	}

}
