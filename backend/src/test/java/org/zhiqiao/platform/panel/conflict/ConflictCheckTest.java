package org.zhiqiao.platform.panel.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhiqiao.platform.panel.conflict.Given.FAMILIES;
import static org.zhiqiao.platform.panel.conflict.Given.FIRM;
import static org.zhiqiao.platform.panel.conflict.Given.TODAY;
import static org.zhiqiao.platform.panel.conflict.Given.item;
import static org.zhiqiao.platform.panel.conflict.Given.person;
import static org.zhiqiao.platform.panel.conflict.Given.written;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.zhiqiao.platform.panel.conflict.Facts.Tie;

class ConflictCheckTest {

	private static final int ROUNDS = 12;

	@Test
	void findsWhatComparingEverybodyWithEverythingFinds() {
		var first = Long.getLong("zhiqiao.test.seed", new Random().nextLong()).longValue();
		System.out.println("ConflictCheckTest: seed " + first + " (repeat with -Dzhiqiao.test.seed=" + first + ")");
		var rulesSeen = new HashSet<String>();
		for (var round = 0; round < ROUNDS; round++) {
			var seed = first + round;
			var made = new MadeUpFacts(seed, 60, 40, 400, 60);
			var rules = rules(new Random(seed));
			var families = made.families();
			var items = made.items(5, 6);
			var check = new ConflictCheck(rules, items, TODAY, families);
			var naive = new NaiveConflictCheck(rules, items, TODAY.getYear(), families);
			for (var candidate : made.candidates(60, 5)) {
				var found = check.check(candidate);
				// Sets, since comparing lists without their order takes longer than the checks.
				assertThat(found.stream().map(NaiveConflictCheck::pathless).collect(Collectors.toSet()))
						.as("Seed %d, candidate %d", seed, candidate.id())
						.isEqualTo(naive.check(candidate));
				assertThat(found).doesNotHaveDuplicates();
				found.forEach(finding -> rulesSeen.add(finding.rule()));
			}
		}
		assertThat(rulesSeen).as("Seed %d", first).containsExactlyInAnyOrderElementsOf(ConflictRules.codes());
	}

	/** Every rule with any severity and years, and now and then one that is off. */
	private static ConflictRules rules(Random random) {
		return ConflictRules.of(ConflictRules.codes()
				.stream()
				.map(code -> new RuleSetting(code, random.nextInt(10) > 0, severity(random),
						random.nextInt(8)))
				.toList());
	}

	private static @Nullable Severity severity(Random random) {
		return switch (random.nextInt(6)) {
			case 0 -> Severity.HARD;
			case 1 -> Severity.SOFT;
			case 2 -> Severity.INFORMATION;
			default -> null;
		};
	}

	@Test
	void leadsEveryPathFromTheCandidateToTheItem() {
		var made = new MadeUpFacts(1, 60, 40, 400, 60);
		var families = made.families();
		var check = new ConflictCheck(ConflictRules.standard(), made.items(5, 6), TODAY, families);
		for (var candidate : made.candidates(60, 5)) {
			assertThat(check.check(candidate)).allSatisfy(finding -> {
				assertThat(finding.path().getFirst().text()).isEqualTo(candidate.name());
				assertThat(finding.path().getFirst().link()).isNull();
				assertThat(finding.path().getLast().text()).isEqualTo("项目" + finding.item());
				assertThat(finding.path().stream().skip(1)).allMatch(step -> step.link() != null);
			});
		}
	}

	@Test
	void tellsTheGravestFirstAndTheSameEachTime() {
		var made = new MadeUpFacts(2, 60, 40, 400, 60);
		var items = made.items(3, 8);
		var candidates = made.candidates(60, 3);
		var check = new ConflictCheck(ConflictRules.standard(), items, TODAY, made.families());
		var reversed = items.stream()
				.map(item -> new Item(item.id(), item.title(), item.parties().reversed(), item.people().reversed(),
						item.objections().reversed()))
				.toList();
		var again = new ConflictCheck(ConflictRules.standard(), reversed, TODAY, made.families());
		for (var candidate : candidates) {
			var found = check.check(candidate);
			assertThat(again.check(candidate)).isEqualTo(found);
			for (var item : items) {
				assertThat(found.stream().filter(finding -> finding.item() == item.id()).map(Finding::severity))
						.isSorted();
			}
		}
	}

	@Test
	void findsNothingWithoutRules() {
		var candidate = person(7, "张三").employed(FIRM, 2020, null).facts();
		assertThat(new ConflictCheck(ConflictRules.of(List.of()), List.of(item(FIRM, candidate)), TODAY, FAMILIES)
				.check(candidate)).isEmpty();
	}

	@Test
	void refusesWhatCannotBeToldApart() {
		var item = item(FIRM);
		assertThatThrownBy(() -> new ConflictCheck(ConflictRules.standard(), List.of(item, item), TODAY, FAMILIES))
				.hasMessageContaining("100");
		var check = new ConflictCheck(ConflictRules.standard(), List.of(item), TODAY, FAMILIES);
		assertThatThrownBy(() -> check.check(person(0, "张三").facts())).hasMessageContaining("张三");
		assertThatThrownBy(() -> written("（）", " ")).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> person(7, "张三").wrote("", 2020)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new Tie(Tie.Kind.OTHER, null, null, null, TODAY, "张三"))
				.isInstanceOf(IllegalArgumentException.class);
	}

}
