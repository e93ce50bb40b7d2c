package org.zhiqiao.platform.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.expert.ExpertCard;

/**
 * The people there are for a panel, in numbers.
 *
 * @param people all who were looked at
 * @param eligible who could take a seat
 * @param seatable how many seats can be taken at once
 * @param possible whether that is all of them
 * @param limitThatSeatsAll the lowest limit on one organisation with which all seats could be taken, if that is what is missing
 * @param exact whether chances are exact, else to about half a hundredth
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PoolView(int people, long eligible, int seats, int seatable, boolean possible, int mostOfOneOrganisation,
		@Nullable Integer limitThatSeatsAll, boolean exact, List<GroupView> groups) {

	/** Above this chance somebody can all but count on being drawn. */
	private static final double LIKELY = 0.5;

	/**
	 * The people there are for a group.
	 *
	 * @param wanted how many there should be
	 * @param organisations different legal persons among them
	 * @param effective how many people who are all equally likely would be as hard to foresee: (Σp)² / Σp² over their chances p,
	 * the inverse of Simpson's index; 0 if there is nobody
	 * @param chance of whoever is likeliest to be drawn
	 * @param tooLikely whether that is so high that the draw can be foreseen
	 * @param seatsPossible how many seats there could be for so many people
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record GroupView(String name, int seats, int people, int wanted, long organisations, double effective,
			double chance,
			boolean tooLikely, int seatsPossible, List<CostView> costs, List<ChangeView> changes) {

	}

	/** What a condition costs: whom it keeps away, and whom nothing else does. */
	record CostView(Obstacle obstacle, int people, int alone) {

	}

	/**
	 * Conditions without which there would be enough people, and how many.
	 *
	 * @param eased for conditions that need not be given up altogether, the number that would do
	 */
	record ChangeView(List<Obstacle> givenUp, List<EasedView> eased, int people) {

	}

	/** A condition with the number that would do. */
	record EasedView(Obstacle obstacle, int number) {

	}

	static PoolView of(Pool pool) {
		var chances = Chances.of(pool);
		var groups = new ArrayList<GroupView>();
		for (var i = 0; i < pool.groups().size(); i++) {
			var group = pool.groups().get(i);
			var people = pool.of(i);
			var highest = chances.highest(people);
			groups.add(new GroupView(group.name(), group.seats(), people.size(), pool.wanted(i),
					Pool.organisations(people), chances.effective(people), highest, highest > LIKELY,
					people.size() / pool.peoplePerSeat(),
					pool.costs(i).stream().map(cost -> new CostView(cost.obstacle(), cost.people(), cost.alone()))
							.toList(),
					pool.changes(i).stream()
							.map(change -> new ChangeView(change.givenUp(),
									change.eased().entrySet().stream().sorted(Map.Entry.comparingByKey())
											.map(eased -> new EasedView(eased.getKey(), eased.getValue())).toList(),
									change.people()))
							.toList()));
		}
		var seatable = pool.seatable();
		var limit = pool.limitThatSeatsAll();
		return new PoolView(pool.people().size(), pool.eligible(), pool.seats(), seatable, seatable == pool.seats(),
				pool.mostOfOneOrganisation(), limit.isPresent() ? (Integer) limit.getAsInt() : null, chances.exact(),
				groups);
	}

	/**
	 * Somebody who was looked at.
	 *
	 * @param declared how their declaration stands; none if they were not asked
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record PersonView(ExpertCard card, @Nullable String group, double chance, List<Obstacle> obstacles,
			List<FindingView> findings, @Nullable DeclarationState declared) {

	}

	/** Some of them. */
	record PoolPeople(List<PersonView> items, long total, int page, int size) {

	}

}
