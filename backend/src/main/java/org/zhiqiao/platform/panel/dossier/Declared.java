package org.zhiqiao.platform.panel.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.panel.dossier.Dossier.Person;

/**
 * What candidates declared before anybody was chosen.
 *
 * @param required whether only those could be chosen who had declared
 * @param askings the times when candidates were asked, the first one first
 * @param people everybody who was asked, by their numbers
 * @param standing ties that hold for all panels, or that an officer noted for this one, as far as they touch this one
 */
public record Declared(boolean required, List<Round> askings, List<Asked> people, List<Standing> standing) {

	public Declared {
		askings = List.copyOf(askings);
		people = List.copyOf(people);
		standing = List.copyOf(standing);
	}

	/**
	 * A time when candidates were asked.
	 *
	 * @param by none once the account is gone
	 * @param message the organiser's words
	 * @param confidential numbers of the items whose titles were not told
	 * @param people how many were asked
	 * @param mailed how many could be written to
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Round(int number, Instant at, @Nullable String by, Instant answerBy, @Nullable String message,
			List<Integer> confidential, int people, int mailed) {

	}

	/**
	 * Somebody who was asked.
	 *
	 * @param asking the last time they were, by its number
	 * @param state {@code asked}, {@code noConflict}, {@code ties}, {@code unwilling} or {@code outdated}
	 * @param answers the first one first; the last one holds
	 */
	public record Asked(Person person, int asking, Instant askedAt, String state, List<Answer> answers) {

		public Asked {
			answers = List.copyOf(answers);
		}

	}

	/**
	 * What somebody answered.
	 *
	 * @param ofItemsAsTheyAre whether it is about the items and parties as they stand in this dossier
	 * @param ties none if they have none, or do not want to serve
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Answer(Instant at, boolean unwilling, @Nullable String note, boolean ofItemsAsTheyAre,
			List<Told> ties) {

	}

	/**
	 * A tie to an item or to one of its parties.
	 *
	 * @param item its number
	 * @param party none if the tie is to the item itself
	 * @param kind {@code family}, {@code financial}, {@code supervision} or {@code other}
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Told(int item, @Nullable String party, String kind, @Nullable String words) {

	}

	/**
	 * A tie that is not told for one panel alone.
	 *
	 * @param kind as in an answer, or {@code supervisor} or {@code student} of a doctoral thesis
	 * @param other somebody with a profile
	 * @param otherName somebody without one
	 * @param since the first year
	 * @param until the last year
	 * @param noted if an officer heard of it, and not the person declared it
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Standing(Person person, String kind, @Nullable Person other, @Nullable String otherName,
			@Nullable String organisation, @Nullable Integer since, @Nullable Integer until, @Nullable String words,
			Instant declaredAt, @Nullable Noted noted) {

	}

	/**
	 * Where an officer has a tie from.
	 *
	 * @param by none once the account is gone
	 * @param contest what the person says against it
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Noted(@Nullable String by, String source, @Nullable String contest, @Nullable Instant contestedAt) {

	}

	/** When something happened that concerns this panel. */
	public Stream<Instant> moments() {
		return Stream
				.of(this.askings.stream().map(Round::at),
						this.people.stream().flatMap(one -> one.answers().stream()).map(Answer::at),
						this.standing.stream()
								.filter(one -> one.noted() != null)
								.flatMap(one -> Stream.of(one.declaredAt(),
										Objects.requireNonNull(one.noted()).contestedAt())))
				.flatMap(moments -> moments)
				.filter(Objects::nonNull);
	}

}
