package org.zhiqiao.platform.panel.conflict;

import java.util.ArrayList;
import java.util.HashMap;
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
		for (var member : entry.place().members()) {
			this.byFamily.computeIfAbsent(member.family().number(), number -> new ArrayList<>()).add(entry);
		}
		for (var key : organisation.nameKeys()) {
			this.byName.computeIfAbsent(key, name -> new ArrayList<>()).add(entry);
		}
	}

	/** A thing comes more than once if several keys lead to it. */
	void meet(NamedOrganisation organisation, BiConsumer<T, Meeting> met) {
		var place = Place.of(organisation, this.families);
		for (var member : place.members()) {
			meet(place, this.byFamily.getOrDefault(member.family().number(), List.of()), met);
		}
		for (var key : organisation.nameKeys()) {
			meet(place, this.byName.getOrDefault(key, List.of()), met);
		}
	}

	private static <T> void meet(Place place, List<Entry<T>> entries, BiConsumer<T, Meeting> met) {
		for (var entry : entries) {
			var meeting = Meeting.of(place, entry.place());
			if (meeting != null) {
				met.accept(entry.thing(), meeting);
			}
		}
	}

	private record Entry<T>(Place place, T thing) {}

}
