package org.zhiqiao.platform.engagement;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.demand.Confidentiality;
import org.zhiqiao.platform.demand.Demand;
import org.zhiqiao.platform.demand.DemandCard;
import org.zhiqiao.platform.demand.DemandView;
import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.platform.engagement.Course.Feedback;
import org.zhiqiao.platform.engagement.Course.Stage;
import org.zhiqiao.platform.engagement.Course.Word;
import org.zhiqiao.platform.engagement.EngagementView.EngagementFeedback;
import org.zhiqiao.platform.engagement.EngagementView.EngagementMarks;
import org.zhiqiao.platform.engagement.EngagementView.EngagementStage;
import org.zhiqiao.platform.engagement.EngagementView.EngagementWord;
import org.zhiqiao.platform.expert.Candidate;
import org.zhiqiao.platform.expert.ExpertCard;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.expert.Viewer;
import org.zhiqiao.platform.problem.NotFound;

/** Decides who is which side of an engagement, and what each side and the officers see of it. */
@Component
class EngagementViews {

	/** After so long feedback is shown although the other side has given none. */
	static final Duration SEALED = Duration.ofDays(14);

	private final EngagementTable table;

	private final Demands demands;

	private final Experts experts;

	private final Accounts accounts;

	EngagementViews(EngagementTable table, Demands demands, Experts experts, Accounts accounts) {
		this.table = table;
		this.demands = demands;
		this.experts = experts;
		this.accounts = accounts;
	}

	/**
	 * On which side somebody stands; none for an officer.
	 * @throws NotFound if it does not concern them
	 */
	@Nullable
	Side side(Engagement one, Door door) {
		var actor = door.actor();
		if (actor == null) {
			return Side.PERSON;
		}
		var need = need(one);
		if (this.demands.owns(need, actor)) {
			return Side.OWNER;
		}
		if (person(actor).filter(own -> own == one.expertId()).isPresent()) {
			return Side.PERSON;
		}
		if (this.demands.answersFor(need, actor)) {
			return null;
		}
		throw new NotFound("engagement", one.id());
	}

	/** The profile of whoever signs in as an expert. */
	Optional<Long> person(Actor actor) {
		return actor.is(Role.EXPERT) ? this.experts.idOfAccount(actor.accountId()) : Optional.empty();
	}

	Demand need(Engagement one) {
		return this.demands.find(one.demandId()).orElseThrow(() -> new NotFound("engagement", one.id()));
	}

	EngagementView view(Engagement one, Door door, Instant now) {
		var side = side(one, door);
		var need = shownNeed(one, door, side);
		var card = card(one.expertId(), door, side).orElse(null);
		var confidential = need(one).content().confidentiality() == Confidentiality.CONFIDENTIAL;
		var title = need.map(DemandView::title).orElse(null);
		var stages = this.table.stages(one.id()).stream().map(stage -> stage(stage, side)).toList();
		if (side == null) {
			return new EngagementView(one.id(), one.version(), one.demandId(), one.expertId(), one.by(), one.state(),
					null, need.orElse(null), title, card, name(card), null, confidential, false,
					one.owner().at(), one.person().at(), one.exchangedAt(), null, null, null, null, null, null,
					List.of(), stages, EngagementFeedback.NONE, false, List.of(), one.createdAt(), one.updatedAt(),
					one.sample());
		}
		var feedback = feedback(this.table.feedback(one.id()), side, now);
		var own = one.consent(side).contact();
		var other = (one.exchangedAt() != null) ? one.consent(side.other()).contact() : null;
		var may = one.may(side);
		if (side == Side.OWNER && confidential && one.state().standing()) {
			may.add("disclose");
		}
		var asksFeedback = one.state().over() && feedback.own() == null;
		if (asksFeedback) {
			may.add("feedback");
		}
		return new EngagementView(one.id(), one.version(), one.demandId(), one.expertId(), one.by(), one.state(), side,
				need.orElse(null), title, card, name(card), one.message(), confidential,
				one.fullText(), one.owner().at(), one.person().at(), one.exchangedAt(), own, other,
				one.mayAgree(side) ? suggested(one, door) : null,
				(one.reason() != null) ? one.reason().code() : null, one.note(), one.endedBy(), words(one, side),
				stages, feedback, one.waitsFor(side) || asksFeedback, may, one.createdAt(), one.updatedAt(),
				one.sample());
	}

	/** Of one need, for its owner and, without what waits, for officers. */
	List<EngagementLine> ofNeed(List<Engagement> all, Side side, boolean owner, Actor reader) {
		var cards = cards(all, reader);
		var given = owner ? givenBy(side, all) : Set.<Long>of();
		return all.stream().map(one -> {
			var card = cards.get(one.expertId());
			return new EngagementLine(one.id(), one.demandId(), one.expertId(), one.by(), one.state(), null, card,
					name(card), owner && waits(one, side, given), one.createdAt(), one.updatedAt());
		}).toList();
	}

	/** Of one reader, on one side of each. */
	List<EngagementLine> ofReader(List<Engagement> all, Side side, Actor reader) {
		var needs = this.demands.cards(all.stream().map(Engagement::demandId).distinct().toList(), reader)
				.stream()
				.collect(Collectors.toMap(DemandCard::id, Function.identity()));
		var cards = (side == Side.OWNER) ? cards(all, reader) : Map.<Long, ExpertCard>of();
		var given = givenBy(side, all);
		return all.stream().map(one -> {
			var card = cards.get(one.expertId());
			return new EngagementLine(one.id(), one.demandId(), one.expertId(), one.by(), one.state(),
					needs.get(one.demandId()), card, (side == Side.OWNER) ? name(card) : null,
					waits(one, side, given), one.createdAt(), one.updatedAt());
		}).toList();
	}

	boolean waits(Engagement one, Side side, Set<Long> given) {
		return one.waitsFor(side) || (one.state().over() && !given.contains(one.id()));
	}

	Set<Long> givenBy(Side side, Collection<Engagement> all) {
		return this.table.feedbackBy(side,
				all.stream().filter(one -> one.state().over()).map(Engagement::id).toList());
	}

	private Optional<DemandView> shownNeed(Engagement one, Door door, @Nullable Side side) {
		var actor = door.actor();
		if (actor != null) {
			return this.demands.seen(one.demandId(), actor);
		}
		return (side == Side.PERSON && one.state().standing())
				? this.demands.viewAsGuest(one.demandId(), one.fullText())
				: Optional.empty();
	}

	private List<EngagementWord> words(Engagement one, Side side) {
		var words = this.table.words(one.id());
		// A side knows its own people by name; of the other it knows what was disclosed.
		var names = this.accounts.names(words.stream()
				.filter(word -> word.side() == side)
				.map(Word::account)
				.filter(Objects::nonNull)
				.collect(Collectors.toSet()));
		return words.stream()
				.map(word -> new EngagementWord(word.side(),
						(word.account() != null) ? names.get(word.account()) : null, word.words(), word.at()))
				.toList();
	}

	private static EngagementStage stage(Stage stage, @Nullable Side reader) {
		var shown = reader != null;
		return new EngagementStage(stage.state(), stage.on(), stage.correction(),
				(shown && stage.reason() != null) ? stage.reason().code() : null, shown ? stage.note() : null,
				shown ? stage.side() : null, stage.at());
	}

	static EngagementFeedback feedback(Map<Side, Feedback> given, Side side, Instant now) {
		var own = given.get(side);
		var other = given.get(side.other());
		var from = (other != null) ? other.at().plus(SEALED) : null;
		var shown = other != null && from != null && (own != null || !now.isBefore(from));
		return new EngagementFeedback(marks(own), shown ? marks(other) : null, other != null, shown ? null : from);
	}

	private static @Nullable EngagementMarks marks(@Nullable Feedback given) {
		return (given == null)
				? null
				: new EngagementMarks(given.communication(), given.reliability(), given.result(), given.words(),
						given.at());
	}

	private @Nullable EngagementContact suggested(Engagement one, Door door) {
		if (door.actor() != null) {
			return this.accounts.find(door.actor().accountId())
					.map(person -> new EngagementContact(person.displayName(), person.email(), null))
					.orElse(null);
		}
		return this.experts.reach(one.expertId())
				.map(Experts.Reach::email)
				.map(email -> new EngagementContact(candidateName(one.expertId()), email, null))
				.orElse(null);
	}

	/** Whoever wants to help is a match of the owner's; whoever was only invited is not. */
	private Optional<ExpertCard> card(long expert, Door door, @Nullable Side side) {
		var actor = door.actor();
		if (side == Side.PERSON || actor == null) {
			return Optional.empty();
		}
		return this.experts.cards(List.of(expert), Viewer.of(actor)).stream().findFirst();
	}

	private Map<Long, ExpertCard> cards(List<Engagement> all, Actor reader) {
		return this.experts.cards(all.stream().map(Engagement::expertId).distinct().toList(), Viewer.of(reader))
				.stream()
				.collect(Collectors.toMap(ExpertCard::id, Function.identity()));
	}

	private static @Nullable String name(@Nullable ExpertCard card) {
		return (card != null) ? card.names().any() : null;
	}

	private String candidateName(long expert) {
		return this.experts.candidates(List.of(expert))
				.stream()
				.map(Candidate::names)
				.map(names -> names.any())
				.findFirst()
				.orElse("");
	}

}
