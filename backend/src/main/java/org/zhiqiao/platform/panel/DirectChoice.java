package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is on file of a direct choice: who is to sit, why nobody draws, and what the solver said when it was proposed.
 *
 * @param reason why a draw does not do
 * @param proposedBy the number of an account
 * @param most so many people of one legal person at most on the whole panel
 * @param decision none while nobody has decided
 */
record DirectChoice(String reason, long proposedBy, int most, List<ChosenGroup> groups, Proof proof,
		@Nullable Decision decision) {

	DirectChoice {
		groups = List.copyOf(groups);
	}

	/**
	 * Who is to take the seats of a group.
	 *
	 * @param alternates who follows if a member drops out, in this order
	 */
	record ChosenGroup(String name, int seats, List<Chosen> members, List<Chosen> alternates) {

		ChosenGroup {
			members = List.copyOf(members);
			alternates = List.copyOf(alternates);
		}

	}

	/**
	 * Somebody as they were known when the choice was proposed.
	 *
	 * @param organisation the legal person, by its number, a negative one if it is not registered; 0 for none
	 * @param fit how well they know the items, from 0 to 100
	 * @param adds of a member: how many points the panel would lose without them; of an alternate: how many it would lose with
	 * them in the place of a member
	 * @param covers codes of the fields that they know
	 */
	record Chosen(long person, String name, long organisation, double fit, double adds, List<String> covers) {

		Chosen {
			covers = List.copyOf(covers);
		}

	}

	/**
	 * What the solver said.
	 *
	 * @param value what the chosen panel is worth, in points
	 * @param best what the best panel that was found is worth
	 * @param gap how much more any panel could be worth than the chosen one, relative to it
	 * @param proven whether it is certain that no panel is worth more than the best that was found
	 * @param candidates how many people it was chosen from
	 */
	record Proof(double value, double best, double gap, boolean proven, int candidates, long milliseconds) {

	}

	/**
	 * What became of it; the state of the selection says which.
	 *
	 * @param by the number of an account
	 * @param words none where the organiser withdrew it without any
	 */
	record Decision(long by, Instant at, @Nullable String words) {

	}

}
