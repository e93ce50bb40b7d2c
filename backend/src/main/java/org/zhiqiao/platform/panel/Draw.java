package org.zhiqiao.platform.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.zhiqiao.platform.panel.DrawList.Entry;

/**
 * Draws the members of a panel from a frozen list and a seed. The same list and seed always give the same draw, as
 * {@code backend/docs/draw.md} tells it; {@code VerifyDraw.java} is a second, independent implementation.
 *
 * @param strata in the order of the list
 */
record Draw(List<Drawn> strata) {

	Draw {
		strata = List.copyOf(strata);
	}

	/**
	 * What was drawn from one stratum.
	 *
	 * @param members as many as there are seats, or fewer if the rule on organisations leaves no more
	 * @param order everybody of the stratum in the order in which they were drawn: whoever drops out is replaced by the
	 * next one in it who may serve
	 */
	record Drawn(String stratum, List<Long> members, List<Long> order) {

		Drawn {
			members = List.copyOf(members);
			order = List.copyOf(order);
		}

		/** Whether every seat is taken. */
		boolean full(int seats) {
			return this.members.size() == seats;
		}

	}

	static Draw of(DrawList list, byte[] seed) {
		var stream = new DrawStream(seed);
		var ofOrganisation = new HashMap<Long, Integer>();
		var drawn = new ArrayList<Drawn>();
		for (var stratum : list.strata()) {
			var order = shuffled(stratum.entries(), stream);
			var members = new ArrayList<Long>();
			for (var entry : order) {
				if (members.size() < stratum.seats() && takes(ofOrganisation, entry, list.most())) {
					members.add(entry.person());
				}
			}
			drawn.add(new Drawn(stratum.name(), members, order.stream().map(Entry::person).toList()));
		}
		return new Draw(drawn);
	}

	private static boolean takes(Map<Long, Integer> ofOrganisation, Entry entry, int most) {
		if (entry.organisation() == 0) {
			return true;
		}
		return ofOrganisation.merge(entry.organisation(), 1, Integer::sum) <= most;
	}

	/** Each place gets one of those who are left, all equally likely. */
	private static List<Entry> shuffled(List<Entry> entries, DrawStream stream) {
		var order = new ArrayList<>(entries);
		for (var place = 0; place < order.size() - 1; place++) {
			var other = place + stream.below(order.size() - place);
			var entry = order.get(place);
			order.set(place, order.get(other));
			order.set(other, entry);
		}
		return order;
	}

}
