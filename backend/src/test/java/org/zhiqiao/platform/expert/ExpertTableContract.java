package org.zhiqiao.platform.expert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.annotation.Transactional;
import org.zhiqiao.platform.problem.StaleVersion;

/** A profile comes back from the database as it went in. */
@SpringBootTest
@Transactional
abstract class ExpertTableContract {

	private static final Instant NOW = Instant.parse("2026-03-01T08:00:00.123456Z");

	@Autowired
	private ExpertTable table;

	@Autowired
	private DuplicateTable duplicates;

	private Expert stored(SaveExpert given) {
		var expert = Expert.blank(false, null, NOW)
				.with(given.toProfile(), Expert.groups(Source.SELF, LocalDate.of(2026, 3, 1)), Set.of("doi:10.1/x"),
						NOW);
		return this.table.find(this.table.insert(expert)).orElseThrow();
	}

	@Test
	void givesBackWhatWasStored() {
		var stored = stored(SampleProfiles.full());
		var given = SampleProfiles.full().toProfile();
		assertThat(stored.version()).isEqualTo(1);
		for (var group : Group.values()) {
			if (group != Group.EVIDENCE) {
				assertThat(group.of(stored.profile())).isEqualTo(group.of(given));
			}
			assertThat(stored.group(group))
					.isEqualTo(new GroupState(Source.SELF, LocalDate.of(2026, 3, 1), group.usual()));
		}
		assertThat(stored.profile().evidence()).allMatch((piece) -> piece.id() != null);
		assertThat(stored.profile().verified()).isEqualTo(given.verified());
		assertThat(stored.exclusions()).containsExactly("doi:10.1/x");
		assertThat(stored.createdAt()).isEqualTo(NOW);
	}

	@Test
	void storesOnlyChangesAndKeepsTheNumbersOfEvidence() {
		var before = stored(SampleProfiles.full());
		var pieces = before.profile().evidence();
		var third = new Evidence(null, "award", "奖", null, 2021, List.of("甲", "乙"), null, null, null);
		var turned = List.of(pieces.get(1), third, pieces.get(0).withId(pieces.get(0).id()));
		this.table.update(before, before.with(before.profile().withEvidence(turned), before.groups(), Set.of(), NOW));
		var after = this.table.find(before.id()).orElseThrow();
		assertThat(after.version()).isEqualTo(2);
		assertThat(after.profile().evidence()).extracting(Evidence::title)
				.containsExactly("试制线建设", "奖", "Sulfide electrolytes at scale");
		assertThat(after.profile().evidence().get(0).id()).isEqualTo(pieces.get(1).id());
		assertThat(after.profile().evidence().get(2)).isEqualTo(pieces.get(0));
		assertThat(after.profile().evidence().get(1).with()).containsExactly("甲", "乙");
		assertThat(after.exclusions()).isEmpty();
		assertThat(Group.BASICS.same(after.profile(), before.profile())).isTrue();
	}

	@Test
	void refusesAStaleVersion() {
		var before = stored(SampleProfiles.full());
		this.table.update(before, before.with(State.PUBLISHED, NOW));
		assertThatThrownBy(() -> this.table.update(before, before.with(State.WITHDRAWN, NOW)))
				.isInstanceOf(StaleVersion.class);
	}

	@Test
	void emptiesWhatIsGone() {
		var before = stored(SampleProfiles.full());
		this.table.update(before, before.gone(null, NOW));
		var after = this.table.find(before.id()).orElseThrow();
		assertThat(after.profile()).isEqualTo(Profile.EMPTY);
		assertThat(this.table.withEmail("xiaomei.zhang@example.org")).isEmpty();
	}

	@Test
	void loadsManyInTheOrderAskedFor() {
		var one = stored(SampleProfiles.full()).id();
		var two = stored(SampleProfiles.person("李示例", null, "甲")).id();
		assertThat(this.table.load(List.of(two, 99_999_999L, one, two))).extracting(Expert::id).containsExactly(two,
				one);
	}

	@Test
	void findsTheSameNameInOtherSpellings() {
		var id = stored(SampleProfiles.full()).id();
		for (var spelling : List.of("Zhang Xiaomei", "ZHANG, Xiao-Mei", "xiaomei zhang")) {
			assertThat(this.table.withNameKeys(NameKeys.of(new Names(null, spelling, null, List.of()))))
					.as(spelling).contains(id);
		}
		assertThat(this.table.withNameKeys(NameKeys.of(new Names("張曉梅", null, null, List.of())))).contains(id);
	}

	@Test
	void keepsWhatAnOfficerToldApart() {
		var one = stored(SampleProfiles.full()).id();
		var two = stored(SampleProfiles.full()).id();
		var three = stored(SampleProfiles.full()).id();
		var certain = Duplicate.of(two, List.of(Duplicate.Reason.SAME_ORCID, Duplicate.Reason.SAME_NAME));
		this.duplicates.replace(one, List.of(certain, Duplicate.of(three, List.of(Duplicate.Reason.SAME_NAME))));
		assertThat(this.duplicates.openOf(two)).extracting((pair) -> pair.other(two)).containsExactly(one);
		this.duplicates.dismiss(one, two, 7, NOW);
		this.duplicates.replace(one, List.of(certain));
		assertThat(this.duplicates.openOf(one)).isEmpty();
		assertThat(this.duplicates.dismissed(one, two)).isTrue();
		this.duplicates.move(two, three);
		assertThat(this.duplicates.dismissed(one, three)).isTrue();
		assertThat(this.duplicates.dismissed(one, two)).isFalse();
	}

	@Test
	void leavesNoRowOutWhenGoingThroughAllPublished() {
		for (var i = 0; i < 5; i++) {
			var expert = stored(SampleProfiles.person("人" + i, null, "甲"));
			this.table.update(expert, expert.with(State.PUBLISHED, NOW));
		}
		var seen = new ArrayList<Long>();
		for (var page = this.table.publishedAfter(0, 2); !page.isEmpty(); page = this.table
				.publishedAfter(page.getLast(), 2)) {
			seen.addAll(page);
		}
		assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(5);
		assertThat(seen).allMatch(Objects::nonNull);
	}

}
