package org.zhiqiao.platform.panel;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.panel.Minutes.Signature;
import org.zhiqiao.platform.panel.ReviewMembers.Member;
import org.zhiqiao.platform.panel.ReviewMembers.Members;
import org.zhiqiao.platform.panel.ReviewResult.ItemResult;
import org.zhiqiao.platform.panel.ReviewView.Answer;
import org.zhiqiao.platform.panel.ReviewView.MemberAnswer;
import org.zhiqiao.platform.panel.ReviewView.MemberReview;
import org.zhiqiao.platform.panel.ReviewView.MinutesView;
import org.zhiqiao.platform.panel.ReviewView.Progress;
import org.zhiqiao.platform.panel.ReviewView.ReviewStep;
import org.zhiqiao.platform.panel.ReviewView.Settlement;
import org.zhiqiao.platform.panel.ReviewView.VoidOpinion;

/** Gathers what there is about a review. */
@Component
class ReviewReader {

	private final ReviewTable reviews;

	private final OpinionTable opinions;

	private final MinutesTable minutes;

	private final InvitationTable invitations;

	private final PublicationTable publications;

	private final ReviewMembers members;

	private final CriteriaTemplates templates;

	private final Accounts accounts;

	private final Clock clock;

	ReviewReader(ReviewTable reviews, OpinionTable opinions, MinutesTable minutes, InvitationTable invitations,
			PublicationTable publications, ReviewMembers members, CriteriaTemplates templates, Accounts accounts,
			Clock clock) {
		this.reviews = reviews;
		this.opinions = opinions;
		this.minutes = minutes;
		this.invitations = invitations;
		this.publications = publications;
		this.members = members;
		this.templates = templates;
		this.accounts = accounts;
		this.clock = clock;
	}

	/** None as long as nothing was saved. */
	Optional<ReviewAtHand> atHand(Panel panel) {
		return this.reviews.find(panel.id()).map(review -> new ReviewAtHand(panel, review, this.members.of(panel),
				this.opinions.of(panel.id()).stream().collect(Collectors.toMap(Opinion::invitation,
						Function.identity())),
				this.minutes.of(panel.id())));
	}

	ReviewView view(Panel panel, Actor actor) {
		var atHand = atHand(panel).orElse(null);
		if (atHand == null) {
			var people = this.members.of(panel);
			return new ReviewView(panel.id(), 0, null, this.templates.of(panel.content().use()), "", null, false,
					new Reading(panel, people, Map.of(), List.of()).members(false), people.waiting().size(),
					people.uninvited() + people.vacant(), List.of(), null, false, List.of(), "", List.of(), null, null,
					(people.draw() != null && organises(panel, actor)) ? List.of(ReviewStep.SET_UP) : List.of());
		}
		var review = atHand.review();
		var people = atHand.members();
		var over = atHand.over(this.clock.instant());
		var reading = new Reading(panel, people, atHand.opinions(), atHand.minutes());
		return new ReviewView(panel.id(), review.version(), review.stage(), review.setup().criteria(),
				review.setup().instructions(), review.due(), !atHand.opinions().isEmpty(), reading.members(over),
				people.waiting().size(), people.uninvited() + people.vacant(), reading.voided(),
				over ? results(atHand) : null, atHand.changed(), review.conclusion().items(),
				review.conclusion().minutes(), reading.minutes(this.clock.instant()), settlement(review),
				this.publications.publishedAt(panel.id()).orElse(null), may(atHand, actor));
	}

	/** As they were settled; before, as they count now. */
	static List<ItemResult> results(ReviewAtHand atHand) {
		var settled = (atHand.review().settledAt() != null) ? atHand.standing() : Optional.<Minutes>empty();
		return settled.map(Minutes::counted).orElseGet(atHand::counted).result().items();
	}

	private @Nullable Settlement settlement(Review review) {
		if (review.settleAskedAt() == null && review.settleRefusal() == null) {
			return null;
		}
		var names = this.accounts.names(
				Stream.of(review.settleAskedBy(), review.settledBy()).filter(Objects::nonNull).toList());
		return new Settlement(name(names, review.settleAskedBy()), review.settleAskedAt(), review.settleRefusal(),
				name(names, review.settledBy()), review.settledAt());
	}

	private static @Nullable String name(Map<Long, String> names, @Nullable Long account) {
		return (account != null) ? names.getOrDefault(account, "#" + account) : null;
	}

	static boolean organises(Panel panel, Actor actor) {
		return panel.has(Duty.ORGANISER, actor.accountId()) && Duty.ORGANISER.openTo(actor.roles());
	}

	static boolean supervises(Panel panel, Actor actor) {
		return panel.has(Duty.SUPERVISOR, actor.accountId()) && Duty.SUPERVISOR.openTo(actor.roles());
	}

	private List<ReviewStep> may(ReviewAtHand atHand, Actor actor) {
		var may = new ArrayList<ReviewStep>();
		var panel = atHand.panel();
		var now = this.clock.instant();
		var draw = atHand.members().draw();
		if (organises(panel, actor) && draw != null && !draw.inDoubt()) {
			switch (atHand.review().stage()) {
				case PREPARED -> {
					may.add(ReviewStep.SET_UP);
					if (!atHand.members().seated().isEmpty()) {
						may.add(ReviewStep.OPEN);
					}
				}
				case OPEN -> {
					may.add(ReviewStep.SET_UP);
					if (atHand.over(now)) {
						may.add(ReviewStep.CLOSE);
					}
				}
				case CLOSED -> may.addAll(List.of(ReviewStep.CONCLUDE, ReviewStep.GIVE_OUT, ReviewStep.REOPEN));
				case SIGNING -> {
					may.add(ReviewStep.WITHDRAW);
					if (!atHand.changed() && atHand.standing().map(minutes -> minutes.answered(now)).orElse(false)) {
						may.add(ReviewStep.PROPOSE);
					}
				}
				case PROPOSED -> {
					// The supervisor has it.
				}
				case SETTLED -> {
					if (this.publications.publishedAt(panel.id()).isEmpty()) {
						may.add(ReviewStep.PUBLISH);
					}
				}
			}
		}
		if (supervises(panel, actor) && atHand.review().stage() == ReviewStage.PROPOSED) {
			may.add(ReviewStep.DECIDE);
		}
		return may;
	}

	/** One panel, with the names of all who had a seat. */
	private final class Reading {

		private final Members people;

		private final Map<Long, Opinion> opinions;

		private final List<Minutes> given;

		/** By the numbers of the invitations. */
		private final Map<Long, Invitation> known = new HashMap<>();

		private final Map<Long, String> names;

		private Reading(Panel panel, Members people, Map<Long, Opinion> opinions, List<Minutes> given) {
			this.people = people;
			this.opinions = opinions;
			this.given = given;
			people.seated().forEach(member -> this.known.put(member.invitation().id(), member.invitation()));
			people.gone().forEach(invitation -> this.known.put(invitation.id(), invitation));
			given.stream()
					.flatMap(minutes -> minutes.counted().members().stream())
					.filter(id -> !this.known.containsKey(id))
					.forEach(id -> ReviewReader.this.invitations.find(id)
							.ifPresent(invitation -> this.known.put(id, invitation)));
			this.names = ReviewReader.this.members.names(panel,
					this.known.values().stream().map(Invitation::expert).toList());
		}

		private String name(long invitation) {
			var found = this.known.get(invitation);
			return (found != null) ? this.names.getOrDefault(found.expert(), "#" + found.expert()) : "#" + invitation;
		}

		private List<MemberReview> members(boolean told) {
			return this.people.seated().stream().map(member -> member(member, told)).toList();
		}

		private MemberReview member(Member member, boolean told) {
			var invitation = member.invitation();
			var opinion = this.opinions.get(invitation.id());
			return new MemberReview(invitation.id(), member.number(), invitation.expert(), name(invitation.id()),
					member.stratum(), member.selection(),
					(opinion == null) ? Progress.NONE : opinion.signed() ? Progress.SIGNED : Progress.DRAFT,
					(opinion != null) ? opinion.savedAt() : null, (opinion != null) ? opinion.signedAt() : null,
					member.recused().stream().sorted().toList(),
					(told && opinion != null && opinion.signed()) ? opinion.content().items() : List.of());
		}

		private List<VoidOpinion> voided() {
			return this.people.gone()
					.stream()
					.filter(invitation -> this.opinions.containsKey(invitation.id()))
					.map(invitation -> {
						var refusal = invitation.refusal();
						var opinion = Objects.requireNonNull(this.opinions.get(invitation.id()));
						return new VoidOpinion(invitation.id(), name(invitation.id()), opinion.signed(),
								invitation.state(), invitation.endedAt(), (refusal != null) ? refusal.reason() : null,
								(refusal != null) ? refusal.note() : null);
					})
					.toList();
		}

		private List<MinutesView> minutes(Instant now) {
			return this.given.stream().map(minutes -> {
				var answers = new ArrayList<MemberAnswer>();
				for (var member : minutes.counted().members()) {
					var signature = minutes.of(member).orElse(null);
					answers.add(new MemberAnswer(answers.size() + 1, name(member), answer(minutes, signature, now),
							(signature != null) ? signature.dissent() : null,
							(signature != null) ? signature.at() : null));
				}
				return new MinutesView(minutes.number(), minutes.content().items(), minutes.content().minutes(),
						minutes.givenAt(), minutes.signBy(), minutes.withdrawnAt(), minutes.withdrawnReason(),
						answers);
			}).toList();
		}

	}

	/** What a member says to minutes, or what their silence means. */
	static Answer answer(Minutes minutes, @Nullable Signature signature, Instant now) {
		if (signature != null) {
			return (signature.dissent() != null) ? Answer.DISSENT : Answer.SIGNED;
		}
		var end = (minutes.withdrawnAt() != null) ? minutes.withdrawnAt() : now;
		return end.isBefore(minutes.signBy()) ? Answer.WAITING : Answer.SILENT;
	}

}
