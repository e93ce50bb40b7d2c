package org.zhiqiao.platform.panel;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How far the spreading of items over reviewers is, and what came of it. Points are from 0 to 100 for each reviewer.
 *
 * @param state {@code none}, {@code running}, {@code done}, {@code stopped} or {@code failed}
 * @param stage what is being made as great as possible: {@code worst}, the item served worst, then {@code total}
 * @param reached the best value of the stage so far
 * @param bound no assignment reaches more in this stage
 * @param seconds since it was started, until it ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AssignmentView(String state, @Nullable Integer reviewers, @Nullable Integer most, @Nullable String stage,
		@Nullable Double reached, @Nullable Double bound, @Nullable Double seconds, @Nullable Outcome outcome) {

	/**
	 * @param status {@code optimal}: proven; {@code feasible}: within the gaps; {@code infeasible}: too few people
	 * @param worst points of the item served worst
	 * @param worstGap how much better it could be served at most, relative to it
	 * @param shortages items that have too few people together
	 */
	record Outcome(String status, double worst, double worstGap, double total, double totalGap,
			List<ServiceView> services, List<ShortageView> shortages) {

	}

	/**
	 * Who reviews an item.
	 *
	 * @param people with how well each fits
	 */
	record ServiceView(int number, String title, double fit, List<Reviewer> people) {

	}

	record Reviewer(long person, String name, double fit) {

	}

	record ShortageView(List<String> titles, int needed, int available) {

	}

}
