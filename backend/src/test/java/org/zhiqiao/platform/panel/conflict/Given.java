package org.zhiqiao.platform.panel.conflict;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.panel.conflict.Facts.Degree;
import org.zhiqiao.platform.panel.conflict.Facts.Tenure;
import org.zhiqiao.platform.panel.conflict.Facts.Tie;
import org.zhiqiao.platform.panel.conflict.Facts.Work;
import org.zhiqiao.platform.panel.conflict.Families.Family;
import org.zhiqiao.platform.panel.conflict.Item.Objection;
import org.zhiqiao.platform.panel.conflict.Item.Party;

/** The facts of the tests, made up: a university with two schools, a firm, and people of whom only that is known which matters. */
final class Given {

	static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

	static final NamedOrganisation USTC = registered(1, "中国科学技术大学", "ustc", "中国科学技术大学");

	static final NamedOrganisation PHYSICS = registered(2, "中国科大物理学院", "中国科大物理学院");

	static final NamedOrganisation CHEMISTRY = registered(3, "中国科大化学院", "中国科大化学院");

	static final NamedOrganisation FIRM = registered(4, "合肥星河公司", "合肥星河");

	/** 中国科大 is one of the names of the university; both schools are its parts. */
	static final Families FAMILIES = new Families(
			Map.of(2L, new Family(1, "中国科学技术大学"), 3L, new Family(1, "中国科学技术大学")), Map.of("中国科大", 1L));

	private Given() {}

	static NamedOrganisation registered(long number, String name, String... keys) {
		return new NamedOrganisation(number, name, Set.of(keys));
	}

	static NamedOrganisation written(String name, String... keys) {
		return new NamedOrganisation(null, name, Set.of(keys));
	}

	static Person person(long id, String name) {
		return new Person(id, name);
	}

	/** An item of one applicant. */
	static Item item(NamedOrganisation applicant, Facts... people) {
		return new Item(100, "量子传感项目", List.of(new Party(Party.Role.APPLICANT, applicant)), List.of(people), List.of());
	}

	static Item item(Objection... objections) {
		return new Item(100, "量子传感项目", List.of(new Party(Party.Role.APPLICANT, FIRM)), List.of(),
				List.of(objections));
	}

	/** What one rule finds, as it is set in the standard pack. */
	static List<Finding> found(String rule, Item item, Person candidate) {
		return found(new RuleSetting(rule, true, null, 3), item, candidate);
	}

	static List<Finding> found(RuleSetting setting, Item item, Person candidate) {
		return new ConflictCheck(ConflictRules.of(List.of(setting)), List.of(item), TODAY, FAMILIES)
				.check(candidate.facts());
	}

	/** The path as one may read it. */
	static String path(Finding finding) {
		return finding.path().stream().map(Given::step).collect(Collectors.joining(" > "));
	}

	private static String step(Finding.Step step) {
		var link = step.link();
		return ((link != null) ? link + " " : "") + years(step.years()) + step.text();
	}

	private static String years(Years years) {
		if (years.equals(Years.UNKNOWN)) {
			return "";
		}
		return ((years.from() != null) ? years.from() : "") + "–" + ((years.to() != null) ? years.to() : "") + " ";
	}

	/** Facts in the making. */
	static final class Person {

		private final long id;

		private final String name;

		private final Set<String> names = new HashSet<>();

		private final List<Tenure> affiliations = new ArrayList<>();

		private final List<Work> works = new ArrayList<>();

		private final List<Degree> degrees = new ArrayList<>();

		private final List<Tie> ties = new ArrayList<>();

		private final Map<Long, Integer> reviewed = new HashMap<>();

		private final Set<Long> supervises = new HashSet<>();

		Person(long id, String name) {
			this.id = id;
			this.name = name;
			this.names.add(name);
		}

		Person employed(NamedOrganisation where, @Nullable Integer from, @Nullable Integer to) {
			return holds(Tenure.Role.EMPLOYED, where, from, to);
		}

		Person holds(Tenure.Role role, NamedOrganisation where, @Nullable Integer from, @Nullable Integer to) {
			this.affiliations.add(new Tenure(where, new Years(from, to), role));
			return this;
		}

		Person wrote(String key, @Nullable Integer year, String... with) {
			this.works.add(new Work(key, "论文" + key, year, false, Set.of(with)));
			return this;
		}

		Person tookPartIn(String key, @Nullable Integer year, String... with) {
			this.works.add(new Work(key, "项目" + key, year, true, Set.of(with)));
			return this;
		}

		Person graduated(String institution, @Nullable Integer year, @Nullable Long supervisor) {
			this.degrees.add(new Degree(institution, institution, "doctor", year, supervisor));
			return this;
		}

		Person tiedTo(Tie.Kind kind, long person) {
			this.ties.add(new Tie(kind, person, null, null, TODAY, this.name));
			return this;
		}

		Person tiedTo(Tie.Kind kind, NamedOrganisation organisation) {
			this.ties.add(new Tie(kind, null, organisation, null, TODAY, this.name));
			return this;
		}

		Person tiedToItem(Tie.Kind kind, long item) {
			this.ties.add(new Tie(kind, null, null, item, TODAY, this.name));
			return this;
		}

		Person reviewed(long item, int year) {
			this.reviewed.put(item, year);
			return this;
		}

		Person supervises(long item) {
			this.supervises.add(item);
			return this;
		}

		Facts facts() {
			return new Facts(this.id, this.name, this.names, this.affiliations, this.works, this.degrees, this.ties,
					this.reviewed, this.supervises);
		}

	}

}
