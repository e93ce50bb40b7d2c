package org.zhiqiao.platform.panel.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.moment.Moments;

/**
 * All that is on file about a panel at a moment. Written as JSON it is {@code dossier.json}, in the order of the components.
 * Codes are those of the API.
 *
 * @param panel its number
 * @param state the state of the last draw or direct choice, or {@code none}
 * @param lastAt when something last happened to it
 * @param keepUntil the day until which it has to be kept
 * @param rulePack the version of the rules
 * @param pool as it was when the dossier was made; what a draw went by is in its list
 * @param declarations what candidates declared before anybody was chosen
 * @param findings as known when the dossier was made, by the numbers of the people
 * @param pastRulings on ties that are not, or differently, known any more
 * @param draws the void ones too, the first one first
 * @param choices direct choices, also those that were refused, withdrawn or void; numbered together with the draws
 * @param review none if none was set up
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Dossier(long panel, String title, Term use, String state, Instant exportedAt, Instant createdAt,
		Instant lastAt, LocalDate keepUntil, int rulePack, List<Group> groups, List<Rule> rules, List<Duty> duties,
		List<Item> items, Pool pool, Declared declarations, List<Tied> findings, List<PastRuling> pastRulings,
		List<Drawing> draws, List<Choice> choices, @Nullable Reviewed review) {

	/** Years for which a dossier is kept: at least fifteen (政府采购法 §42). */
	private static final int KEPT = 15;

	public Dossier {
		groups = List.copyOf(groups);
		rules = List.copyOf(rules);
		duties = List.copyOf(duties);
		items = List.copyOf(items);
		findings = List.copyOf(findings);
		pastRulings = List.copyOf(pastRulings);
		draws = List.copyOf(draws);
		choices = List.copyOf(choices);
	}

	/** Until when to keep what last changed at a moment. */
	public static LocalDate keepUntil(Instant lastAt) {
		return LocalDate.ofInstant(lastAt, Moments.HERE).plusYears(KEPT);
	}

	/** A code with its name. */
	public record Term(String code, String zh, String en) {

	}

	/**
	 * Seats for people of one kind.
	 *
	 * @param residence {@code anywhere}, {@code home} or {@code overseas}
	 * @param languages with the level that is asked for
	 */
	public record Group(String name, int seats, String residence, List<Term> fields, List<Term> languages,
			List<Term> countries) {

	}

	/**
	 * A rule as it is set.
	 *
	 * @param mark {@code law}, {@code practice} or {@code ours}
	 * @param reason why it is off
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Rule(String code, String zh, String en, boolean on, @Nullable Integer number, @Nullable String unit,
			String mark, String basis, @Nullable String reason) {

	}

	/**
	 * What an officer does for the panel.
	 *
	 * @param name none if nobody has the duty, or their account is gone
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Duty(String duty, @Nullable String name) {

	}

	/**
	 * Somebody with a profile.
	 *
	 * @param organisation the legal person
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Person(long number, String name, @Nullable String organisation) {

	}

	/** Something under review. */
	public record Item(int number, String title, List<Party> parties, List<Person> people, List<Term> fields,
			List<Objection> objections) {

	}

	/**
	 * An organisation that has a stake in an item.
	 *
	 * @param role {@code applicant} or {@code partner}
	 */
	public record Party(String role, String name) {

	}

	/**
	 * A party does not want somebody on the panel.
	 *
	 * @param upheld none while nobody has ruled
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Objection(Person person, String by, String reason, @Nullable Boolean upheld,
			@Nullable String ruling) {

	}

	/**
	 * The people there are, in numbers.
	 *
	 * @param people who were looked at
	 * @param eligible who could take a seat
	 * @param seatable how many seats can be taken at once
	 * @param excluded everybody who was looked at and could not take a seat
	 */
	public record Pool(int people, long eligible, int seats, int seatable, int mostOfOneOrganisation,
			List<PoolGroup> groups, List<Excluded> excluded) {

		public Pool {
			groups = List.copyOf(groups);
			excluded = List.copyOf(excluded);
		}

	}

	/**
	 * The people there are for a group.
	 *
	 * @param highestChance of whoever is likeliest to be drawn
	 */
	public record PoolGroup(String name, int seats, int people, int wanted, long organisations, double highestChance,
			List<Cost> costs) {

	}

	/**
	 * What a condition costs.
	 *
	 * @param alone whom nothing else keeps away
	 */
	public record Cost(String obstacle, int people, int alone) {

	}

	/** Somebody with what they have to do with the parties. */
	public record Tied(Person person, List<Finding> findings) {

	}

	/**
	 * A tie to a party or its people.
	 *
	 * @param severity {@code hard}, {@code soft} or {@code information}
	 * @param item its number
	 * @param known how it is known
	 * @param note in somebody's own words
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Finding(String rule, String severity, long item, @Nullable Integer count, String known,
			@Nullable String note, List<Step> path, @Nullable Ruling ruling) {

	}

	/**
	 * A thing on the path of a tie.
	 *
	 * @param link what leads here from the step before; none at the start
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Step(String kind, String text, @Nullable String link, @Nullable Integer from,
			@Nullable Integer to) {

	}

	/**
	 * What the organiser decided on a tie.
	 *
	 * @param by none once the account is gone
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Ruling(boolean mayServe, String reason, @Nullable String by, Instant at) {

	}

	/**
	 * A decision on a tie that is no longer known as it was.
	 *
	 * @param rule the code of the rule that had found it, if that is on file
	 * @param item the number of the item that it was about
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record PastRuling(Person person, @Nullable String rule, @Nullable Long item, Ruling ruling) {

	}

	/**
	 * A draw.
	 *
	 * @param transcript the file in which it can be drawn again
	 * @param apart who on the list was known not to belong on the same panel when it was frozen
	 * @param excluded everybody who was looked at and could not be drawn
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Drawing(int number, String state, Instant openedAt, List<Officer> officers,
			@Nullable Instant frozenAt, @Nullable String listHash, @Nullable String seed, @Nullable String seal,
			@Nullable String transcript, @Nullable Voiding voiding, List<Stratum> strata, List<Apart> apart,
			List<Excluded> excluded, List<Invited> invitations) {

	}

	/**
	 * Two who are tied to each other.
	 *
	 * @param kind {@code family}, {@code financial} or {@code supervision}
	 */
	public record Apart(Person one, Person other, String kind) {

	}

	/**
	 * Members who were chosen directly, or were to be.
	 *
	 * @param state in which it is, as the API names it
	 * @param reason why a draw did not do
	 * @param decidedBy who approved, refused or withdrew it; none if nobody has, or their account is gone
	 * @param words of whoever decided
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Choice(int number, String state, String reason, @Nullable String proposedBy, Instant proposedAt,
			@Nullable String decidedBy, @Nullable Instant decidedAt, @Nullable String words, Proof proof,
			List<ChosenGroup> groups, @Nullable Voiding voiding, List<Invited> invitations) {

	}

	/**
	 * What the solver said when it was proposed.
	 *
	 * @param value what the panel is worth, in points
	 * @param best what the best panel that was found is worth
	 * @param gap how much more any panel could be worth, relative to this one
	 * @param proven whether it is certain that no panel is worth more than the best that was found
	 */
	public record Proof(double value, double best, double gap, boolean proven, int candidates, long milliseconds) {

	}

	/**
	 * Seats of one kind.
	 *
	 * @param alternates who follows, in this order
	 */
	public record ChosenGroup(String name, int seats, List<ChosenPerson> members, List<ChosenPerson> alternates) {

	}

	/**
	 * Somebody who was to sit or to follow.
	 *
	 * @param fit how well they know the items, from 0 to 100
	 * @param adds points that the panel would lose without a member, or with an alternate in the place of one
	 */
	public record ChosenPerson(Person person, double fit, double adds) {

	}

	/**
	 * Somebody who was asked to take a seat; whoever was asked for the same seat later took their place.
	 *
	 * @param seat from 1 within its stratum
	 * @param state {@code open}, {@code accepted}, {@code declined}, {@code expired}, {@code dropped-out} or {@code revoked}
	 * @param declaredAt when they declared that they have no conflict of interest
	 * @param reason why they do not come
	 * @param replaces who had the seat before them
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Invited(String stratum, int seat, Person person, String state, Instant invitedAt, Instant answerBy,
			@Nullable Instant declaredAt, @Nullable Instant endedAt, @Nullable String reason, @Nullable String note,
			@Nullable Person replaces) {

	}

	/**
	 * One of the two who drew.
	 *
	 * @param role as which they drew
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Officer(String name, String role, @Nullable String commitment, @Nullable Instant committedAt,
			@Nullable Instant revealedAt) {

	}

	/**
	 * What was drawn from a group.
	 *
	 * @param people how many could be drawn
	 * @param reserves the next ones in the order of the draw; all of them are in the transcript
	 */
	public record Stratum(String name, int seats, int people, List<Person> members, List<Person> reserves) {

	}

	/**
	 * Somebody who was looked at and could not be drawn.
	 *
	 * @param reasons codes of obstacles and of rules on conflicts
	 */
	public record Excluded(long number, String name, List<String> reasons) {

	}

	/**
	 * Why a draw does not count, and who says so.
	 *
	 * @param approvedBy none while nobody has decided
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Voiding(String reason, @Nullable String askedBy, Instant askedAt, @Nullable String approvedBy,
			@Nullable Instant approvedAt) {

	}

}
