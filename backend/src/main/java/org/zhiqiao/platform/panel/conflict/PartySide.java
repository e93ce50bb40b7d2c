package org.zhiqiao.platform.panel.conflict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.panel.conflict.Facts.Degree;
import org.zhiqiao.platform.panel.conflict.Facts.Tenure;
import org.zhiqiao.platform.panel.conflict.Facts.Tie;
import org.zhiqiao.platform.panel.conflict.Facts.Work;
import org.zhiqiao.platform.panel.conflict.Item.Objection;
import org.zhiqiao.platform.panel.conflict.Item.Party;

/**
 * Everything on the side of the parties, by what a candidate can share with it, so that a candidate is compared only with what is
 * shared. What shares several keys with a candidate comes more than once. Not changed once it is made.
 */
final class PartySide {

	private final Map<Long, Item> items = new HashMap<>();

	private final ByOrganisation<PartyOf> parties;

	private final ByOrganisation<TenureOf> tenures;

	private final Map<Long, List<Involved>> people = new HashMap<>();

	private final Map<String, List<Involved>> namesakes = new HashMap<>();

	private final Map<String, List<WorkOf>> works = new HashMap<>();

	private final Map<String, List<WorkOf>> worksWith = new HashMap<>();

	private final Map<String, List<DegreeOf>> degrees = new HashMap<>();

	private final Map<Long, List<DegreeOf>> supervised = new HashMap<>();

	private final Map<Long, List<TieOf>> ties = new HashMap<>();

	private final Map<Long, List<ObjectionOf>> objections = new HashMap<>();

	PartySide(List<Item> items, Families families) {
		this.parties = new ByOrganisation<>(families);
		this.tenures = new ByOrganisation<>(families);
		for (var item : items) {
			if (this.items.put(item.id(), item) != null) {
				throw new IllegalArgumentException("Item " + item.id() + " is there twice");
			}
			item.parties().forEach(party -> this.parties.add(party.organisation(), new PartyOf(item, party)));
			item.people().forEach(person -> add(new Involved(item, person)));
			for (var objection : item.objections()) {
				add(this.objections, objection.person(), new ObjectionOf(item, objection));
			}
		}
	}

	private void add(Involved involved) {
		var person = involved.person();
		if (person.id() != 0) {
			add(this.people, person.id(), involved);
		}
		person.nameKeys().forEach(key -> add(this.namesakes, key, involved));
		for (var tenure : person.affiliations()) {
			this.tenures.add(tenure.organisation(), new TenureOf(involved, tenure));
		}
		for (var work : person.works()) {
			var entry = new WorkOf(involved, work);
			add(this.works, work.key(), entry);
			work.with().forEach(key -> add(this.worksWith, key, entry));
		}
		for (var degree : person.degrees()) {
			var entry = new DegreeOf(involved, degree);
			add(this.degrees, degree.institutionKey(), entry);
			if (degree.supervisor() != null) {
				add(this.supervised, degree.supervisor(), entry);
			}
		}
		for (var tie : person.ties()) {
			if (tie.person() != null) {
				add(this.ties, tie.person(), new TieOf(involved, tie));
			}
		}
	}

	private static <K, V> void add(Map<K, List<V>> map, K key, V value) {
		map.computeIfAbsent(key, same -> new ArrayList<>()).add(value);
	}

	/** None if it is not under review. */
	@Nullable
	Item item(long id) {
		return this.items.get(id);
	}

	void parties(NamedOrganisation organisation, BiConsumer<PartyOf, Meeting> met) {
		this.parties.meet(organisation, met);
	}

	void tenures(NamedOrganisation organisation, BiConsumer<TenureOf, Meeting> met) {
		this.tenures.meet(organisation, met);
	}

	List<Involved> people(long id) {
		return this.people.getOrDefault(id, List.of());
	}

	List<Involved> namesakes(String nameKey) {
		return this.namesakes.getOrDefault(nameKey, List.of());
	}

	List<WorkOf> works(String key) {
		return this.works.getOrDefault(key, List.of());
	}

	/** Works on which a name stands. */
	List<WorkOf> worksWith(String nameKey) {
		return this.worksWith.getOrDefault(nameKey, List.of());
	}

	List<DegreeOf> degrees(String institutionKey) {
		return this.degrees.getOrDefault(institutionKey, List.of());
	}

	List<DegreeOf> supervisedBy(long person) {
		return this.supervised.getOrDefault(person, List.of());
	}

	List<TieOf> tiesTo(long person) {
		return this.ties.getOrDefault(person, List.of());
	}

	List<ObjectionOf> objectionsTo(long person) {
		return this.objections.getOrDefault(person, List.of());
	}

	/** One of an item's people. Not a record: equal by identity, which is quick. */
	static final class Involved {

		private final Item item;

		private final Facts person;

		Involved(Item item, Facts person) {
			this.item = item;
			this.person = person;
		}

		Item item() {
			return this.item;
		}

		Facts person() {
			return this.person;
		}

	}

	record PartyOf(Item item, Party party) {}

	record TenureOf(Involved involved, Tenure tenure) {}

	record WorkOf(Involved involved, Work work) {}

	record DegreeOf(Involved involved, Degree degree) {}

	record TieOf(Involved involved, Tie tie) {}

	record ObjectionOf(Item item, Objection objection) {}

}
