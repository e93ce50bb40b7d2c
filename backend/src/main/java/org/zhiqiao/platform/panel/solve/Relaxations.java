package org.zhiqiao.platform.panel.solve;

import java.util.ArrayList;
import java.util.List;

/**
 * The smallest changes of the rules that make a panel possible. None of the alternatives changes at least as much as
 * another one in every respect, and the cheapest comes first.
 *
 * @param complete whether each is proven to be the cheapest of those left, and whether there are no more if there are
 * fewer than asked for; otherwise the time was over
 */
public record Relaxations(List<Relaxation> alternatives, boolean complete) {

	public Relaxations {
		alternatives = List.copyOf(alternatives);
	}

	/**
	 * What a change costs.
	 *
	 * @param requirement for each member more or less than a requirement asks for
	 * @param organisation for each member more of one organisation
	 * @param seat for each seat more or less
	 * @param odd for an even number of members
	 * @param conflict for each conflict between members
	 */
	public record Prices(int requirement, int organisation, int seat, int odd, int conflict) {

		/** Ours: whether two people may sit together is the last thing to give way. */
		public static final Prices USUAL = new Prices(1, 2, 2, 3, 10);

		public Prices {
			if (Math.min(Math.min(requirement, organisation), Math.min(Math.min(seat, odd), conflict)) < 1) {
				throw new IllegalArgumentException("Every change has a price");
			}
		}

	}

	/** One change of one rule. */
	public sealed interface Change {

		/** An {@link Requirement.AtLeast} asks for so many fewer. */
		record Lowered(String code, int by) implements Change {

		}

		/** An {@link Requirement.AtMost} allows so many more. */
		record Raised(String code, int by) implements Change {

		}

		/** So many more of one organisation are allowed. */
		record OrganisationRaised(int by) implements Change {

		}

		/** A panel may have so many seats less. */
		record FewerSeats(int by) implements Change {

		}

		/** A panel may have so many seats more. */
		record MoreSeats(int by) implements Change {

		}

		/** A panel may have an even number of members. */
		record EvenAllowed() implements Change {

		}

		/** Two may sit together all the same. */
		record ConflictWaived(Conflict conflict) implements Change {

		}

	}

	/**
	 * Changes that make a panel possible.
	 *
	 * @param changes none if a panel is possible as it is
	 * @param price of all changes
	 * @param panel one panel that is then possible, not the best one; which conflicts are waived depends on it
	 */
	public record Relaxation(List<Change> changes, long price, List<Long> panel) {

		public Relaxation {
			changes = List.copyOf(changes);
			panel = List.copyOf(panel);
		}

		/** The problem with these changes, to be solved for the best panel. */
		public PanelProblem of(PanelProblem problem) {
			var changed = problem;
			for (var change : this.changes) {
				changed = changed(changed, change);
			}
			return changed;
		}

		private static PanelProblem changed(PanelProblem problem, Change change) {
			var seats = problem.seats();
			return switch (change) {
				case Change.Lowered(var code, var by) -> changed(problem, code, -by);
				case Change.Raised(var code, var by) -> changed(problem, code, by);
				case Change.OrganisationRaised(var by) -> {
					var most = problem.mostOfOneOrganisation();
					yield problem.withMostOfOneOrganisation((most != null) ? most.plus(by) : null);
				}
				case Change.FewerSeats(var by) ->
					problem.withSeats(new Seats(seats.least() - by, seats.most(), seats.odd()));
				case Change.MoreSeats(var by) ->
					problem.withSeats(new Seats(seats.least(), seats.most() + by, seats.odd()));
				case Change.EvenAllowed() -> problem.withSeats(new Seats(seats.least(), seats.most(), false));
				case Change.ConflictWaived(var conflict) ->
					problem.withConflicts(problem.conflicts().stream().filter(one -> !one.equals(conflict)).toList());
			};
		}

		private static PanelProblem changed(PanelProblem problem, String code, int by) {
			var requirements = new ArrayList<Requirement>();
			for (var requirement : problem.requirements()) {
				requirements.add(!requirement.code().equals(code) ? requirement : switch (requirement) {
					case Requirement.AtLeast(var _, var feature, var quota) ->
						new Requirement.AtLeast(code, feature, quota.plus(by));
					case Requirement.AtMost(var _, var feature, var quota) ->
						new Requirement.AtMost(code, feature, quota.plus(by));
				});
			}
			return problem.withRequirements(requirements);
		}

	}

}
