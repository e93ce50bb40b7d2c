package org.zhiqiao.platform.panel.conflict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.zhiqiao.platform.panel.conflict.Meeting.Place;

/** Things that belong to an organisation, found by any organisation that is the same or of the same family. */
final class ByOrganisation<T> {

	private final Families families;

	private final Map<Long, List<Entry<T>>> byFamily = new HashMap<>();

	private final Map<String, List<Entry<T>>> byName = new HashMap<>();

	ByOrganisation(Families families) {
		this.families = families;
	}

	void add(NamedOrganisation organisation, T thing) {
		var entry = new Entry<>(Place.of(organisation, this.families), thing);
		for (var member : entry.place.members()) {
			this.byFamily.computeIfAbsent(member.family().number(), number -> new ArrayList<>()).add(entry);
		}
		for (var key : organisation.nameKeys()) {
			this.byName.computeIfAbsent(key, name -> new ArrayList<>()).add(entry);
		}
	}

	/** Every thing once, whichever keys lead to it. */
	void meet(NamedOrganisation organisation, BiConsumer<T, Meeting> met) {
		var place = Place.of(organisation, this.families);
		var entries = new LinkedHashSet<Entry<T>>();
		for (var member : place.members()) {
			entries.addAll(this.byFamily.getOrDefault(member.family().number(), List.of()));
		}
		for (var key : organisation.nameKeys()) {
			entries.addAll(this.byName.getOrDefault(key, List.of()));
		}
		for (var entry : entries) {
			var meeting = Meeting.of(place, entry.place);
			if (meeting != null) {
				met.accept(entry.thing, meeting);
			}
		}
	}

	/** Not a record: equal by identity, which is quick. */
	private static final class Entry<T> {

		private final Place place;

		private final T thing;

		Entry(Place place, T thing) {
			this.place = place;
			this.thing = thing;
		}

	}

}
