package org.zhiqiao.platform.picture;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.cooperation.CooperationKind;
import org.zhiqiao.platform.cooperation.CooperationTallies;
import org.zhiqiao.platform.demand.ClosedNeeds;
import org.zhiqiao.platform.demand.DemandTallies;
import org.zhiqiao.platform.expert.ExpertTallies;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.picture.ConcentrationView.By;
import org.zhiqiao.platform.picture.ConcentrationView.ClosedCounted;
import org.zhiqiao.platform.picture.ConcentrationView.CodeShare;
import org.zhiqiao.platform.picture.ConcentrationView.Spread;
import org.zhiqiao.platform.picture.ConcentrationView.YearSpread;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.taxonomy.Counted;
import org.zhiqiao.platform.taxonomy.Scheme;
import org.zhiqiao.platform.taxonomy.Spell;
import org.zhiqiao.platform.taxonomy.Spells;
import org.zhiqiao.platform.taxonomy.Vocabulary;

/** Figures over the years: how much there is, how concentrated it is, and where it leads. */
@Service
class FigureService {

	/** So many shares are told of each year. */
	private static final int FIRST = 3;

	private final CooperationTallies cooperations;

	private final DemandTallies demands;

	private final ExpertTallies experts;

	private final Vocabulary vocabulary;

	private final Clock clock;

	FigureService(CooperationTallies cooperations, DemandTallies demands, ExpertTallies experts, Vocabulary vocabulary,
			Clock clock) {
		this.cooperations = cooperations;
		this.demands = demands;
		this.experts = experts;
		this.vocabulary = vocabulary;
		this.clock = clock;
	}

	/** Years, both included; none is no limit. */
	record Years(@Nullable Integer from, @Nullable Integer to) {

		static final Years ALL = new Years(null, null);

		Years {
			if (from != null && to != null && to < from) {
				throw new InvalidInput("/to", "at-least", from);
			}
		}

	}

	@Transactional(readOnly = true)
	ConcentrationView concentration(By by, @Nullable String city, Years years, Actor reader) {
		return concentration(gathered(by, city, reader), years);
	}

	/** What concentration is reckoned from, whatever the years. */
	@Transactional(readOnly = true)
	Gathered gathered(By by, @Nullable String city, Actor reader) {
		known("/city", Scheme.CITIES, city);
		var counted = Counted.of(city);
		var closed = ClosedNeeds.seenBy(reader);
		var told = switch (by) {
			case INDUSTRY -> Counted.By.INDUSTRY;
			case COUNTRY -> Counted.By.COUNTRY;
		};
		var projects = this.cooperations.spells(CooperationKind.PROJECT, told, counted);
		return new Gathered(by, city, closed(closed, city), Map.of(Measure.PROJECTS_STARTED, projects,
				Measure.PROJECTS_RUNNING, projects, Measure.BASES,
				this.cooperations.spells(CooperationKind.BASE, told, counted), Measure.NEEDS,
				this.demands.spells(told, counted, closed), Measure.PEOPLE, this.experts.spells(told, counted)));
	}

	/** How much there is by industry or country. */
	record Gathered(By by, @Nullable String city, ClosedCounted closed, Map<Measure, Spells> all) {

	}

	ConcentrationView concentration(Gathered gathered, Years years) {
		var all = gathered.all();
		return new ConcentrationView(gathered.by(), gathered.city(), years.from(), years.to(), gathered.closed(),
				spreads(all, years, Integer.MAX_VALUE),
				each(years, all.values().stream().flatMap(spells -> spells.things().stream()))
						.mapToObj(year -> new YearSpread(year, spreads(all, new Years(year, year), FIRST)))
						.toList());
	}

	/** All projects on record, those that are still to begin as well. */
	@Transactional(readOnly = true)
	long projects(Counted counted) {
		return this.cooperations.spells(CooperationKind.PROJECT, counted).stream().mapToLong(Spell::count).sum();
	}

	@Transactional(readOnly = true)
	TrendView trend(Counted counted, Years years, Actor reader) {
		known("/city", Scheme.CITIES, counted.city());
		known("/industry", Scheme.INDUSTRIES, counted.industry());
		known("/country", Scheme.COUNTRIES, counted.country());
		var closed = ClosedNeeds.seenBy(reader);
		var needs = this.demands.spells(counted, closed);
		var projects = this.cooperations.spells(CooperationKind.PROJECT, counted);
		var bases = this.cooperations.spells(CooperationKind.BASE, counted);
		var people = this.experts.spells(counted);
		return new TrendView(counted.city(), counted.industry(), counted.country(), years.from(), years.to(),
				closed(closed, counted.city()),
				each(years, Stream.of(needs, projects, bases, people).flatMap(List::stream)).mapToObj(
						year -> new TrendView.TrendYear(year, sum(needs, spell -> spell.beganIn(year, year)),
								sum(projects, spell -> spell.beganIn(year, year)),
								sum(projects, spell -> spell.wentOnIn(year, year)),
								sum(bases, spell -> spell.wentOnIn(year, year)),
								sum(people, spell -> spell.beganIn(year, year)),
								sum(people, spell -> spell.beganIn(null, year))))
						.toList());
	}

	@Transactional(readOnly = true)
	FlowView flows(FlowView.FlowKind kind, Counted counted, Years years) {
		known("/city", Scheme.CITIES, counted.city());
		known("/industry", Scheme.INDUSTRIES, counted.industry());
		var what = switch (kind) {
			case PROJECT -> CooperationKind.PROJECT;
			case BASE -> CooperationKind.BASE;
		};
		return new FlowView(kind, counted.city(), counted.industry(), years.from(), years.to(),
				this.cooperations.byCityAndCountry(what, counted, years.from(), years.to())
						.stream()
						.map(tally -> new FlowView.FlowLink(tally.line(), tally.column(), tally.count()))
						.sorted(Comparator.comparingLong(FlowView.FlowLink::count)
								.reversed()
								.thenComparing(FlowView.FlowLink::city)
								.thenComparing(FlowView.FlowLink::country))
						.toList());
	}

	/** The year that it is in Beijing. */
	int thisYear() {
		return LocalDate.now(this.clock.withZone(Moments.HERE)).getYear();
	}

	private static List<Spread> spreads(Map<Measure, Spells> all, Years years, int most) {
		return Stream.of(Measure.values())
				.map(measure -> spread(measure, Objects.requireNonNull(all.get(measure)), years, most))
				.toList();
	}

	private static Spread spread(Measure measure, Spells spells, Years years, int most) {
		Predicate<Spell> within = switch (measure) {
			case PROJECTS_STARTED, NEEDS, PEOPLE -> spell -> spell.beganIn(years.from(), years.to());
			case PROJECTS_RUNNING, BASES -> spell -> spell.wentOnIn(years.from(), years.to());
		};
		var counts = new HashMap<String, Long>();
		spells.codes()
				.stream()
				.filter(within)
				.forEach(spell -> counts.merge(Objects.requireNonNull(spell.code()), spell.count(), Long::sum));
		var figures = Herfindahl.of(counts.values());
		var shares = new ArrayList<CodeShare>();
		counts.forEach((code, count) -> shares.add(new CodeShare(code, count, (double) count / figures.counted())));
		shares.sort(Comparator.comparingLong(CodeShare::count).reversed().thenComparing(CodeShare::code));
		return new Spread(measure, sum(spells.things(), within), figures.counted(), figures.places(), figures.cr3(),
				figures.hhi(), List.copyOf(shares.subList(0, Math.min(most, shares.size()))));
	}

	private static long sum(List<Spell> spells, Predicate<Spell> within) {
		return spells.stream().filter(within).mapToLong(Spell::count).sum();
	}

	/** From the first year of anything to this one, or as asked. */
	private IntStream each(Years asked, Stream<Spell> spells) {
		var first = (asked.from() != null)
				? OptionalInt.of(asked.from())
				: spells.map(Spell::from).filter(Objects::nonNull).mapToInt(Integer::intValue).min();
		var last = Objects.requireNonNullElseGet(asked.to(), this::thisYear);
		return first.isPresent() ? IntStream.rangeClosed(first.getAsInt(), last) : IntStream.empty();
	}

	private static ClosedCounted closed(ClosedNeeds closed, @Nullable String city) {
		if (closed.complete(city)) {
			return ClosedCounted.ALL;
		}
		// Of another city alone nothing of the own one is counted.
		return (closed.city() != null && city == null) ? ClosedCounted.OWN : ClosedCounted.NONE;
	}

	private void known(String pointer, Scheme scheme, @Nullable String code) {
		if (code != null && !this.vocabulary.knows(scheme, code)) {
			throw new InvalidInput(pointer, "unknown-code",
					(code.length() > 60) ? code.substring(0, 60) + "…" : code);
		}
	}

}
