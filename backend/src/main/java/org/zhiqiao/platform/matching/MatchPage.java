package org.zhiqiao.platform.matching;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.expert.ExpertCard;
import org.zhiqiao.search.ranking.Weights;

/**
 * The people who fit a need, best first.
 *
 * @param total how many people there are on all pages
 * @param page from 1
 * @param considered how many people had anything to do with the need, before any must
 * @param weights those that the order was made with
 * @param usual those that hold where nobody chooses others
 * @param exclusions what each must costs
 * @param indexedAt when the index was asked; an order with other weights asks it no more
 * @param rotation absent unless people who fit almost equally well take turns
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MatchPage(List<MatchItem> items, int total, int page, int size, int considered, Weights weights, Weights usual,
		List<Exclusion> exclusions, Instant indexedAt, @Nullable Turns rotation) {

	/**
	 * A person who fits.
	 *
	 * @param rank from 1
	 * @param score 0 to 100, comparable between needs
	 * @param usualRank where they stand without rotation; absent unless there is one
	 * @param improvements what would move the person up, the greatest first
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record MatchItem(int rank, @Nullable Integer usualRank, double score, ExpertCard card,
			List<ContributionView> contributions,
			List<ImprovementView> improvements, boolean shortlisted) {

	}

	/**
	 * How people who fit almost equally well take turns.
	 *
	 * @param seed the same one gives the same order again
	 * @param band points within which they count as equal
	 */
	record Turns(long seed, double band) {

	}

	/**
	 * What a must costs.
	 *
	 * @param pointer where it stands in the need
	 * @param code what is asked for there
	 * @param excluded people who do not fulfil it
	 * @param excludedAlone people who would be there without it, since they fulfil all others
	 */
	record Exclusion(String pointer, String criterion, String code, int excluded, int excludedAlone) {

	}

}
