package org.zhiqiao.search.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.zhiqiao.search.AskedWord;
import org.zhiqiao.search.text.Thesaurus;

/**
 * Looks for words that a need could use as well: the fields just above what it names, and what the people whom it finds
 * first have in common. Each is tried: the need is ranked once more with it, and what comes of it is told.
 */
final class Wordings {

	/** The people from whom is learnt what belongs to the subject. */
	private static final int FIRST = 20;

	/** Fewer of them have something in common by accident. */
	private static final int SHARED = 4;

	/** Of the fit of the first person. */
	private static final double HARDLY = 0.25;

	/** Each try asks the index. */
	private static final int TRIED = 10;

	private final Thesaurus thesaurus;

	/** The people who fit a need within its musts and may be shown to the reader, best first. */
	private final Function<Need, List<Match>> people;

	Wordings(Thesaurus thesaurus, Function<Need, List<Match>> people) {
		this.thesaurus = thesaurus;
		this.people = people;
	}

	/**
	 * Looks.
	 * @param asked what the need asks for
	 * @param now the people whom it finds as it is
	 */
	Wording of(Need need, List<AskedWord> asked, List<Match> now) {
		List<AskedWord> unheard = asked.stream().filter((word) -> word.people() == 0).toList();
		Set<Long> found = now.stream().map(Match::expertId).collect(Collectors.toSet());
		List<Wording.Addition> additions = candidates(need, asked, now)
				.map((candidate) -> tried(need, candidate, now, found))
				.flatMap(Optional::stream)
				.sorted(Comparator.comparingDouble(Wording.Addition::best)
						.reversed()
						.thenComparing(Wording.Addition::code))
				.toList();
		return new Wording(unheard, additions);
	}

	private Stream<Wording.Addition> candidates(Need need, List<AskedWord> asked, List<Match> matches) {
		Set<String> named = new LinkedHashSet<>();
		asked.forEach((word) -> named.addAll(new TreeSet<>(word.concepts())));
		need.domains().stream().map(Need.Domain::code).filter((code) -> !code.isEmpty()).forEach(named::add);
		Map<String, Set<String>> above = new LinkedHashMap<>();
		for (String code : named) {
			this.thesaurus.concept(code).ifPresent((concept) -> concept.broader()
					.forEach((broader) -> above.computeIfAbsent(broader, (absent) -> new TreeSet<>()).add(code)));
		}
		Map<String, Integer> shared = shared(matches);
		// what is named finds everything below it already
		Set<String> covered = new TreeSet<>(named);
		named.forEach((code) -> covered.addAll(this.thesaurus.descendants(code)));
		Set<String> roots = named.stream()
				.flatMap((code) -> this.thesaurus.ancestors(code).stream())
				.collect(Collectors.toSet());
		Stream<Wording.Addition> byField = above.keySet()
				.stream()
				.map((code) -> new Wording.Addition(code, above.getOrDefault(code, Set.of()),
						shared.getOrDefault(code, 0), 0, 0));
		Stream<Wording.Addition> byPeople = shared.entrySet()
				.stream()
				.filter((entry) -> entry.getValue() >= SHARED && !roots.contains(entry.getKey()))
				.sorted(Map.Entry.<String, Integer>comparingByValue()
						.reversed()
						.thenComparing(Map.Entry.comparingByKey()))
				.map((entry) -> new Wording.Addition(entry.getKey(), Set.of(), entry.getValue(), 0, 0));
		// a few of each kind, whatever the need names
		return Stream
				.concat(byField.filter((one) -> !covered.contains(one.code())).limit(TRIED / 2),
						byPeople.filter((one) -> !covered.contains(one.code())).limit(TRIED / 2));
	}

	/** How many of the first people declare a concept or have evidence of it. */
	private static Map<String, Integer> shared(List<Match> matches) {
		Map<String, Integer> shared = new HashMap<>();
		for (Match match : matches.subList(0, Math.min(FIRST, matches.size()))) {
			Set<String> own = new TreeSet<>(match.facts().domains());
			own.addAll(match.facts().evidencedDomains());
			own.forEach((code) -> shared.merge(code, 1, Integer::sum));
		}
		return shared;
	}

	private Optional<Wording.Addition> tried(Need need, Wording.Addition candidate, List<Match> now,
			Set<Long> found) {
		List<Need.Domain> domains = new ArrayList<>(need.domains());
		domains.add(Need.Domain.concept(candidate.code()));
		List<Match> more = this.people.apply(need.withDomains(domains.toArray(Need.Domain[]::new)))
				.stream()
				.filter((match) -> !found.contains(match.expertId()))
				.toList();
		// whoever would stand behind everybody that somebody looks at is no gain, nor is who hardly fits
		double enough = now.isEmpty()
				? 0
				: Math.max(now.getFirst().score() * HARDLY, (now.size() > FIRST) ? now.get(FIRST - 1).score() : 0);
		return more.stream()
				.findFirst()
				.filter((best) -> best.score() > enough)
				.map((best) -> new Wording.Addition(candidate.code(), candidate.broaderThan(), candidate.shared(),
						more.size(), best.score()));
	}

}
