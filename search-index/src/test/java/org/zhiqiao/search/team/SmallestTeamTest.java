package org.zhiqiao.search.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.zhiqiao.search.team.Team.Apart;
import org.zhiqiao.search.team.Team.Exhausted;

/** The smallest team, against trying every team there is. */
class SmallestTeamTest {

	@ParameterizedTest
	@ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
	void isTheSmallestAndBestOfAllThereAre(long seed) {
		Random random = new Random(seed);
		for (int round = 0; round < 60; round++) {
			int requirements = 1 + random.nextInt(7);
			List<Candidate> candidates = candidates(random, 1 + random.nextInt(11), requirements, 3);
			List<Long> keep = candidates.stream()
					.filter((_) -> random.nextInt(8) == 0)
					.map(Candidate::id)
					.toList();
			Team team = SmallestTeam.of(requirements, candidates, keep);
			Set<Integer> possible = covered(candidates);
			Best best = tried(candidates, keep, possible);
			assertThat(team.members()).hasSize(best.people()).doesNotHaveDuplicates();
			assertThat(team.members().subList(0, keep.size())).isEqualTo(keep);
			assertThat(covered(named(candidates, team.members()))).isEqualTo(possible);
			assertThat(score(named(candidates, team.members()))).isCloseTo(best.score(), within(1e-9));
			assertThat(team.smallest()).isTrue();
			assertThat(team.best()).isTrue();
			assertThat(Collections.disjoint(possible, team.uncovered())).isTrue();
			assertThat(team.uncovered().size() + possible.size()).isEqualTo(requirements);
			checkProof(team, candidates, keep);
		}
	}

	@Test
	void isProvenForTwoHundredCandidates() {
		Set<Class<?>> proofs = new HashSet<>();
		for (long seed = 0; seed < 40; seed++) {
			Random random = new Random(seed);
			int requirements = 8 + random.nextInt(9);
			List<Candidate> candidates = candidates(random, 200, requirements, 4);
			Team team = SmallestTeam.of(requirements, candidates, List.of());
			assertThat(team.smallest()).as("%s", seed).isTrue();
			assertThat(team.best()).as("%s", seed).isTrue();
			checkProof(team, candidates, List.of());
			proofs.add(team.proof().getClass());
		}
		assertThat(proofs).contains(Exhausted.class);
	}

	@Test
	void isTheSameInWhateverOrderTheCandidatesCome() {
		Random random = new Random(5);
		for (int round = 0; round < 50; round++) {
			// equal scores, so that many teams are as good
			List<Candidate> candidates = candidates(random, 30, 9, 3).stream()
					.map((one) -> new Candidate(one.id(), 50, one.covers()))
					.toList();
			Team team = SmallestTeam.of(9, candidates, List.of());
			List<Candidate> shuffled = new ArrayList<>(candidates);
			Collections.shuffle(shuffled, random);
			assertThat(SmallestTeam.of(9, shuffled, List.of())).isEqualTo(team);
		}
	}

	@Test
	void saysSoWhenTheSearchWasCutShort() {
		Random random = new Random(11);
		List<Candidate> candidates = candidates(random, 200, 60, 5);
		Team team = SmallestTeam.of(60, candidates, List.of(), 2_000);
		assertThat(team.best()).isFalse();
		assertThat(team.smallest()).isFalse();
		assertThat(team.atLeast()).isBetween(1, team.members().size() - 1);
		assertThat(covered(named(candidates, team.members()))).isEqualTo(covered(candidates));
	}

	@Test
	void seesWhereNobodySharesTwoRequirements() {
		List<Candidate> candidates = List.of(new Candidate(1, 80, Set.of(0, 1)), new Candidate(2, 90, Set.of(2)),
				new Candidate(3, 70, Set.of(2, 3)), new Candidate(4, 10, Set.of(1)));
		Team team = SmallestTeam.of(5, candidates, List.of());
		assertThat(team.members()).containsExactly(1L, 3L);
		assertThat(team.uncovered()).containsExactly(4);
		assertThat(team.proof()).isInstanceOfSatisfying(Apart.class,
				(proof) -> assertThat(proof.requirements()).hasSize(2));
		assertThat(SmallestTeam.of(5, candidates, List.of(2L)).members()).containsExactly(2L, 1L, 3L);
	}

	@Test
	void needsNobodyWhereNothingIsAskedOrNobodyIsThere() {
		assertThat(SmallestTeam.of(0, List.of(new Candidate(1, 5, Set.of())), List.of()).members()).isEmpty();
		Team nobody = SmallestTeam.of(2, List.of(), List.of());
		assertThat(nobody.members()).isEmpty();
		assertThat(nobody.uncovered()).containsExactlyInAnyOrder(0, 1);
		assertThat(nobody.smallest()).isTrue();
	}

	@Test
	void takesUpToAHundredAndTwentyEightRequirements() {
		List<Candidate> candidates = IntStream.range(0, 128)
				.mapToObj((number) -> new Candidate(number, 1, Set.of(number)))
				.toList();
		assertThat(SmallestTeam.of(128, candidates, List.of()).members()).hasSize(128);
		assertThatThrownBy(() -> SmallestTeam.of(129, candidates, List.of()))
				.isInstanceOf(IllegalArgumentException.class);
	}

	private static void checkProof(Team team, List<Candidate> candidates, List<Long> keep) {
		if (team.proof() instanceof Apart(Set<Integer> requirements)) {
			assertThat(requirements).hasSize(team.members().size() - keep.size());
			Set<Integer> kept = covered(named(candidates, keep));
			assertThat(Collections.disjoint(requirements, kept)).isTrue();
			for (Candidate candidate : candidates) {
				assertThat(candidate.covers().stream().filter(requirements::contains).count()).isLessThanOrEqualTo(1);
			}
		}
	}

	private record Best(int people, double score) {

	}

	private static Best tried(List<Candidate> candidates, List<Long> keep, Set<Integer> possible) {
		Best best = new Best(Integer.MAX_VALUE, 0);
		for (int set = 0; set < 1 << candidates.size(); set++) {
			int chosen = set;
			List<Candidate> team = IntStream.range(0, candidates.size())
					.filter((i) -> (chosen >>> i & 1) == 1)
					.mapToObj(candidates::get)
					.toList();
			if (team.stream().map(Candidate::id).toList().containsAll(keep) && covered(team).equals(possible)
					&& (team.size() < best.people() || (team.size() == best.people() && score(team) > best.score()))) {
				best = new Best(team.size(), score(team));
			}
		}
		return best;
	}

	private static List<Candidate> candidates(Random random, int count, int requirements, int most) {
		return IntStream.range(0, count)
				.mapToObj((i) -> new Candidate(i + 1L, random.nextInt(1000) / 10.0,
						IntStream.range(0, random.nextInt(most + 1))
								.mapToObj((_) -> random.nextInt(requirements))
								.collect(Collectors.toSet())))
				.toList();
	}

	private static List<Candidate> named(List<Candidate> candidates, Collection<Long> ids) {
		Map<Long, Candidate> byId = candidates.stream()
				.collect(Collectors.toMap(Candidate::id, Function.identity()));
		return ids.stream().map(byId::get).toList();
	}

	private static Set<Integer> covered(Collection<Candidate> team) {
		return team.stream().flatMap((one) -> one.covers().stream()).collect(Collectors.toSet());
	}

	private static double score(Collection<Candidate> team) {
		return team.stream().mapToDouble(Candidate::score).sum();
	}

}
