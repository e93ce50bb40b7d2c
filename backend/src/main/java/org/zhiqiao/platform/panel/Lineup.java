package org.zhiqiao.platform.panel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.zhiqiao.platform.panel.DirectChoice.Chosen;
import org.zhiqiao.platform.panel.DrawList.Entry;

/**
 * Who was selected for the seats and who follows whom: what a draw and a direct choice have in common.
 *
 * @param most so many people of one legal person at most on the whole panel
 */
record Lineup(int most, List<Line> lines) {

	Lineup {
		lines = List.copyOf(lines);
	}

	/**
	 * The seats of one group.
	 *
	 * @param members who was selected
	 * @param order everybody who may have a seat of it, members too: whoever drops out is replaced by the next one in it
	 * @param entries everybody in {@code order} as they were known then
	 */
	record Line(String name, int seats, List<Long> members, List<Long> order, List<Entry> entries) {

		Line {
			members = List.copyOf(members);
			order = List.copyOf(order);
			entries = List.copyOf(entries);
		}

	}

	static Lineup of(DrawTranscript transcript) {
		var list = transcript.list();
		return new Lineup(list.most(), IntStream.range(0, list.strata().size()).mapToObj(place -> {
			var stratum = list.strata().get(place);
			var drawn = transcript.strata().get(place);
			return new Line(stratum.name(), stratum.seats(), drawn.members(), drawn.order(), stratum.entries());
		}).toList());
	}

	static Lineup of(DirectChoice choice) {
		return new Lineup(choice.most(), choice.groups().stream().map(group -> {
			var all = Stream.concat(group.members().stream(), group.alternates().stream()).toList();
			return new Line(group.name(), group.seats(), group.members().stream().map(Chosen::person).toList(),
					all.stream().map(Chosen::person).toList(),
					all.stream().map(one -> new Entry(one.person(), one.name(), one.organisation())).toList());
		}).toList());
	}

	/** Everybody as they were known then, by their numbers. */
	Map<Long, Entry> entries() {
		var entries = new HashMap<Long, Entry>();
		// Somebody may follow in several groups of a direct choice.
		this.lines.forEach(line -> line.entries().forEach(entry -> entries.put(entry.person(), entry)));
		return entries;
	}

	/** All who were selected. */
	List<Long> members() {
		return this.lines.stream().flatMap(line -> line.members().stream()).toList();
	}

}
