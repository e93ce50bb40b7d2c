package org.zhiqiao.platform.panel;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.panel.InvitationLetter.LetterItem;
import org.zhiqiao.platform.panel.Minutes.Signature;
import org.zhiqiao.platform.panel.Opinion.OpinionContent;
import org.zhiqiao.platform.panel.ReviewSheet.SheetItem;
import org.zhiqiao.platform.panel.ReviewSheet.SheetMinutes;
import org.zhiqiao.platform.panel.ReviewSheet.SheetResult;
import org.zhiqiao.platform.panel.ReviewSheet.SheetState;
import org.zhiqiao.platform.panel.SaveReview.SaveOpinion;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.InvalidState;

/** A review for its members, who come with an account or with the link of a mail. */
@Service
class OpinionService {

	private final InvitationService letters;

	private final PanelTable panels;

	private final ReviewTable reviews;

	private final OpinionTable opinions;

	private final MinutesTable minutes;

	private final ReviewMembers members;

	private final OpinionRounds rounds;

	private final Clock clock;

	OpinionService(InvitationService letters, PanelTable panels, ReviewTable reviews, OpinionTable opinions,
			MinutesTable minutes, ReviewMembers members, OpinionRounds rounds, Clock clock) {
		this.letters = letters;
		this.panels = panels;
		this.reviews = reviews;
		this.opinions = opinions;
		this.minutes = minutes;
		this.members = members;
		this.rounds = rounds;
		this.clock = clock;
	}

	// What an answer is about is looked up before its transaction begins: that one has to take hold of the panel before it
	// reads, or it would read what was there before another step.

	ReviewSheet find(long id, Actor actor) {
		return sheet(this.letters.own(id, actor));
	}

	ReviewSheet find(String token) {
		return sheet(this.letters.opened(token));
	}

	ReviewSheet save(long id, int version, SaveOpinion save, boolean sign, Actor actor) {
		var invitation = this.letters.own(id, actor);
		this.rounds.save(invitation.panel(), id, invitation.expert(), version, save, sign);
		return find(id, actor);
	}

	ReviewSheet save(String token, int version, SaveOpinion save, boolean sign) {
		var invitation = this.letters.opened(token);
		this.rounds.save(invitation.panel(), invitation.id(), null, version, save, sign);
		return find(token);
	}

	ReviewSheet answer(long id, int number, @Nullable String dissent, Actor actor) {
		var invitation = this.letters.own(id, actor);
		this.rounds.answer(invitation.panel(), id, invitation.expert(), number, words(dissent));
		return find(id, actor);
	}

	ReviewSheet answer(String token, int number, @Nullable String dissent) {
		var invitation = this.letters.opened(token);
		this.rounds.answer(invitation.panel(), invitation.id(), null, number, words(dissent));
		return find(token);
	}

	/** Kept exactly as it was written; an empty one is none. */
	private static @Nullable String words(@Nullable String dissent) {
		if (dissent == null) {
			return null;
		}
		if (dissent.isBlank()) {
			throw new InvalidInput("/dissent", "required");
		}
		return dissent;
	}

	private ReviewSheet sheet(Invitation invitation) {
		if (invitation.state() != InvitationState.ACCEPTED) {
			throw new InvalidState("panel-invitation", invitation.state().word(), "review-read");
		}
		var panel = this.panels.find(invitation.panel()).orElseThrow();
		var review = this.reviews.find(panel.id()).filter(one -> one.openedAt() != null).orElse(null);
		var recused = this.members.recusals(panel, Set.of(invitation.expert()))
				.getOrDefault(invitation.expert(), Set.of());
		var items = items(panel, recused);
		var zone = this.letters.timeZone(invitation);
		if (review == null) {
			return new ReviewSheet(invitation.id(), SheetState.WAITING, panel.content().use(), items, List.of(), "",
					null, zone, 0, List.of(), null, null, false, null);
		}
		var opinion = this.opinions.find(invitation.id()).orElse(null);
		var takes = review.takesOpinions(this.clock.instant());
		var signed = opinion != null && opinion.signed();
		return new ReviewSheet(invitation.id(),
				signed ? SheetState.SIGNED : takes ? SheetState.OPEN : SheetState.OVER, panel.content().use(), items,
				review.setup().criteria(), review.setup().instructions(), review.due(), zone,
				(opinion != null) ? opinion.version() : 0,
				((opinion != null) ? opinion.content() : OpinionContent.NONE).items(),
				(opinion != null) ? opinion.savedAt() : null, (opinion != null) ? opinion.signedAt() : null,
				takes && !signed, minutes(review, invitation));
	}

	private List<SheetItem> items(Panel panel, Set<Integer> recused) {
		var letters = this.letters.items(panel.content());
		var items = new ArrayList<SheetItem>();
		for (var i = 0; i < letters.size(); i++) {
			LetterItem letter = letters.get(i);
			var number = panel.content().items().get(i).number();
			items.add(new SheetItem(number, letter.title(), letter.parties(), recused.contains(number)));
		}
		return items;
	}

	private @Nullable SheetMinutes minutes(Review review, Invitation invitation) {
		var given = this.minutes.standing(review.panel())
				.filter(one -> one.counted().members().contains(invitation.id()))
				.orElse(null);
		if (given == null) {
			return null;
		}
		var signature = given.of(invitation.id()).orElse(null);
		return new SheetMinutes(given.number(), given.content().items(),
				given.counted()
						.result()
						.items()
						.stream()
						.map(one -> new SheetResult(one.item(), one.marks().size(), one.mean(), one.least(),
								one.greatest(), one.rank()))
						.toList(),
				given.content().minutes(), given.signBy(),
				signature == null && review.stage() == ReviewStage.SIGNING
						&& this.clock.instant().isBefore(given.signBy()),
				at(signature), (signature != null) ? signature.dissent() : null, review.settledAt());
	}

	private static @Nullable Instant at(@Nullable Signature signature) {
		return (signature != null) ? signature.at() : null;
	}

}
