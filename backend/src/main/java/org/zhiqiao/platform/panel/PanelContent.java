package org.zhiqiao.platform.panel;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a panel is for and who may sit on it.
 *
 * @param use a code of the vocabulary
 * @param items what is reviewed
 * @param groups who is sought, in the order in which they are drawn; somebody who fits several belongs to the first
 * @param rules one for each rule of the pack
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PanelContent(String title, String use, List<Item> items, List<Group> groups, List<RuleSetting> rules) {

	/** What people write for a third, in per cent. */
	private static final int THIRD = 33;

	private static final int LIFETIME = org.zhiqiao.platform.panel.conflict.RuleSetting.LIFETIME;

	PanelContent {
		items = List.copyOf(items);
		groups = List.copyOf(groups);
		rules = List.copyOf(rules);
	}

	/**
	 * Something under review.
	 *
	 * @param number tells it from the others of the panel, also after one was taken out
	 * @param people numbers of the applicants' people who have a profile
	 * @param fields codes of concepts
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Item(int number, String title, List<Party> parties, List<Long> people, List<String> fields,
			List<Objection> objections) {

		Item {
			parties = List.copyOf(parties);
			people = List.copyOf(people);
			fields = List.copyOf(fields);
			objections = List.copyOf(objections);
		}

	}

	/**
	 * An organisation that has a stake in an item.
	 *
	 * @param organisation its number, if it is a registered one; else it has a name
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Party(PartyRole role, @Nullable Long organisation, @Nullable String name) {

	}

	enum PartyRole {

		@JsonProperty("applicant")
		APPLICANT, @JsonProperty("partner")
		PARTNER

	}

	/** A party does not want somebody on the panel. What came of it is the organiser's to say, with the reason. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Objection(long person, String by, String reason, @Nullable Boolean upheld, @Nullable String ruling) {

	}

	/**
	 * Seats for people of one kind.
	 *
	 * @param fields any of them, or one narrower
	 * @param languages any of them, at the level or above
	 * @param countries any of them (ISO 3166-1 alpha-2)
	 */
	record Group(String name, int seats, Residence residence, List<String> fields, List<Language> languages,
			List<String> countries) {

		Group {
			fields = List.copyOf(fields);
			languages = List.copyOf(languages);
			countries = List.copyOf(countries);
		}

	}

	/** Where somebody lives. */
	enum Residence {

		@JsonProperty("anywhere")
		ANYWHERE, @JsonProperty("home")
		HOME, @JsonProperty("overseas")
		OVERSEAS

	}

	/**
	 * @param code BCP 47
	 * @param level CEFR or {@code native}
	 */
	record Language(String code, String level) {

	}

	/**
	 * How a rule is set for this panel.
	 *
	 * @param number in the unit of the rule, if it has one
	 * @param reason why it is off, if it stands in a law
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record RuleSetting(String code, boolean on, @Nullable Integer number, @Nullable String reason) {

	}

	int seats() {
		return this.groups.stream().mapToInt(Group::seats).sum();
	}

	private Map<String, RuleSetting> settings() {
		return this.rules.stream().collect(Collectors.toMap(RuleSetting::code, Function.identity()));
	}

	/** Whether a rule is on; one that the pack does not know is not. */
	boolean on(String rule) {
		var setting = settings().get(rule);
		return setting != null && setting.on();
	}

	/** The number of a rule that has one and is on. */
	int number(String rule) {
		var setting = settings().get(rule);
		if (setting == null || setting.number() == null) {
			throw new IllegalStateException("Rule " + rule + " has no number");
		}
		return setting.number();
	}

	/** How many years a rule looks back; one without a number as far as anything is known. */
	int years(String rule) {
		var setting = settings().get(rule);
		return (setting != null && setting.number() != null)
				? setting.number()
				: LIFETIME;
	}

	/** How many people of one legal person at most. A single one is always possible. */
	int mostOfOneOrganisation() {
		if (!on("one-legal-person")) {
			return seats();
		}
		var percent = number("one-legal-person");
		return Math.max(1, (percent == THIRD) ? seats() / 3 : seats() * percent / 100);
	}

}
