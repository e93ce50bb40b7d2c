package org.zhiqiao.platform.matching;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.change.ChangeRelay;
import org.zhiqiao.platform.change.SubjectKind;
import org.zhiqiao.platform.demand.Demand;
import org.zhiqiao.platform.demand.DemandState;
import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.platform.demand.SaveDemand;
import org.zhiqiao.platform.expert.ExpertCard;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.expert.Viewer;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.Overtaken;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.Tally;
import org.zhiqiao.search.ranking.Match;
import org.zhiqiao.search.ranking.Rotation;
import org.zhiqiao.search.ranking.Weights;

/**
 * Finds the people who fit a need. The index suggests; who is shown is decided by the
 * database, each time.
 */
@Service
class MatchingService {

	private final Demands demands;

	private final Experts experts;

	private final Standings standings;

	private final NeedReader reader;

	private final ReasonViews reasons;

	private final ShortlistTable shortlists;

	private final Accounts accounts;

	private final AuditLog audit;

	private final CurrentMatching matching;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final ChangeRelay relay;

	MatchingService(Demands demands, Experts experts, Standings standings, NeedReader reader, ReasonViews reasons,
			ShortlistTable shortlists, Accounts accounts, AuditLog audit, CurrentMatching matching,
			ApplicationEventPublisher events, Clock clock, ChangeRelay relay) {
		this.demands = demands;
		this.experts = experts;
		this.standings = standings;
		this.reader = reader;
		this.reasons = reasons;
		this.shortlists = shortlists;
		this.accounts = accounts;
		this.audit = audit;
		this.matching = matching;
		this.events = events;
		this.clock = clock;
		this.relay = relay;
	}

	/** A page of the people who fit, for somebody who looks at it. */
	@Transactional(readOnly = true)
	MatchPage matches(long demandId, Actor actor, Weights weights, @Nullable Rotation rotation, int page, int size) {
		var demand = this.demands.entrusted(demandId, actor);
		var audience = audience(demand, actor);
		var shown = ranked(demand, audience, actor, weights, rotation, page, size);
		this.events.publishEvent(new MatchesShown(demandId, demand.version(), audience,
				shown.items()
						.stream()
						.map(item -> new MatchesShown.Place(item.card().id(), item.rank(),
								item.contributions()
										.stream()
										.collect(Collectors.toMap(ContributionView::criterion,
												ContributionView::value))))
						.toList()));
		return shown;
	}

	private MatchPage ranked(Demand demand, Audience audience, Actor actor, Weights weights,
			@Nullable Rotation rotation, int page, int size) {
		var standing = this.standings.of(demand, audience);
		var matches = present(standing, weights);
		var order = order(matches, rotation);
		var from = Math.min(order.size(), (page - 1) * size);
		var shown = order.subList(from, Math.min(order.size(), from + size));
		var people = this.experts.findable(shown.stream().map(placed -> placed.match().expertId()).toList());
		var cards = cards(people, viewer(actor, audience));
		var listed = this.shortlists.expertsOf(demand.id());
		var matching = this.matching.get();
		var reasons = this.reasons.of(shown.stream().map(Rotation.Placed::match).toList());
		var items = new ArrayList<MatchPage.MatchItem>();
		for (var i = 0; i < shown.size(); i++) {
			var match = shown.get(i).match();
			var card = cards.get(match.expertId());
			if (card != null) {
				items.add(new MatchPage.MatchItem(from + i + 1,
						(rotation != null) ? (Integer) shown.get(i).place() : null,
						match.score(), card, reasons.getOrDefault(match.expertId(), List.of()),
						matching.improvements(standing.asked().need(), match, matches, weights)
								.stream()
								.map(ImprovementView::of)
								.toList(),
						listed.contains(match.expertId())));
			}
		}
		var tally = standing.ranking().tally();
		return new MatchPage(items, matches.size(), page, size, tally.considered(), weights,
				standing.ranking().weights(),
				exclusions(standing.asked(), tally), standing.at(),
				(rotation != null) ? new MatchPage.Turns(rotation.seed(), rotation.band()) : null);
	}

	/** As {@link #matches}, for a file that leaves the platform; so it is taken down. */
	@Transactional
	MatchPage exported(long demandId, Actor actor, Weights weights, @Nullable Rotation rotation, int count) {
		var demand = this.demands.entrusted(demandId, actor);
		var page = ranked(demand, audience(demand, actor), actor, weights, rotation, 1, count);
		// Whoever doubts the file must be able to make it again: the usual weights may be others by then.
		var how = new LinkedHashMap<String, Object>();
		how.put("people", page.items().size());
		how.put("version", demand.version());
		how.put("weights", weights);
		if (rotation != null) {
			how.put("seed", rotation.seed());
			how.put("band", rotation.band());
		}
		this.audit.record("demand.matches-exported", "demand", demandId, null, how);
		return page;
	}

	/** How many people a form that is being filled in would find. */
	@Transactional(readOnly = true)
	MatchPreview preview(Actor actor, SaveDemand save) {
		var asked = this.reader.read(this.demands.unfinished(save));
		if (!asked.saysAnything()) {
			return MatchPreview.NOTHING_ASKED;
		}
		var tally = this.matching.get().preview(asked.need(),
				actor.isOfficer() ? Audience.MATCHED : Audience.REGISTERED);
		return new MatchPreview(tally.passing(), tally.considered(), exclusions(asked, tally));
	}

	/** The people on a shortlist, in the order in which they were added. */
	@Transactional(readOnly = true)
	Shortlist shortlist(long demandId, Actor actor) {
		var demand = this.demands.entrusted(demandId, actor);
		return shortlist(demand, actor);
	}

	/** As {@link #shortlist}, for a file that leaves the platform; so it is taken down. */
	@Transactional
	Shortlist exportedShortlist(long demandId, Actor actor) {
		var list = shortlist(this.demands.entrusted(demandId, actor), actor);
		this.audit.record("demand.shortlist-exported", "demand", demandId, null,
				Map.of("people", list.items().size()));
		return list;
	}

	private Shortlist shortlist(Demand demand, Actor actor) {
		var entries = this.shortlists.of(demand.id());
		var audience = audience(demand, actor);
		var standing = this.standings.of(demand, audience);
		var matches = present(standing, standing.ranking().weights());
		var ranks = new HashMap<Long, Integer>();
		for (var i = 0; i < matches.size(); i++) {
			ranks.put(matches.get(i).expertId(), i);
		}
		var authors = this.accounts
				.names(entries.stream().map(ShortlistTable.Entry::addedBy).filter(Objects::nonNull).toList());
		var fitting = entries.stream().map(ShortlistTable.Entry::expertId).filter(ranks::containsKey).toList();
		var others = entries.stream().map(ShortlistTable.Entry::expertId).filter(id -> !ranks.containsKey(id)).toList();
		var cards = new HashMap<>(cards(fitting, viewer(actor, audience)));
		// Whoever does not fit (any more) is shown as to any other reader.
		cards.putAll(cards(others, Viewer.of(actor)));
		var reasons = this.reasons.of(fitting.stream().map(ranks::get).map(matches::get).toList());
		return new Shortlist(entries.stream().map(entry -> {
			var rank = ranks.get(entry.expertId());
			var match = (rank != null) ? matches.get(rank) : null;
			return new Shortlist.ShortlistItem(entry.expertId(), cards.get(entry.expertId()), entry.note(),
					(entry.addedBy() != null) ? authors.get(entry.addedBy()) : null, entry.addedAt(),
					(rank != null) ? (Integer) (rank + 1) : null, (match != null) ? (Double) match.score() : null,
					(match != null) ? reasons.getOrDefault(match.expertId(), List.of()) : List.of());
		}).toList());
	}

	/** Puts somebody on the shortlist, or changes the note about them. */
	@Overtaken
	@Transactional
	void remember(long demandId, long expertId, String note, Actor actor) {
		var demand = this.demands.entrusted(demandId, actor);
		if (cards(List.of(expertId), viewer(actor, audience(demand, actor))).isEmpty()) {
			throw new NotFound("expert", expertId);
		}
		this.shortlists.put(demandId, expertId, note, actor.accountId(), this.clock.instant());
		this.audit.record("demand.shortlisted", "demand", demandId, null, Map.of("expert", expertId));
	}

	/** Takes somebody off the shortlist; whoever is not on it stays off. */
	@Transactional
	void forget(long demandId, long expertId, Actor actor) {
		this.demands.entrusted(demandId, actor);
		if (this.shortlists.remove(demandId, expertId)) {
			this.audit.record("demand.unlisted", "demand", demandId, Map.of("expert", expertId), null);
		}
	}

	/**
	 * What a reader of the ranking may see of the people: an owner whose need an official has published sees what those
	 * people show to their matches, since that is what they show it for.
	 */
	Audience audience(Demand demand, Actor actor) {
		return (actor.is(Role.CITY_OFFICER, Role.PROVINCIAL_OFFICER) || demand.state() == DemandState.PUBLISHED)
				? Audience.MATCHED
				: Audience.REGISTERED;
	}

	private static Viewer viewer(Actor actor, Audience audience) {
		return (audience == Audience.MATCHED) ? Viewer.of(actor).amongOwnMatches() : Viewer.of(actor);
	}

	/** Those who are published and available at this moment, whatever the index remembers. */
	List<Match> present(List<Match> matches) {
		var findable = this.experts.findable(matches.stream().map(Match::expertId).toList());
		return matches.stream().filter(match -> findable.contains(match.expertId())).toList();
	}

	/** The same for people whom the index knows as they are, but for those it has not yet followed. */
	private List<Match> present(Standings.Standing standing, Weights weights) {
		var ranking = weights.equals(standing.ranking().weights())
				? standing.ranking()
				: standing.ranking().reweighted(weights);
		var matches = ranking.matches();
		// Asked before the revision: what the index follows in between has another.
		var changed = this.relay.pendingAmong(SubjectKind.EXPERT, matches.stream().map(Match::expertId).toList());
		if (this.standings.overtaken(standing)) {
			return present(matches);
		}
		var findable = changed.isEmpty() ? Set.of() : this.experts.findable(changed);
		return matches.stream()
				.filter(match -> changed.contains(match.expertId())
						? findable.contains(match.expertId())
						: !match.facts().declines())
				.toList();
	}

	/** The order in which they are shown; with it, where each stands by points alone. */
	private static List<Rotation.Placed> order(List<Match> matches, @Nullable Rotation rotation) {
		return (rotation != null)
				? rotation.of(matches)
				: IntStream.range(0, matches.size())
						.mapToObj(place -> new Rotation.Placed(matches.get(place), place + 1))
						.toList();
	}

	private Map<Long, ExpertCard> cards(Collection<Long> ids, Viewer viewer) {
		return this.experts.cards(ids, viewer)
				.stream()
				.collect(Collectors.toMap(ExpertCard::id, Function.identity()));
	}

	private static List<MatchPage.Exclusion> exclusions(AskedNeed asked, Tally tally) {
		var exclusions = new ArrayList<MatchPage.Exclusion>();
		var musts = asked.musts();
		for (var i = 0; i < musts.size(); i++) {
			var must = musts.get(i);
			var cost = tally.musts().get(i);
			exclusions.add(new MatchPage.Exclusion(must.pointer(), ReasonViews.code(must.criterion()), must.code(),
					cost.excluded(), cost.alone()));
		}
		return exclusions;
	}

}
