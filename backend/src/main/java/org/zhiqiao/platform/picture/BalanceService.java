package org.zhiqiao.platform.picture;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.expert.ExpertTallies;
import org.zhiqiao.platform.expert.ExpertTallies.Living;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.exposure.Attention;
import org.zhiqiao.platform.exposure.Concentration;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.panel.OpenLists;
import org.zhiqiao.platform.picture.BalanceView.PanelBalance;
import org.zhiqiao.platform.picture.BalanceView.ReachedPeople;
import org.zhiqiao.platform.picture.BalanceView.PeopleByResidence;

/** Says whether the same few people are recommended and put on panels, without saying who. */
@Service
class BalanceService {

	/** One period for everybody: from two that overlap, small counts could be reckoned. */
	private static final int DAYS = 90;

	private static final int FEWEST = 5;

	/** A twentieth of these is four. */
	private static final int ENOUGH = 80;

	private static final int TWICE = 2;

	private final Experts experts;

	private final ExpertTallies tallies;

	private final Attention attention;

	private final OpenLists lists;

	private final FigureService figures;

	BalanceService(Experts experts, ExpertTallies tallies, Attention attention, OpenLists lists,
			FigureService figures) {
		this.experts = experts;
		this.tallies = tallies;
		this.attention = attention;
		this.lists = lists;
		this.figures = figures;
	}

	/** @param asked the year of the panels; none for this one */
	@Transactional(readOnly = true)
	BalanceView balance(@Nullable Integer asked) {
		var year = Objects.requireNonNullElseGet(asked, this.figures::thisYear);
		var from = LocalDate.of(year, 1, 1).atStartOfDay(Moments.HERE).toInstant();
		var until = LocalDate.of(year + 1, 1, 1).atStartOfDay(Moments.HERE).toInstant();
		var recommended = this.attention.recommended(DAYS);
		var seats = this.lists.seats(from, until);
		var seated = SmallCounts.together(parts(this.tallies.living(List.copyOf(seats.keySet()))),
				List.of(sat(seats.values(), 1, 1), sat(seats.values(), TWICE, TWICE),
						sat(seats.values(), TWICE + 1, Integer.MAX_VALUE)));
		var often = seated.getLast();
		var named = SmallCounts.of(parts(this.tallies.living(recommended.stream()
				.map(Attention.Recommended::expertId)
				.toList())));
		return new BalanceView(DAYS, year, residence(SmallCounts.of(parts(this.tallies.living()))),
				reached(named, recommended.stream().map(Attention.Recommended::times).toList()),
				new PanelBalance(this.lists.panels(from, until),
						reached(seated.getFirst(), List.copyOf(seats.values())),
						often.parts().get(0), often.parts().get(1), often.parts().get(2)));
	}

	/**
	 * How evenly it is spread depends on how many people there are, so it is told to a tenth only, and only among so many that
	 * half a tenth of them are as many as a small count leaves open.
	 */
	private ReachedPeople reached(SmallCounts counts, List<Integer> times) {
		var published = this.experts.published();
		var told = times.size() >= FEWEST && published >= ENOUGH;
		var spread = Concentration.of(times, published);
		return new ReachedPeople(residence(counts), told ? tenth(spread.gini()) : null,
				told ? tenth(spread.topTen()) : null);
	}

	private static @Nullable Double tenth(@Nullable Double share) {
		return (share != null) ? Math.round(share * 10) / 10.0 : null;
	}

	private static List<Long> parts(Map<Living, Long> living) {
		return List.of(of(living, Living.HOME), of(living, Living.OVERSEAS), of(living, Living.UNKNOWN));
	}

	private static PeopleByResidence residence(SmallCounts counts) {
		return new PeopleByResidence(counts.total(), counts.parts().get(0), counts.parts().get(1),
				counts.parts().get(2));
	}

	private static Long of(Map<Living, Long> living, Living where) {
		return living.getOrDefault(where, 0L);
	}

	private static Long sat(Collection<Integer> seats, int from, int to) {
		return seats.stream().filter(count -> count >= from && count <= to).count();
	}

}
