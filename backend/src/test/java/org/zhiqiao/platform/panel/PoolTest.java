package org.zhiqiao.platform.panel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.zhiqiao.platform.panel.PanelContent.Group;
import org.zhiqiao.platform.panel.PanelContent.Residence;
import org.zhiqiao.platform.panel.Pool.Person;

/** The numbers of a pool are those that counting one by one gives. */
class PoolTest {

	private static final Group TWO = group("two", 2);

	@Test
	void countsWhomAConditionKeepsAwayAndWhomItAloneDoes() {
		var pool = pool(List.of(TWO), 1, person(1, 0, Set.of(), Set.of()),
				person(2, 0, Set.of(Obstacle.TITLE), Set.of()),
				person(3, 0, Set.of(Obstacle.TITLE), Set.of(Obstacle.FIELD)));
		assertThat(pool.of(0)).extracting(Person::id).containsExactly(1L);
		assertThat(pool.costs(0)).containsExactlyInAnyOrder(new Pool.Cost(Obstacle.TITLE, 2, 1),
				new Pool.Cost(Obstacle.FIELD, 1, 0));
	}

	@Test
	void namesTheSmallestChangesThatLeaveEnoughPeople() {
		var pool = pool(List.of(TWO), 1, person(1, 0, Set.of(), Set.of()),
				person(2, 0, Set.of(Obstacle.TITLE), Set.of()), person(3, 0, Set.of(), Set.of(Obstacle.FIELD)),
				person(4, 0, Set.of(), Set.of(Obstacle.FIELD)), person(5, 0, Set.of(Obstacle.CONFLICT), Set.of()));
		assertThat(pool.changes(0)).containsExactly(new Pool.Change(List.of(Obstacle.FIELD), Map.of(), 3),
				new Pool.Change(List.of(Obstacle.TITLE), Map.of(), 2));
	}

	/** Eight years are asked for; who has seven is nearer than who has two, and whose years nobody knows is not found by any number. */
	@Test
	void saysHowFarANumberMustBeEased() {
		var pool = pool(List.of(TWO), 1, person(1, 0, Set.of(), Set.of()), measured(2, Map.of(Obstacle.EXPERIENCE, 2)),
				measured(3, Map.of(Obstacle.EXPERIENCE, 7)), measured(4, Map.of()));
		assertThat(pool.changes(0))
				.containsExactly(new Pool.Change(List.of(Obstacle.EXPERIENCE), Map.of(Obstacle.EXPERIENCE, 7), 2));
		var unknown = pool(List.of(TWO), 1, person(1, 0, Set.of(), Set.of()), measured(4, Map.of()));
		assertThat(unknown.changes(0))
				.containsExactly(new Pool.Change(List.of(Obstacle.EXPERIENCE), Map.of(), 2));
		var busy = pool(List.of(TWO), 1, person(1, 0, Set.of(), Set.of()),
				new Person(2, "2", 0, Set.of(Obstacle.LOAD), Map.of(Obstacle.LOAD, 11), List.of(Set.of()), List.of()));
		assertThat(busy.changes(0))
				.containsExactly(new Pool.Change(List.of(Obstacle.LOAD), Map.of(Obstacle.LOAD, 12), 2));
	}

	private static Person measured(long id, Map<Obstacle, Integer> measures) {
		return new Person(id, "p" + id, 0, Set.of(Obstacle.EXPERIENCE), measures, List.of(Set.of()), List.of());
	}

	@Test
	void saysWhichLimitOnOneOrganisationSeatsAll() {
		var colleagues = List.of(person(1, 7, Set.of(), Set.of()), person(2, 7, Set.of(), Set.of()),
				person(3, 7, Set.of(), Set.of()), person(4, 8, Set.of(), Set.of()));
		assertThat(new Pool(List.of(group("g", 4)), 1, 1, colleagues).limitThatSeatsAll()).hasValue(3);
		assertThat(new Pool(List.of(group("g", 2)), 1, 1, colleagues).limitThatSeatsAll()).isEmpty();
		assertThat(new Pool(List.of(group("g", 5)), 1, 1, colleagues).limitThatSeatsAll()).isEmpty();
	}

	@Test
	void tellsTheEffectiveSizeOfAGroup() {
		var even = pool(List.of(TWO), 1, person(1, 0, Set.of(), Set.of()), person(2, 0, Set.of(), Set.of()),
				person(3, 0, Set.of(), Set.of()), person(4, 0, Set.of(), Set.of()));
		assertThat(Chances.of(even).effective(even.of(0))).isCloseTo(4, offset(1e-9));
		// One alone in their organisation is far likelier than ten of another of which one may sit.
		var people = IntStream.rangeClosed(1, 10).mapToObj(id -> person(id, 7, Set.of(), Set.of()));
		var uneven = new Pool(List.of(TWO), 1, 1,
				Stream.concat(people, Stream.of(person(11, 0, Set.of(), Set.of())))
						.toList());
		// Chances 1 and ten times 0.1: 2² / (1 + 10 · 0.01).
		assertThat(Chances.of(uneven).effective(uneven.of(0))).isCloseTo(4 / 1.1, offset(0.05));
		assertThat(Chances.of(even).effective(List.of())).isZero();
	}

	@Test
	void asksForNoChangeWhereThereAreEnoughAndNamesNoneWhereNoneHelps() {
		assertThat(pool(List.of(group("one", 1)), 1, person(1, 0, Set.of(), Set.of())).changes(0)).isEmpty();
		assertThat(pool(List.of(TWO), 1, person(1, 0, Set.of(Obstacle.CONFLICT), Set.of())).changes(0)).isEmpty();
	}

	@Test
	void putsEverybodyInTheFirstGroupThatFits() {
		var pool = pool(List.of(group("a", 1), group("b", 1)), 1,
				new Person(1, "1", 0, Set.of(), Map.of(), List.of(Set.of(), Set.of()), List.of()),
				new Person(2, "2", 0, Set.of(), Map.of(), List.of(Set.of(Obstacle.FIELD), Set.of()), List.of()),
				new Person(3, "3", 0, Set.of(), Map.of(), List.of(Set.of(Obstacle.FIELD), Set.of(Obstacle.LANGUAGE)),
						List.of()));
		assertThat(pool.of(0)).extracting(Person::id).containsExactly(1L);
		assertThat(pool.of(1)).extracting(Person::id).containsExactly(2L);
		assertThat(pool.people().getLast().reasons()).containsExactlyInAnyOrder(Obstacle.FIELD, Obstacle.LANGUAGE);
	}

	@Test
	void seatsAsManyAsTryingEveryPanelDoes() {
		for (var seed = 0; seed < 300; seed++) {
			var random = new Random(seed);
			var groups = List.of(group("a", 1 + random.nextInt(3)), group("b", 1 + random.nextInt(3)));
			var people = new ArrayList<Person>();
			for (var id = 1; id <= 3 + random.nextInt(6); id++) {
				var first = random.nextBoolean();
				people.add(new Person(id, "p" + id, random.nextInt(4), Set.of(), Map.of(),
						List.of(first ? Set.of() : Set.of(Obstacle.FIELD), first ? Set.of(Obstacle.FIELD) : Set.of()),
						List.of()));
			}
			var most = 1 + random.nextInt(2);
			var pool = new Pool(groups, most, 1, people);
			assertThat(pool.seatable()).as("seed %d", seed).isEqualTo(best(pool, most));
		}
	}

	private static int best(Pool pool, int most) {
		var people = pool.people();
		return IntStream.range(0, 1 << people.size()).filter(chosen -> {
			var ofGroup = new HashMap<Integer, Integer>();
			var ofOrganisation = new HashMap<Long, Integer>();
			for (var i = 0; i < people.size(); i++) {
				if ((chosen >> i & 1) == 1) {
					ofGroup.merge(people.get(i).group(), 1, Integer::sum);
					if (people.get(i).organisation() != 0) {
						ofOrganisation.merge(people.get(i).organisation(), 1, Integer::sum);
					}
				}
			}
			return within(ofGroup, pool) && ofOrganisation.values().stream().allMatch(count -> count <= most);
		}).map(Integer::bitCount).max().orElse(0);
	}

	private static boolean within(Map<Integer, Integer> ofGroup, Pool pool) {
		return ofGroup.entrySet().stream()
				.allMatch(entry -> entry.getValue() <= pool.groups().get(entry.getKey()).seats());
	}

	@Test
	void tellsExactChancesWhereNoOrganisationIsLimited() {
		var pool = pool(List.of(TWO), 1, person(1, 7, Set.of(), Set.of()), person(2, 8, Set.of(), Set.of()),
				person(3, 9, Set.of(), Set.of()), person(4, 9, Set.of(Obstacle.TITLE), Set.of()));
		var chances = Chances.of(pool);
		assertThat(chances.exact()).isTrue();
		assertThat(chances.of(1)).isEqualTo(2 / 3.0);
		assertThat(chances.of(4)).isZero();
	}

	@Test
	void tellsChancesAsTheDrawItselfGivesThem() {
		var people = new ArrayList<Person>();
		for (var id = 1; id <= 8; id++) {
			people.add(person(id, (id <= 5) ? 1 : 0, Set.of(), Set.of()));
		}
		var pool = new Pool(List.of(group("three", 3)), 1, 1, people);
		var chances = Chances.of(pool);
		assertThat(chances.exact()).isFalse();
		var list = new DrawList("t", 1,
				List.of(new DrawList.Stratum("three", 3,
						people.stream()
								.map(person -> new DrawList.Entry(person.id(), person.name(), person.organisation()))
								.toList())),
				List.of());
		var drawn = new HashMap<Long, Integer>();
		for (var draw = 0; draw < Chances.DRAWS; draw++) {
			Draw.of(list, DrawHash.sha256(Integer.toString(draw).getBytes(UTF_8)))
					.strata()
					.getFirst()
					.members()
					.forEach(person -> drawn.merge(person, 1, Integer::sum));
		}
		// Two estimates from 20,000 draws each differ by more than 0.02 once in many thousand times.
		people.forEach(person -> assertThat(chances.of(person.id()))
				.isCloseTo(drawn.getOrDefault(person.id(), 0) / (double) Chances.DRAWS,
						offset(0.02)));
	}

	private static Group group(String name, int seats) {
		return new Group(name, seats, Residence.ANYWHERE, List.of(), List.of(), List.of());
	}

	private static Pool pool(List<Group> groups, int perSeat, Person... people) {
		return new Pool(groups, 1, perSeat, List.of(people));
	}

	private static Person person(long id, long organisation, Set<Obstacle> general, Set<Obstacle> ofGroup) {
		return new Person(id, "p" + id, organisation, general, Map.of(), List.of(ofGroup), List.of());
	}

}
