package org.zhiqiao.platform.panel.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.panel.dossier.Dossier.Person;

/**
 * How a panel reviewed, and what came of it.
 *
 * @param state {@code prepared}, {@code open}, {@code closed}, {@code signing}, {@code proposed} or {@code settled}
 * @param members whose opinions count, by their seats
 * @param voided what those said who have lost their seats
 * @param outcomes item by item; empty while members still give points
 * @param minutes all that were given out, the first ones first
 * @param settleRefusal why the supervisor did not approve the last time
 * @param published none while nobody may know who sat on the panel
 * @param appraisals of how members served; empty as long as nobody was assessed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reviewed(String state, List<Criterion> criteria, String instructions, Instant due,
		@Nullable Instant openedAt, @Nullable Instant closedAt, List<Judge> members, List<Judge> voided,
		List<Outcome> outcomes, List<Protocol> minutes, @Nullable String settleAskedBy,
		@Nullable Instant settleAskedAt, @Nullable String settleRefusal, @Nullable String settledBy,
		@Nullable Instant settledAt, @Nullable Published published, List<Appraised> appraisals) {

	public Reviewed {
		criteria = List.copyOf(criteria);
		members = List.copyOf(members);
		voided = List.copyOf(voided);
		outcomes = List.copyOf(outcomes);
		minutes = List.copyOf(minutes);
		appraisals = List.copyOf(appraisals);
	}

	/** Something to give points for, numbered from 1 by its place. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Criterion(@Nullable String zh, @Nullable String en, int points, int weight) {

	}

	/**
	 * A member with what they said.
	 *
	 * @param number as the minutes call them; 0 if they have lost their seat
	 * @param selection {@code drawn} or {@code direct}
	 * @param recused numbers of the items that they might not judge
	 * @param ended why they are no member any more
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Judge(int number, Person person, String selection, @Nullable Instant signedAt,
			List<Integer> recused, List<Judgement> opinion, @Nullable Ended ended) {

	}

	/**
	 * What somebody said about an item.
	 *
	 * @param points by the number of the criterion
	 * @param mark on a scale of 100; none if points are missing
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Judgement(int item, Map<Integer, Double> points, @Nullable Double mark, String comment) {

	}

	/**
	 * How a seat was lost.
	 *
	 * @param state of the invitation
	 * @param reason a code, if they said one
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Ended(String state, @Nullable Instant at, @Nullable String reason, @Nullable String note) {

	}

	/**
	 * What came of an item, on a scale of 100.
	 *
	 * @param criteria means, in their order
	 * @param outliers numbers of members whose marks are more than 20 away from the median of the others
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Outcome(int item, int reviews, @Nullable Integer rank, @Nullable Double mean, @Nullable Double least,
			@Nullable Double greatest, @Nullable Double deviation, List<Double> criteria, List<Integer> outliers) {

	}

	/** Minutes with the conclusion on each item and what each member said to them. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Protocol(int number, List<Concluded> conclusions, String text, Instant givenAt, Instant signBy,
			@Nullable Instant withdrawnAt, @Nullable String withdrawnReason, List<Answered> answers) {

	}

	/**
	 * What the panel says of an item.
	 *
	 * @param verdict {@code recommended}, {@code with-changes} or {@code not-recommended}
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Concluded(int item, @Nullable String verdict, String words) {

	}

	/**
	 * What a member said to the minutes.
	 *
	 * @param answer {@code waiting}, {@code signed}, {@code dissent}, or {@code silent}, which counts as agreeing
	 * @param dissent exactly as it was written
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Answered(Person person, String answer, @Nullable String dissent, @Nullable Instant at) {

	}

	/**
	 * The list as everybody may read it.
	 *
	 * @param by none once the account is gone
	 * @param basis the statutes by which it is published
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Published(Instant at, @Nullable String by, List<String> basis, List<Listed> members) {

		public Published {
			basis = List.copyOf(basis);
			members = List.copyOf(members);
		}

	}

	/**
	 * A member on the list.
	 *
	 * @param name none once the person was erased
	 * @param selection {@code drawn} or {@code direct}
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Listed(@Nullable String name, @Nullable String organisation, String selection) {

	}

	/**
	 * How somebody served, as the organiser saw it.
	 *
	 * @param points of all criteria together, as they were given first
	 * @param counted what counts towards the person's credit; none while it is contested, or if it was set aside
	 * @param contest what the person had against it
	 * @param ruling {@code upheld}, {@code changed} or {@code set-aside}
	 * @param rulingReason what the supervisor said
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Appraised(Person person, List<Appraisal> marks, int points, @Nullable Integer counted, String remark,
			Instant at, @Nullable String contest, @Nullable Instant contestedAt, @Nullable String ruling,
			@Nullable String rulingReason, @Nullable Instant ruledAt) {

		public Appraised {
			marks = List.copyOf(marks);
		}

	}

	/**
	 * Points for a criterion.
	 *
	 * @param ruled what the supervisor gave instead
	 * @param ruledReason why
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Appraisal(String criterion, @Nullable String zh, @Nullable String en, int points, int most,
			String reason, @Nullable Integer ruled, @Nullable String ruledReason) {

	}

	/** When something happened. */
	public Stream<Instant> moments() {
		return Stream
				.of(Stream.of(this.openedAt, this.closedAt, this.settleAskedAt, this.settledAt,
						(this.published != null) ? this.published.at() : null),
						Stream.concat(this.members.stream(), this.voided.stream()).map(Judge::signedAt),
						this.appraisals.stream()
								.flatMap(one -> Stream.of(one.at(), one.contestedAt(), one.ruledAt())),
						this.minutes.stream()
								.flatMap(one -> Stream.concat(Stream.of(one.givenAt(), one.withdrawnAt()),
										one.answers().stream().map(Answered::at))))
				.flatMap(moments -> moments)
				.filter(Objects::nonNull);
	}

}
