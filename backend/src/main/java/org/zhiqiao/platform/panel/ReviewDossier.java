package org.zhiqiao.platform.panel;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.zhiqiao.platform.panel.Assessment.AssessmentMark;
import org.zhiqiao.platform.panel.Opinion.ItemOpinion;
import org.zhiqiao.platform.panel.ReviewMembers.Member;
import org.zhiqiao.platform.panel.ReviewResult.MemberMark;
import org.zhiqiao.platform.panel.RulePack.AssessmentCriterion;
import org.zhiqiao.platform.panel.dossier.Dossier.Person;
import org.zhiqiao.platform.panel.dossier.Reviewed;
import org.zhiqiao.platform.panel.dossier.Reviewed.Answered;
import org.zhiqiao.platform.panel.dossier.Reviewed.Appraisal;
import org.zhiqiao.platform.panel.dossier.Reviewed.Appraised;
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

	private final AssessmentTable assessments;

	private final RulePacks packs;

	private final Accounts accounts;

	private final Clock clock;

	ReviewDossier(ReviewReader reader, ReviewMembers members, InvitationTable invitations,
			PublicationTable publications, AssessmentTable assessments, RulePacks packs, Accounts accounts,
			Clock clock) {
		this.reader = reader;
		this.members = members;
		this.invitations = invitations;
		this.publications = publications;
		this.assessments = assessments;
		this.packs = packs;
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
					published(), appraisals());
		}

		private List<Appraised> appraisals() {
			var known = ReviewDossier.this.assessments.of(this.atHand.panel().id());
			return this.known.values()
					.stream()
					.filter(invitation -> known.containsKey(invitation.id()))
					.sorted(Comparator.comparingLong(Invitation::id))
					.map(invitation -> appraised(Objects.requireNonNull(known.get(invitation.id()))))
					.toList();
		}

		private Appraised appraised(Assessment one) {
			var contest = one.contest();
			var ruling = one.ruling();
			var criteria = ReviewDossier.this.packs.assessment(this.atHand.panel().rules()).criteria();
			var ruled = (ruling != null) ? ruling.marks() : List.<AssessmentMark>of();
			return new Appraised(person(one.invitation()),
					one.marks()
							.stream()
							.map(mark -> appraisal(mark, criteria, ruled))
							.toList(),
					Assessment.points(one.marks()), one.counted().isPresent() ? one.counted().getAsInt() : null,
					one.remark(), one.at(), (contest != null) ? contest.words() : null,
					(contest != null) ? contest.at() : null, (ruling != null) ? code(ruling.verdict()) : null,
					(ruling != null) ? ruling.reason() : null, (ruling != null) ? ruling.at() : null);
		}

		private static Appraisal appraisal(AssessmentMark mark, List<AssessmentCriterion> criteria,
				List<AssessmentMark> ruled) {
			var criterion = criteria.stream().filter(one -> one.code().equals(mark.criterion())).findFirst()
					.orElseThrow();
			var other = ruled.stream().filter(one -> one.criterion().equals(mark.criterion())).findFirst();
			return new Appraisal(mark.criterion(), criterion.name().zh(), criterion.name().en(), mark.points(),
					criterion.points(), mark.reason(), other.map(AssessmentMark::points).orElse(null),
					other.map(AssessmentMark::reason).orElse(null));
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
