package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a member says about the items.
 *
 * @param invitation by which they have their seat
 * @param signedAt when they signed it: since then it does not change
 */
record Opinion(long invitation, int version, OpinionContent content, Instant savedAt, @Nullable Instant signedAt) {

	boolean signed() {
		return this.signedAt != null;
	}

	/** @param items those that the member said something about */
	record OpinionContent(List<ItemOpinion> items) {

		static final OpinionContent NONE = new OpinionContent(List.of());

		OpinionContent {
			items = List.copyOf(items);
		}

		Optional<ItemOpinion> of(int item) {
			return this.items.stream().filter(one -> one.item() == item).findFirst();
		}

	}

	/**
	 * What a member says about one item.
	 *
	 * @param item its number
	 * @param points by the number of the criterion
	 * @param comment empty if there is none
	 */
	record ItemOpinion(int item, Map<Integer, Double> points, String comment) {

		ItemOpinion {
			points = Map.copyOf(points);
		}

	}

}
