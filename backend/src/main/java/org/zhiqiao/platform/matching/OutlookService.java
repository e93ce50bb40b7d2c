package org.zhiqiao.platform.matching;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.platform.expert.ExpertCard;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.expert.Viewer;
import org.zhiqiao.platform.matching.Outlook.AdditionView;
import org.zhiqiao.platform.matching.Outlook.MustView;
import org.zhiqiao.platform.matching.Outlook.OutsiderView;
import org.zhiqiao.platform.matching.Outlook.RelaxationView;
import org.zhiqiao.platform.matching.Outlook.WordingView;
import org.zhiqiao.platform.taxonomy.Concepts;
import org.zhiqiao.search.AskedWord;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.ranking.Matching;
import org.zhiqiao.search.ranking.Outsider;
import org.zhiqiao.search.ranking.Relaxation;
import org.zhiqiao.search.ranking.Relaxations;

/** Says how a need could find more people: by giving up which musts, by which words, and who is just outside. */
@Service
class OutlookService {

	private static final int NEAREST = 5;

	private final Demands demands;

	private final Experts experts;

	private final MatchingService matches;

	private final Standings standings;

	private final CurrentMatching matching;

	private final ReasonViews reasons;

	private final Concepts concepts;

	OutlookService(Demands demands, Experts experts, MatchingService matches, Standings standings,
			CurrentMatching matching, ReasonViews reasons, Concepts concepts) {
		this.demands = demands;
		this.experts = experts;
		this.matches = matches;
		this.standings = standings;
		this.matching = matching;
		this.reasons = reasons;
		this.concepts = concepts;
	}

	@Transactional(readOnly = true)
	Outlook outlook(long demandId, Actor actor) {
		var demand = this.demands.entrusted(demandId, actor);
		var audience = this.matches.audience(demand, actor);
		var standing = this.standings.of(demand, audience);
		var need = standing.asked().need();
		var suggested = this.matching.get().outsiders(need, audience, standing.ranking().weights());
		// Who is published and available is decided by the database, here as in the ranking.
		var findable = this.experts.findable(suggested.stream().map(one -> one.match().expertId()).toList());
		var relaxations = Relaxations.of(need,
				suggested.stream().filter(one -> findable.contains(one.match().expertId())).toList());
		return new Outlook(standing.ranking().matches().size() + suggested.size() >= Matching.PEOPLE,
				relaxations.single().stream().map(one -> view(standing.asked(), one)).toList(),
				view(standing.asked(), relaxations), nearest(standing, actor, audience, suggested),
				wording(standing, audience));
	}

	private WordingView wording(Standings.Standing standing, Audience audience) {
		var now = this.matches.present(standing.ranking().matches());
		var wording = this.matching.get()
				.wording(standing.asked().need(), audience, standing.ranking().weights(), now, this.matches::present);
		return new WordingView(wording.unheard().stream().map(AskedWord::words).toList(),
				wording.additions()
						.stream()
						.map(one -> new AdditionView(this.concepts.ref(one.code()),
								this.concepts.refs(one.broaderThan().stream().sorted().toList()), one.shared(),
								one.more(), one.best()))
						.toList());
	}

	/**
	 * Who is just outside. They are no matches, so a firm sees of them, and judges them by, only what they show to
	 * everybody who is signed in; what they show to their matches counts in numbers alone.
	 */
	private List<OutsiderView> nearest(Standings.Standing standing, Actor actor, Audience audience,
			List<Outsider> suggested) {
		var open = actor.isOfficer() ? Audience.MATCHED : Audience.REGISTERED;
		var outsiders = (open == audience)
				? suggested
				: this.matching.get().outsiders(standing.asked().need(), open, standing.ranking().weights());
		var matched = standing.people();
		var findable = this.experts.findable(outsiders.stream().map(one -> one.match().expertId()).toList());
		var nearest = outsiders.stream()
				.filter(one -> findable.contains(one.match().expertId()))
				// Somebody may fulfil a must by what only a match may see.
				.filter(one -> !matched.contains(one.match().expertId()))
				.limit(NEAREST)
				.toList();
		var cards = this.experts.cards(nearest.stream().map(one -> one.match().expertId()).toList(), Viewer.of(actor))
				.stream()
				.collect(Collectors.toMap(ExpertCard::id, Function.identity()));
		return nearest.stream()
				.filter(one -> cards.containsKey(one.match().expertId()))
				.map(one -> view(standing.asked(), one, Objects.requireNonNull(cards.get(one.match().expertId()))))
				.toList();
	}

	private static @Nullable RelaxationView view(AskedNeed asked, Relaxations relaxations) {
		var pair = relaxations.pair();
		return (pair != null) ? view(asked, pair) : null;
	}

	private static RelaxationView view(AskedNeed asked, Relaxation relaxation) {
		var level = relaxation.level();
		return new RelaxationView(musts(asked, relaxation.musts()), (level != null) ? ReasonViews.level(level) : null,
				relaxation.more(), relaxation.best());
	}

	private OutsiderView view(AskedNeed asked, Outsider outsider, ExpertCard card) {
		return new OutsiderView(outsider.match().score(), card, musts(asked, outsider.failed()),
				this.reasons.of(outsider.match()));
	}

	private static List<MustView> musts(AskedNeed asked, Collection<Integer> places) {
		var all = asked.musts();
		return places.stream()
				.sorted()
				.map(all::get)
				.map(must -> new MustView(must.pointer(), ReasonViews.code(must.criterion()), must.code()))
				.toList();
	}

}
