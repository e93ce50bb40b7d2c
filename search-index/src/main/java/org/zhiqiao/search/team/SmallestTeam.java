package org.zhiqiao.search.team;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.search.team.Team.Apart;
import org.zhiqiao.search.team.Team.Exhausted;
import org.zhiqiao.search.team.Team.Proof;

/**
 * Finds the smallest team exactly. A set cover: somebody must meet the rarest requirement, so each of those who do is
 * tried, and the rest is a smaller question of the same kind, answered once. Team sizes are tried from the least that
 * requirements which nobody shares allow, so the first that works is the smallest.
 */
public final class SmallestTeam {

	/** So many choices take about a second; needs as people write them take a few thousand. */
	static final long STEPS = 3_000_000;

	/** More requirements than a need can name. */
	public static final int REQUIREMENTS = Bits.SIZE;

	private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::score)
			.reversed()
			.thenComparingLong(Candidate::id);

	/** Requirements in this order, the rarest first, are the bits of all sets here. */
	private final int[] rarest;

	/** Nobody in here is worse in every way than somebody else. */
	private final List<Member> members;

	/** For each bit those who meet it, best first. */
	private final List<List<Member>> meeting = new ArrayList<>();

	/** For each bit all bits that somebody has who has this one. */
	private final List<Bits> shared = new ArrayList<>();

	private final Map<Question, Answer> known = new HashMap<>();

	private final long limit;

	private long steps;

	private record Member(Candidate candidate, Bits covers) {

	}

	private record Question(Bits open, int people) {

	}

	/** A cover as a chain, or that there is none: then without anybody. */
	private record Answer(double score, @Nullable Member member, @Nullable Answer rest) {

		static final Answer NOBODY_NEEDED = new Answer(0, null, null);

		static final Answer IMPOSSIBLE = new Answer(Double.NEGATIVE_INFINITY, null, null);

		boolean possible() {
			return this.score >= 0;
		}

	}

	private SmallestTeam(List<Candidate> candidates, long limit) {
		this.limit = limit;
		int[] counts = new int[Bits.SIZE];
		candidates.forEach((candidate) -> candidate.covers().forEach((number) -> counts[number]++));
		this.rarest = IntStream.range(0, Bits.SIZE)
				.filter((number) -> counts[number] > 0)
				.boxed()
				.sorted(Comparator.comparingInt((Integer number) -> counts[number])
						.thenComparing(Comparator.naturalOrder()))
				.mapToInt(Integer::intValue)
				.toArray();
		this.members = undominated(
				candidates.stream().sorted(BEST_FIRST).map((one) -> new Member(one, bits(one.covers()))).toList());
		for (int bit = 0; bit < this.rarest.length; bit++) {
			int wanted = bit;
			List<Member> having = this.members.stream().filter((member) -> member.covers().has(wanted)).toList();
			this.meeting.add(having);
			this.shared.add(having.stream().map(Member::covers).reduce(Bits.NONE, Bits::or));
		}
	}

	/**
	 * Finds the team.
	 * @param requirements how many there are
	 * @param candidates each person once
	 * @param keep those who must be on the team, among the candidates
	 */
	public static Team of(int requirements, List<Candidate> candidates, List<Long> keep) {
		return of(requirements, candidates, keep, STEPS);
	}

	static Team of(int requirements, List<Candidate> candidates, List<Long> keep, long limit) {
		if (requirements > REQUIREMENTS) {
			throw new IllegalArgumentException("More than " + REQUIREMENTS + " requirements: " + requirements);
		}
		Map<Long, Candidate> byId = candidates.stream()
				.collect(Collectors.toMap(Candidate::id, (candidate) -> candidate));
		Set<Integer> open = IntStream.range(0, requirements).boxed().collect(Collectors.toCollection(HashSet::new));
		for (long id : keep) {
			Candidate kept = byId.get(id);
			if (kept == null) {
				throw new IllegalArgumentException("No candidate " + id);
			}
			open.removeAll(kept.covers());
		}
		List<Candidate> others = candidates.stream()
				.filter((candidate) -> !keep.contains(candidate.id()))
				.map((candidate) -> new Candidate(candidate.id(), candidate.score(),
						candidate.covers().stream().filter(open::contains).collect(Collectors.toSet())))
				.filter((candidate) -> !candidate.covers().isEmpty())
				.toList();
		Set<Integer> uncovered = new HashSet<>(open);
		others.forEach((candidate) -> uncovered.removeAll(candidate.covers()));
		return new SmallestTeam(others, limit).find(keep, uncovered);
	}

	private Team find(List<Long> keep, Set<Integer> uncovered) {
		Bits open = Bits.of(IntStream.range(0, this.rarest.length).boxed().toList());
		Bits apart = apart(open);
		Proof proof = new Apart(numbers(apart));
		List<Member> found = greedy(open);
		int people = apart.size();
		boolean complete = true;
		for (; people <= found.size(); people++) {
			Answer answer = answer(open, people);
			complete = this.steps < this.limit;
			if (answer.possible()) {
				found = chain(answer);
				break;
			}
			if (!complete) {
				break;
			}
			this.known.clear();
			proof = new Exhausted(this.steps);
		}
		List<Long> members = new ArrayList<>(keep);
		found.stream().map(Member::candidate).sorted(BEST_FIRST).map(Candidate::id).forEach(members::add);
		return new Team(members, uncovered, keep.size() + people, proof, complete);
	}

	/** The cover of the greatest score by at most so many people. */
	private Answer answer(Bits open, int people) {
		if (open.isEmpty()) {
			return Answer.NOBODY_NEEDED;
		}
		if (people == 0 || apart(open).size() > people) {
			return Answer.IMPOSSIBLE;
		}
		Question question = new Question(open, people);
		Answer known = this.known.get(question);
		if (known != null) {
			return known;
		}
		Answer best = Answer.IMPOSSIBLE;
		for (Member member : this.meeting.get(open.first())) {
			if (++this.steps >= this.limit) {
				// what was found so far is a cover, though maybe not the best
				return best;
			}
			Answer rest = answer(open.without(member.covers()), people - 1);
			double score = member.candidate().score() + rest.score();
			if (rest.possible() && score > best.score()) {
				best = new Answer(score, member, rest);
			}
		}
		this.known.put(question, best);
		return best;
	}

	/** Requirements of which nobody meets two, the rarest first: each takes somebody of its own. */
	private Bits apart(Bits open) {
		Bits apart = Bits.NONE;
		Bits left = open;
		while (!left.isEmpty()) {
			int bit = left.first();
			apart = apart.with(bit);
			left = left.without(this.shared.get(bit));
		}
		return apart;
	}

	/** Some cover: whoever adds most, again and again. */
	private List<Member> greedy(Bits open) {
		List<Member> found = new ArrayList<>();
		Bits left = open;
		while (!left.isEmpty()) {
			Bits now = left;
			// of those who add the same, the first is the best
			Member most = this.members.stream()
					.reduce((one,
							other) -> (other.covers().and(now).size() > one.covers().and(now).size()) ? other : one)
					.orElseThrow();
			found.add(most);
			left = left.without(most.covers());
		}
		return found;
	}

	private static List<Member> chain(Answer answer) {
		List<Member> chain = new ArrayList<>();
		for (Answer link = answer; link != null && link.member() != null; link = link.rest()) {
			chain.add(link.member());
		}
		return chain;
	}

	/** Whoever meets nothing that somebody before them does not meet as well is in no smallest team, or as well out of it. */
	private static List<Member> undominated(List<Member> bestFirst) {
		List<Member> kept = new ArrayList<>();
		for (Member member : bestFirst) {
			if (kept.stream().noneMatch((better) -> member.covers().isWithin(better.covers()))) {
				kept.add(member);
			}
		}
		return kept;
	}

	private Bits bits(Set<Integer> numbers) {
		return Bits.of(IntStream.range(0, this.rarest.length)
				.filter((bit) -> numbers.contains(this.rarest[bit]))
				.boxed()
				.toList());
	}

	private Set<Integer> numbers(Bits bits) {
		return IntStream.range(0, this.rarest.length)
				.filter(bits::has)
				.map((bit) -> this.rarest[bit])
				.boxed()
				.collect(Collectors.toUnmodifiableSet());
	}

}
