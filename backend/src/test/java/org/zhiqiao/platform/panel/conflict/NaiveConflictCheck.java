package org.zhiqiao.platform.panel.conflict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.panel.conflict.Facts.Tenure;
import org.zhiqiao.platform.panel.conflict.Facts.Tenure.Role;
import org.zhiqiao.platform.panel.conflict.Facts.Tie;
import org.zhiqiao.platform.panel.conflict.Facts.Work;
import org.zhiqiao.platform.panel.conflict.Finding.Kind;
import org.zhiqiao.platform.panel.conflict.Finding.Known;
import org.zhiqiao.platform.panel.conflict.Finding.Other;

/**
 * The rules once more, as they are told: everybody is compared with everything, nothing is looked up and no code is shared. It
 * tells no paths.
 *
 * @param year in which the candidates are checked
 */
record NaiveConflictCheck(ConflictRules rules, List<Item> items, int year, Families families) {

	Set<Finding> check(Facts candidate) {
		var found = new HashSet<Finding>();
		for (var item : this.items) {
			self(candidate, item, found);
			positions(candidate, item, found);
			colleagues(candidate, item, found);
			works("joint-work", false, candidate, item, found);
			works("joint-project", true, candidate, item, found);
			study(candidate, item, found);
			ties(candidate, item, found);
			records(candidate, item, found);
		}
		return found;
	}

	/** A finding without its path, as the check's own are compared. */
	static Finding pathless(Finding finding) {
		return new Finding(finding.rule(), finding.severity(), finding.candidate(), finding.item(), finding.other(),
				finding.years(), finding.count(), finding.known(), finding.note(), List.of());
	}

	private void self(Facts candidate, Item item, Set<Finding> found) {
		for (var person : item.people()) {
			if (person.id() == candidate.id()) {
				add(found, "self", free("self", Severity.HARD), candidate, item, other(person), null, null, null,
						Known.PARTY, null);
			}
			if (person.id() == 0 && shareOne(person.nameKeys(), candidate.nameKeys())) {
				add(found, "self", Severity.SOFT, candidate, item, other(person), null, null, null, Known.NAME, null);
			}
		}
	}

	private void positions(Facts candidate, Item item, Set<Finding> found) {
		for (var tenure : candidate.affiliations()) {
			var controls = tenure.role() == Role.DIRECTOR || tenure.role() == Role.CONTROLLING;
			var rule = controls ? "controlling-position" : "same-organisation";
			var own = (controls || tenure.role() == Role.EMPLOYED) ? Severity.HARD : Severity.SOFT;
			for (var party : item.parties()) {
				if (recent(rule, tenure) && same(tenure.organisation(), party.organisation())) {
					add(found, rule, free(rule, own), candidate, item, other(party.organisation()),
							tenure.years().from(), tenure.years().to(), null,
							known(tenure.organisation(), party.organisation()), null);
				}
			}
		}
	}

	private void colleagues(Facts candidate, Item item, Set<Finding> found) {
		for (var mine : candidate.affiliations()) {
			for (var person : item.people()) {
				for (var theirs : person.affiliations()) {
					if (person.id() != candidate.id() && recent("colleague", mine) && recent("colleague", theirs)
							&& same(mine.organisation(), theirs.organisation()) && inTheSameYear(mine, theirs)
							&& item.parties()
									.stream()
									.noneMatch(party -> same(mine.organisation(), party.organisation()))) {
						add(found, "colleague", free("colleague", Severity.SOFT), candidate, item, other(person),
								last(mine.years().from(), theirs.years().from()),
								first(mine.years().to(), theirs.years().to()), null,
								known(mine.organisation(), theirs.organisation()), null);
					}
				}
			}
		}
	}

	private static boolean inTheSameYear(Tenure mine, Tenure theirs) {
		return IntStream.rangeClosed(1900, 2100)
				.anyMatch(year -> in(year, mine.years()) && in(year, theirs.years()));
	}

	private static boolean in(int year, Years years) {
		return (years.from() == null || years.from() <= year) && (years.to() == null || year <= years.to());
	}

	private void works(String rule, boolean project, Facts candidate, Item item, Set<Finding> found) {
		for (var person : item.people()) {
			if (person.id() == candidate.id()) {
				continue;
			}
			var keys = Stream.concat(candidate.works().stream(), person.works().stream())
					.filter(work -> work.project() == project)
					.map(Work::key)
					.collect(Collectors.toSet());
			var sure = new ArrayList<@Nullable Integer>();
			var probable = new ArrayList<@Nullable Integer>();
			for (var key : keys) {
				Predicate<Work> it = work -> work.key().equals(key) && work.project() == project;
				var mine = candidate.works().stream().filter(it).toList();
				var theirs = person.works().stream().filter(it).toList();
				if (!mine.isEmpty() && !theirs.isEmpty()) {
					addRecent(sure, rule, Stream.concat(mine.stream(), theirs.stream()));
				}
				var naming = Stream.concat(mine.stream().filter(work -> shareOne(work.with(), person.nameKeys())),
						theirs.stream().filter(work -> shareOne(work.with(), candidate.nameKeys()))).toList();
				if (!naming.isEmpty()) {
					addRecent(probable, rule, naming.stream());
				}
			}
			if (!sure.isEmpty()) {
				add(found, rule, free(rule, Severity.SOFT), candidate, item, other(person), first(sure), last(sure),
						sure.size(), Known.WORKS, null);
			} else if (!probable.isEmpty()) {
				add(found, rule, Severity.INFORMATION, candidate, item, other(person), first(probable), last(probable),
						probable.size(), Known.NAME, null);
			}
		}
	}

	/** The year of a work is the latest that is told. */
	private void addRecent(List<@Nullable Integer> years, String rule, Stream<Work> copies) {
		var told = new ArrayList<@Nullable Integer>();
		copies.forEach(work -> told.add(work.year()));
		var year = last(told);
		if (year == null || year >= since(rule)) {
			years.add(year);
		}
	}

	private void study(Facts candidate, Item item, Set<Finding> found) {
		for (var person : item.people()) {
			if (person.id() == candidate.id()) {
				continue;
			}
			for (var degree : candidate.degrees()) {
				if (degree.supervisor() != null && degree.supervisor() == person.id()) {
					add(found, "shared-study", Severity.HARD, candidate, item, other(person), degree.year(),
							degree.year(), null, Known.PROFILE, null);
				}
			}
			for (var degree : person.degrees()) {
				if (degree.supervisor() != null && degree.supervisor() == candidate.id()) {
					add(found, "shared-study", Severity.HARD, candidate, item, other(person), degree.year(),
							degree.year(), null, Known.PROFILE, null);
				}
			}
			for (var institution : candidate.degrees().stream().map(Facts.Degree::institutionKey).distinct().toList()) {
				var years = new ArrayList<@Nullable Integer>();
				for (var mine : candidate.degrees()) {
					for (var theirs : person.degrees()) {
						if (mine.institutionKey().equals(institution) && theirs.institutionKey().equals(institution)
								&& mine.year() != null && theirs.year() != null
								&& Math.abs(mine.year() - theirs.year()) <= setting("shared-study").years()) {
							years.add(mine.year());
							years.add(theirs.year());
						}
					}
				}
				if (!years.isEmpty()) {
					add(found, "shared-study", free("shared-study", Severity.INFORMATION), candidate, item,
							other(person), first(years), last(years), null, Known.PROFILE, null);
				}
			}
		}
	}

	private void ties(Facts candidate, Item item, Set<Finding> found) {
		for (var tie : candidate.ties()) {
			if (tie.item() != null && tie.item() == item.id()) {
				tie(tie, candidate, item, other(item), found);
			}
			for (var person : item.people()) {
				if (tie.person() != null && tie.person() == person.id() && person.id() != candidate.id()) {
					tie(tie, candidate, item, other(person), found);
				}
			}
			for (var party : item.parties()) {
				if (tie.organisation() != null && same(tie.organisation(), party.organisation())) {
					tie(tie, candidate, item, other(party.organisation()), found);
				}
			}
		}
		for (var person : item.people()) {
			for (var tie : person.ties()) {
				if (tie.person() != null && tie.person() == candidate.id() && person.id() != candidate.id()) {
					tie(tie, candidate, item, other(person), found);
				}
			}
		}
	}

	private void tie(Tie tie, Facts candidate, Item item, Other other, Set<Finding> found) {
		var grave = tie.kind() == Tie.Kind.FAMILY || tie.kind() == Tie.Kind.FINANCIAL;
		add(found, "declared-tie", grave ? Severity.HARD : free("declared-tie", Severity.SOFT), candidate, item, other,
				null, null, null, Known.DECLARATION, tie.declaredBy());
	}

	private void records(Facts candidate, Item item, Set<Finding> found) {
		for (var objection : item.objections()) {
			if (objection.person() == candidate.id()) {
				var severity = switch (objection.ruling()) {
					case UPHELD -> Severity.HARD;
					case NONE -> free("objection", Severity.SOFT);
					case DISMISSED -> Severity.INFORMATION;
				};
				add(found, "objection", severity, candidate, item, new Other(Kind.ORGANISATION, null, objection.by()),
						null, null, null, Known.PARTY, objection.reason());
			}
		}
		if (candidate.supervises().contains(item.id())) {
			add(found, "supervising-official", free("supervising-official", Severity.HARD), candidate, item,
					other(item), null, null, null, Known.OFFICE, null);
		}
		var reviewed = candidate.reviewedItems().get(item.id());
		if (reviewed != null) {
			add(found, "reviewed-before", free("reviewed-before", Severity.INFORMATION), candidate, item, other(item),
					reviewed, reviewed, null, Known.OFFICE, null);
		}
	}

	/** Both in the register: one family. Else: one name. */
	private boolean same(NamedOrganisation one, NamedOrganisation other) {
		var families = familiesOf(one);
		var others = familiesOf(other);
		return (families.isEmpty() || others.isEmpty())
				? shareOne(one.nameKeys(), other.nameKeys())
				: shareOne(families, others);
	}

	private Set<Long> familiesOf(NamedOrganisation organisation) {
		var numbers = new LinkedHashSet<Long>();
		if (organisation.id() != null) {
			numbers.add(organisation.id());
		} else {
			organisation.nameKeys()
					.stream()
					.map(this.families.aliases()::get)
					.filter(Objects::nonNull)
					.forEach(numbers::add);
		}
		return numbers.stream().map(number -> {
			var parent = this.families.parents().get(number);
			return (parent != null) ? parent.number() : number;
		}).collect(Collectors.toSet());
	}

	private static Known known(NamedOrganisation one, NamedOrganisation other) {
		var linked = one.id() != null && one.id().equals(other.id());
		return (linked || shareOne(one.nameKeys(), other.nameKeys())) ? Known.PROFILE : Known.REGISTER;
	}

	private boolean recent(String rule, Tenure tenure) {
		return tenure.years().to() == null || tenure.years().to() >= since(rule);
	}

	private int since(String rule) {
		return this.year - setting(rule).years();
	}

	private RuleSetting setting(String rule) {
		return Objects.requireNonNull(this.rules.settings().get(rule));
	}

	private Severity free(String rule, Severity own) {
		var severity = setting(rule).severity();
		return (severity != null) ? severity : own;
	}

	private void add(Set<Finding> found, String rule, Severity severity, Facts candidate, Item item, Other other,
			@Nullable Integer from, @Nullable Integer to, @Nullable Integer count, Known known, @Nullable String note) {
		if (setting(rule).on()) {
			found.add(new Finding(rule, severity, candidate.id(), item.id(), other, new Years(from, to), count, known,
					note, List.of()));
		}
	}

	private static Other other(Facts person) {
		return new Other(Kind.PERSON, (person.id() == 0) ? null : person.id(), person.name());
	}

	private static Other other(NamedOrganisation organisation) {
		return new Other(Kind.ORGANISATION, organisation.id(), organisation.name());
	}

	private static Other other(Item item) {
		return new Other(Kind.ITEM, item.id(), item.title());
	}

	private static <T> boolean shareOne(Set<T> some, Set<T> others) {
		return some.stream().anyMatch(others::contains);
	}

	private static @Nullable Integer first(@Nullable Integer one, @Nullable Integer other) {
		return (one != null && (other == null || one < other)) ? one : other;
	}

	private static @Nullable Integer last(@Nullable Integer one, @Nullable Integer other) {
		return (one != null && (other == null || one > other)) ? one : other;
	}

	private static @Nullable Integer first(List<@Nullable Integer> years) {
		Integer first = null;
		for (var year : years) {
			first = first(first, year);
		}
		return first;
	}

	private static @Nullable Integer last(List<@Nullable Integer> years) {
		Integer last = null;
		for (var year : years) {
			last = last(last, year);
		}
		return last;
	}

}
