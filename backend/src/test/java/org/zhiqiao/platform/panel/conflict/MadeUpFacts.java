package org.zhiqiao.platform.panel.conflict;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.panel.conflict.Facts.Degree;
import org.zhiqiao.platform.panel.conflict.Facts.Tenure;
import org.zhiqiao.platform.panel.conflict.Facts.Tie;
import org.zhiqiao.platform.panel.conflict.Facts.Work;
import org.zhiqiao.platform.panel.conflict.Families.Family;
import org.zhiqiao.platform.panel.conflict.Item.Objection;
import org.zhiqiao.platform.panel.conflict.Item.Party;

/**
 * Facts that nobody has ever had. The same seed always makes the same ones. The fewer organisations, works and names there are to
 * choose from, the more people have to do with each other.
 */
public final class MadeUpFacts {

	/** On which everything is checked. */
	public static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

	/** Of four organisations in a row the first is the parent of the second and third. */
	private static final int FAMILY = 4;

	private final Random random;

	private final int people;

	private final int organisations;

	private final int works;

	private final int names;

	public MadeUpFacts(long seed, int people, int organisations, int works, int names) {
		this.random = new Random(seed);
		this.people = people;
		this.organisations = organisations;
		this.works = works;
		this.names = names;
	}

	/** The register: every organisation has an alias that leads to it, and some keep one that leads nowhere. */
	public Families families() {
		var parents = new HashMap<Long, Family>();
		var aliases = new HashMap<String, Long>();
		for (var number = 0; number < this.organisations; number++) {
			var parent = number - number % FAMILY;
			if (number % FAMILY == 1 || number % FAMILY == 2) {
				parents.put((long) number, new Family(parent, "机构" + parent));
			}
			aliases.put("alias" + number, (long) number);
		}
		return new Families(parents, aliases);
	}

	/** Items of which each has one applicant, up to two partners and so many people. */
	public List<Item> items(int items, int peopleOfItem) {
		return IntStream.range(0, items).mapToObj(number -> item(1000L + number, items, peopleOfItem)).toList();
	}

	private Item item(long id, int items, int people) {
		var parties = new ArrayList<Party>();
		parties.add(new Party(Party.Role.APPLICANT, organisation()));
		upTo(2, number -> parties.add(new Party(Party.Role.PARTNER, organisation())));
		var objections = upTo(2, number -> new Objection(1 + below(this.people), "机构" + number, "理由",
				one(Objection.Ruling.values()), null));
		return new Item(id, "项目" + id, parties,
				IntStream.range(0, people).mapToObj(number -> person(below(this.people + 1), items)).toList(),
				objections);
	}

	/** So many people, numbered from 1. */
	public List<Facts> candidates(int count, int items) {
		return IntStream.rangeClosed(1, count).mapToObj(number -> person(number, items)).toList();
	}

	private Facts person(long id, int items) {
		var affiliations = upTo(3,
				number -> new Tenure(organisation(), years(), one(Tenure.Role.values())));
		var works = new ArrayList<Work>();
		IntStream.range(0, 5 + below(16)).forEach(number -> works.add(work()));
		var degrees = upTo(3, number -> degree());
		var ties = upTo(1, number -> tie(items));
		var reviewed = new HashMap<Long, Integer>();
		upTo(1, number -> reviewed.put(1000L + below(4 * items), 2010 + below(16)));
		return new Facts(id, "人员" + id, keys(1, 2, "name", this.names), affiliations, works, degrees, ties, reviewed,
				(below(5) == 0) ? Set.of(1000L + below(4 * items)) : Set.of());
	}

	private NamedOrganisation organisation() {
		var number = below(this.organisations);
		return switch (below(4)) {
			case 0 -> new NamedOrganisation(null, "别名" + number, Set.of("alias" + number));
			case 1 -> new NamedOrganisation(null, "无名" + number, keys(1, 2, "unregistered", this.organisations));
			default -> new NamedOrganisation((long) number, "机构" + number,
					Set.of("alias" + number, "unregistered" + below(this.organisations)));
		};
	}

	private Work work() {
		var number = below(this.works);
		return new Work("work" + number, "成果" + number, year(2018), number % 4 == 0, keys(0, 4, "name", this.names));
	}

	private Degree degree() {
		var number = below(this.organisations);
		return new Degree("institution" + number, "院校" + number, "doctor", year(1990),
				(below(4) == 0) ? (long) (1 + below(this.people)) : null);
	}

	private Tie tie(int items) {
		var kind = one(Tie.Kind.values());
		return switch (below(3)) {
			case 0 -> new Tie(kind, (long) (1 + below(this.people)), null, null, TODAY, "本人");
			case 1 -> new Tie(kind, null, organisation(), null, TODAY, "本人");
			default -> new Tie(kind, null, null, 1000L + below(4 * items), TODAY, "本人");
		};
	}

	private Years years() {
		var from = year(2005);
		return new Years(from, year((from != null) ? from : 2015));
	}

	/** From the first year on until now; one in five is unknown. */
	private @Nullable Integer year(int first) {
		return (below(5) == 0) ? null : (Integer) (first + below(TODAY.getYear() - first + 1));
	}

	private Set<String> keys(int least, int most, String prefix, int different) {
		var keys = new HashSet<String>();
		IntStream.range(0, least + below(most - least + 1)).forEach(number -> keys.add(prefix + below(different)));
		return keys;
	}

	private <T> List<T> upTo(int most, IntFunction<T> made) {
		return IntStream.range(0, below(most + 1)).mapToObj(made).toList();
	}

	private <T> T one(T[] values) {
		return values[below(values.length)];
	}

	private int below(int bound) {
		return this.random.nextInt(bound);
	}

}
