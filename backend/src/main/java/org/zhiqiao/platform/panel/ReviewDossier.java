package org.zhiqiao.platform.panel;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.panel.Opinion.ItemOpinion;
import org.zhiqiao.platform.panel.ReviewMembers.Member;
import org.zhiqiao.platform.panel.ReviewResult.MemberMark;
import org.zhiqiao.platform.panel.dossier.Dossier.Person;
import org.zhiqiao.platform.panel.dossier.Reviewed;
import org.zhiqiao.platform.panel.dossier.Reviewed.Answered;
import org.zhiqiao.platform.panel.dossier.Reviewed.Concluded;
import org.zhiqiao.platform.panel.dossier.Reviewed.Ended;
import org.zhiqiao.platform.panel.dossier.Reviewed.Judge;
import org.zhiqiao.platform.panel.dossier.Reviewed.Judgement;
import org.zhiqiao.platform.panel.dossier.Reviewed.Listed;
import org.zhiqiao.platform.panel.dossier.Reviewed.Outcome;
import org.zhiqiao.platform.panel.dossier.Reviewed.Protocol;
import org.zhiqiao.platform.panel.dossier.Reviewed.Published;
import org.zhiqiao.platform.problem.Texts;

/** Tells a dossier how a panel reviewed. As long as members give points it does not tell which. */
@Component
class ReviewDossier {

	private final ReviewReader reader;

	private final ReviewMembers members;

	private final InvitationTable invitations;

	private final PublicationTable publications;

	private final Accounts accounts;

	private final Clock clock;

	ReviewDossier(ReviewReader reader, ReviewMembers members, InvitationTable invitations,
			PublicationTable publications, Accounts accounts, Clock clock) {
		this.reader = reader;
		this.members = members;
		this.invitations = invitations;
		this.publications = publications;
		this.accounts = accounts;
		this.clock = clock;
	}

	/** None if none was set up. */
	@Nullable
	Reviewed of(Panel panel) {
		return this.reader.atHand(panel).map(atHand -> new Reading(atHand).reviewed()).orElse(null);
	}

	private final class Reading {

		private final ReviewAtHand atHand;

		private final boolean over;

		private final Map<Long, Invitation> known;

		private final Map<Long, String> names;

		private Reading(ReviewAtHand atHand) {
			this.atHand = atHand;
			this.over = atHand.over(ReviewDossier.this.clock.instant());
			this.known = Stream
					.of(atHand.members().seated().stream().map(Member::invitation),
							atHand.members().gone().stream(),
							atHand.minutes()
									.stream()
									.flatMap(minutes -> minutes.counted().members().stream())
									.flatMap(id -> ReviewDossier.this.invitations.find(id).stream()))
					.flatMap(Function.identity())
					.collect(Collectors.toMap(Invitation::id, Function.identity(), (one, _) -> one));
			this.names = ReviewDossier.this.members.names(atHand.panel(),
					this.known.values().stream().map(Invitation::expert).toList());
		}

		private Reviewed reviewed() {
			var review = this.atHand.review();
			var officers = ReviewDossier.this.accounts.names(
					Stream.of(review.settleAskedBy(), review.settledBy()).filter(Objects::nonNull).toList());
			return new Reviewed(review.stage().name().toLowerCase(Locale.ROOT),
					review.setup()
							.criteria()
							.stream()
							.map(one -> new Reviewed.Criterion(one.name().zh(), one.name().en(), one.points(),
									one.weight()))
							.toList(),
					review.setup().instructions(), review.due(), review.openedAt(), review.closedAt(),
					this.atHand.members().seated().stream().map(this::judge).toList(), voided(), outcomes(), minutes(),
					(review.settleAskedBy() != null) ? officers.get(review.settleAskedBy()) : null,
					review.settleAskedAt(), review.settleRefusal(),
					(review.settledBy() != null) ? officers.get(review.settledBy()) : null, review.settledAt(),
					published());
		}

		private @Nullable Published published() {
			var table = ReviewDossier.this.publications;
			return table.find(this.atHand.panel().id())
					.map(list -> new Published(list.publishedAt(), publisher(list.panel()), list.basis(),
							list.members()
									.stream()
									.map(member -> new Listed(member.name(),
											(member.organisation() != null)
													? member.organisation().in(Texts.FIRST)
													: null,
											code(member.selection())))
									.toList()))
					.orElse(null);
		}

		private @Nullable String publisher(long panel) {
			var account = ReviewDossier.this.publications.publishedBy(panel);
			return ReviewDossier.this.accounts.names(List.of(account)).get(account);
		}

		private Person person(long invitation) {
			var found = Objects.requireNonNull(this.known.get(invitation));
			return new Person(found.expert(), this.names.getOrDefault(found.expert(), "#" + found.expert()), null);
		}

		private Judge judge(Member member) {
			var id = member.invitation().id();
			var opinion = this.atHand.opinions().get(id);
			return new Judge(member.number(), person(id), selection(member.invitation()),
					(opinion != null) ? opinion.signedAt() : null, member.recused().stream().sorted().toList(),
					(this.over && opinion != null && opinion.signed()) ? judgements(opinion) : List.of(), null);
		}

		private String selection(Invitation invitation) {
			return ReviewDossier.this.members.selection(invitation).name().toLowerCase(Locale.ROOT);
		}

		private List<Judgement> judgements(Opinion opinion) {
			return opinion.content().items().stream().map(this::judgement).toList();
		}

		private Judgement judgement(ItemOpinion one) {
			var setup = this.atHand.review().setup();
			return new Judgement(one.item(), one.points(),
					(one.points().size() == setup.criteria().size()) ? ReviewResult.mark(setup, one.points()) : null,
					one.comment());
		}

		private List<Judge> voided() {
			var voided = new ArrayList<Judge>();
			for (var invitation : this.atHand.members().gone()) {
				var opinion = this.atHand.opinions().get(invitation.id());
				if (opinion != null) {
					var refusal = invitation.refusal();
					voided.add(
							new Judge(0, person(invitation.id()), selection(invitation), opinion.signedAt(), List.of(),
									this.over ? judgements(opinion) : List.of(),
									new Ended(code(invitation.state()), invitation.endedAt(),
											(refusal != null) ? code(refusal.reason()) : null,
											(refusal != null) ? refusal.note() : null)));
				}
			}
			return voided;
		}

		private List<Outcome> outcomes() {
			if (!this.over) {
				return List.of();
			}
			var numbers = this.atHand.members()
					.seated()
					.stream()
					.collect(Collectors.toMap(member -> member.invitation().id(), Member::number));
			return ReviewReader.results(this.atHand)
					.stream()
					.map(one -> new Outcome(one.item(), one.marks().size(), one.rank(), one.mean(), one.least(),
							one.greatest(), one.deviation(), one.criteria(),
							one.marks()
									.stream()
									.filter(MemberMark::outlier)
									.map(mark -> numbers.getOrDefault(mark.member(), 0))
									.toList()))
					.toList();
		}

		private List<Protocol> minutes() {
			var now = ReviewDossier.this.clock.instant();
			return this.atHand.minutes()
					.stream()
					.map(minutes -> new Protocol(minutes.number(),
							minutes.content()
									.items()
									.stream()
									.map(one -> new Concluded(one.item(),
											(one.verdict() != null) ? code(one.verdict()) : null, one.words()))
									.toList(),
							minutes.content().minutes(), minutes.givenAt(), minutes.signBy(), minutes.withdrawnAt(),
							minutes.withdrawnReason(), minutes.counted().members().stream().map(member -> {
								var signature = minutes.of(member).orElse(null);
								return new Answered(person(member),
										code(ReviewReader.answer(minutes, signature, now)),
										(signature != null) ? signature.dissent() : null,
										(signature != null) ? signature.at() : null);
							}).toList()))
					.toList();
		}

		private static String code(Enum<?> constant) {
			return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
