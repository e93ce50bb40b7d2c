package org.zhiqiao.platform.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.demand.DemandCard;
import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.matching.Prospects.NearDemand;
import org.zhiqiao.platform.matching.Prospects.Place;
import org.zhiqiao.platform.matching.Prospects.Then;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.DemandHit;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.ranking.Criterion;
import org.zhiqiao.search.ranking.Match;
import org.zhiqiao.search.ranking.Matching;
import org.zhiqiao.search.ranking.NearMiss;
import org.zhiqiao.search.ranking.Outsider;
import org.zhiqiao.search.ranking.Weights;

/** Finds the needs that fit a person or nearly do, by the same measure as those who posted them see the person. */
@Service
class FittingService {

	/** Needs that are looked at more closely for one person. */
	private static final int CANDIDATES = 100;

	private static final int FITTING = 20;

	private static final int NEAR = 10;

	/** Whoever misses more musts is not near. */
	private static final int MISSED = 2;

	/** About half the evidence that one piece on the very subject is: less is another subject. */
	private static final double SUBJECT = 0.3;

	private final Demands demands;

	private final Experts experts;

	private final MatchingService matches;

	private final NeedReader reader;

	private final ReasonViews reasons;

	private final ExpertiseIndex index;

	private final CurrentMatching current;

	private final UsualWeights usual;

	FittingService(Demands demands, Experts experts, MatchingService matches, NeedReader reader, ReasonViews reasons,
			ExpertiseIndex index, CurrentMatching current, UsualWeights usual) {
		this.demands = demands;
		this.experts = experts;
		this.matches = matches;
		this.reader = reader;
		this.reasons = reasons;
		this.index = index;
		this.current = current;
		this.usual = usual;
	}

	/**
	 * A need that fits a person.
	 *
	 * @param score 0 to 100, as the need's owner sees it with the usual weights
	 */
	record FittingDemand(double score, DemandCard card, List<ContributionView> contributions) {

	}

	/** A need as its reader may read it. */
	private record Open(long demandId, AskedNeed asked) {

		<T> Stream<Seen<T>> with(Optional<T> standing) {
			return standing.map(one -> new Seen<>(this.demandId, this.asked, one)).stream();
		}

	}

	/** How a person stands with a need. */
	private record Seen<T>(long demandId, AskedNeed asked, T standing) {

	}

	/** The needs that fit a person, best first; for the person and for officials. */
	@Transactional(readOnly = true)
	List<FittingDemand> fitting(long expertId, Actor actor) {
		var matching = this.current.get();
		var weights = this.usual.get();
		var best = best(fits(open(expertId, actor), expertId, matching, weights), FITTING, Match::score);
		var cards = cards(best, actor);
		return best.stream().filter(fit -> cards.containsKey(fit.demandId())).map(fit -> {
			var card = Objects.requireNonNull(cards.get(fit.demandId()));
			return new FittingDemand(fit.standing().score(), card, this.reasons.of(fit.standing()));
		}).toList();
	}

	/** Where a person stands with the needs that fit, and which others nearly fit; for the person and for officials. */
	@Transactional(readOnly = true)
	Prospects prospects(long expertId, Actor actor) {
		var matching = this.current.get();
		var weights = this.usual.get();
		var open = open(expertId, actor);
		var fits = fits(open, expertId, matching, weights);
		var fitting = fits.stream().map(Seen::demandId).collect(Collectors.toSet());
		var outside = open.stream()
				.filter(one -> !fitting.contains(one.demandId()))
				.flatMap(one -> one.with(matching
						.outsider(one.asked().need(), expertId, Audience.MATCHED, weights)
						.filter(FittingService::isNear)))
				.toList();
		return new Prospects(
				best(fits, FITTING, Match::score).stream().map(fit -> place(fit, matching, weights)).toList(),
				near(best(outside, NEAR, outsider -> outsider.match().score()), matching, weights, actor));
	}

	private static boolean isNear(Outsider outsider) {
		return outsider.failed().size() <= MISSED && outsider.match()
				.contributions()
				.stream()
				.anyMatch(part -> part.criterion() == Criterion.DOMAIN && part.value() >= SUBJECT);
	}

	private Place place(Seen<Match> fit, Matching matching, Weights weights) {
		var need = fit.asked().need();
		var order = order(fit.asked(), matching, weights);
		var match = fit.standing();
		var rank = 1 + (int) order.stream()
				.takeWhile(other -> other.expertId() != match.expertId())
				.count();
		return new Place(fit.demandId(), rank, Math.max(rank, order.size()),
				matching.improvements(need, match, order, weights)
						.stream()
						.map(ImprovementView::of)
						.toList());
	}

	private List<NearDemand> near(List<Seen<Outsider>> outside, Matching matching, Weights weights, Actor actor) {
		var cards = cards(outside, actor);
		return outside.stream().filter(seen -> cards.containsKey(seen.demandId())).map(seen -> {
			var need = seen.asked().need();
			var order = order(seen.asked(), matching, weights);
			var near = matching.nearMiss(need, seen.standing(), order, weights);
			return new NearDemand(seen.standing().match().score(), Objects.requireNonNull(cards.get(seen.demandId())),
					this.reasons.of(seen.standing().match()), missing(seen), then(near, order.size() + 1));
		})
				.sorted(Comparator.comparing((NearDemand near) -> near.then() == null)
						.thenComparingDouble(near -> -((near.then() != null) ? near.then().score() : near.score())))
				.toList();
	}

	private static @Nullable Then then(NearMiss near, int of) {
		return (near.rank() > 0) ? new Then(near.score(), near.rank(), of) : null;
	}

	private List<ReasonView> missing(Seen<Outsider> seen) {
		var musts = seen.asked().need().musts();
		return seen.standing()
				.failed()
				.stream()
				.sorted()
				.map(place -> this.reasons.missing(musts.get(place), seen.standing().match().facts()))
				.toList();
	}

	/** Everybody who fits and is there at this moment. */
	private List<Match> order(AskedNeed asked, Matching matching, Weights weights) {
		return this.matches.present(matching.rank(asked.need(), Audience.MATCHED, weights).matches());
	}

	private List<Open> open(long expertId, Actor actor) {
		var self = this.experts.idOfAccount(actor.accountId()).filter(own -> own == expertId).isPresent();
		if (!self && !actor.isOfficer()) {
			throw new NotAllowed("own");
		}
		if (this.experts.findable(Set.of(expertId)).isEmpty()) {
			if (self) {
				// Whoever is not published fits nothing yet.
				return List.of();
			}
			throw new NotFound("expert", expertId);
		}
		var viewer = actor.isOfficer() ? Audience.MATCHED : Audience.REGISTERED;
		var hits = this.index.recallDemands(expertId, viewer, CANDIDATES);
		// Only what this reader may read of the need takes part, so that no reason gives away the rest.
		return this.demands.open(hits.stream().map(DemandHit::demandId).toList(), actor)
				.stream()
				.map(open -> new Open(open.id(), this.reader.read(open.content())))
				.toList();
	}

	private static List<Seen<Match>> fits(List<Open> open, long expertId, Matching matching, Weights weights) {
		return open.stream()
				.flatMap(one -> one
						.with(matching.fit(one.asked().need(), expertId, Audience.MATCHED, weights)))
				.toList();
	}

	private static <T> List<Seen<T>> best(Collection<Seen<T>> all, int most, ToDoubleFunction<T> score) {
		return all.stream()
				.sorted(Comparator.comparingDouble((Seen<T> seen) -> -score.applyAsDouble(seen.standing()))
						.thenComparingLong(Seen::demandId))
				.limit(most)
				.toList();
	}

	private Map<Long, DemandCard> cards(List<? extends Seen<?>> seen, Actor actor) {
		return this.demands.cards(seen.stream().map(Seen::demandId).toList(), actor)
				.stream()
				.collect(Collectors.toMap(DemandCard::id, Function.identity()));
	}

}
