package org.zhiqiao.platform.panel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.panel.PanelContent.Group;
import org.zhiqiao.platform.panel.PanelContent.Item;
import org.zhiqiao.platform.panel.PanelContent.Language;
import org.zhiqiao.platform.panel.PanelContent.Objection;
import org.zhiqiao.platform.panel.PanelContent.Party;
import org.zhiqiao.platform.panel.PanelContent.PartyRole;
import org.zhiqiao.platform.panel.PanelContent.Residence;
import org.zhiqiao.platform.panel.PanelContent.RuleSetting;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.taxonomy.Concepts;
import org.zhiqiao.platform.taxonomy.Scheme;
import org.zhiqiao.platform.taxonomy.Vocabulary;

/** Says what is wrong with a panel: every place at once. */
@Component
class PanelCheck {

	static final int TITLE = 200;

	static final int REASON = 2000;

	private static final int ITEMS = 50;

	private static final int GROUPS = 10;

	private static final int ENTRIES = 50;

	private static final int SEATS = 99;

	private final Vocabulary vocabulary;

	private final Concepts concepts;

	private final Organisations organisations;

	private final Experts experts;

	private final Accounts accounts;

	PanelCheck(Vocabulary vocabulary, Concepts concepts, Organisations organisations, Experts experts,
			Accounts accounts) {
		this.vocabulary = vocabulary;
		this.concepts = concepts;
		this.organisations = organisations;
		this.experts = experts;
		this.accounts = accounts;
	}

	/** @throws InvalidInput naming every wrong place */
	PanelContent content(SavePanel save, RulePack pack) {
		return new Reading(save, pack).content(true);
	}

	/** As {@link #content}, for a form that is still being filled in: only what is wrong counts, not what is missing. */
	PanelContent unfinished(SavePanel save, RulePack pack) {
		return new Reading(save, pack).content(false);
	}

	/**
	 * Who does what: four different people, each in a role that may, the two who draw in different roles.
	 * @throws InvalidInput naming every wrong place
	 */
	Map<Duty, Long> duties(SavePanel save, Actor organiser) {
		var wrong = new ArrayList<FieldError>();
		var duties = new EnumMap<Duty, Long>(Duty.class);
		duties.put(Duty.ORGANISER, organiser.accountId());
		var taken = new HashSet<>(Set.of(organiser.accountId()));
		var drawn = new HashSet<String>();
		var given = Objects.requireNonNullElse(save.duties(), Map.<Duty, Long>of());
		for (var duty : List.of(Duty.FIRST_DRAWER, Duty.SECOND_DRAWER, Duty.SUPERVISOR)) {
			var at = "/duties/" + name(duty);
			var account = given.get(duty);
			if (account == null) {
				continue;
			}
			var person = this.accounts.find(account).orElse(null);
			if (person == null) {
				wrong.add(new FieldError(at, "unknown-code", account));
			} else if (!duty.openTo(person.roles())) {
				wrong.add(new FieldError(at, "panel-duty-role"));
			} else if (!taken.add(account)) {
				wrong.add(new FieldError(at, "panel-duty-twice"));
			} else if (duty != Duty.SUPERVISOR && !drawn.add(Duty.drawsAs(person.roles()).name())) {
				wrong.add(new FieldError(at, "panel-duty-same-role"));
			} else {
				duties.put(duty, account);
			}
		}
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
		return duties;
	}

	private static String name(Duty duty) {
		return switch (duty) {
			case ORGANISER -> "organiser";
			case FIRST_DRAWER -> "firstDrawer";
			case SECOND_DRAWER -> "secondDrawer";
			case SUPERVISOR -> "supervisor";
		};
	}

	private final class Reading {

		private final SavePanel save;

		private final RulePack pack;

		private final List<FieldError> wrong = new ArrayList<>();

		private boolean whole = true;

		private Reading(SavePanel save, RulePack pack) {
			this.save = save;
			this.pack = pack;
		}

		private PanelContent content(boolean whole) {
			this.whole = whole;
			var title = text("/title", this.save.title(), TITLE, whole);
			var use = text("/use", this.save.use(), TITLE, whole);
			if (!use.isEmpty() && !PanelCheck.this.vocabulary.knows(Scheme.USES, use)) {
				this.wrong.add(new FieldError("/use", "unknown-code", use));
			}
			var rules = rules();
			var content = new PanelContent(title, use, items(), groups(), rules);
			var odd = rules.stream().filter(rule -> rule.code().equals("odd-number") && rule.on()).findFirst();
			if (whole && odd.isPresent()) {
				var least = Objects.requireNonNull(odd.get().number());
				if (content.seats() % 2 == 0 || content.seats() < least) {
					this.wrong.add(new FieldError("/groups", "panel-seats-odd", least, content.seats()));
				}
			}
			if (!this.wrong.isEmpty()) {
				throw new InvalidInput(this.wrong);
			}
			return content;
		}

		private List<Item> items() {
			var items = new ArrayList<Item>();
			var given = some("/items", this.save.items(), ITEMS);
			var numbers = new HashSet<Integer>();
			var next = given.stream()
					.filter(Objects::nonNull)
					.map(SavePanel.SaveItem::number)
					.filter(Objects::nonNull)
					.filter(number -> number <= ENTRIES * ITEMS)
					.mapToInt(Integer::intValue)
					.max()
					.orElse(0) + 1;
			for (var i = 0; i < given.size(); i++) {
				var item = given.get(i);
				var at = "/items/" + i;
				if (item == null) {
					this.wrong.add(new FieldError(at, "required"));
					continue;
				}
				var number = (item.number() != null && item.number() > 0 && item.number() <= ENTRIES * ITEMS
						&& numbers.add(item.number()))
								? item.number()
								: next++;
				items.add(new Item(number, text(at + "/title", item.title(), TITLE, this.whole),
						parties(at + "/parties", item.parties()), people(at + "/people", item.people()),
						codes(at + "/fields", item.fields(), PanelCheck.this.concepts::knows),
						objections(at + "/objections", item.objections())));
			}
			if (this.whole && given.isEmpty()) {
				this.wrong.add(new FieldError("/items", "required"));
			}
			return items;
		}

		private List<Party> parties(String at, @Nullable List<SavePanel.@Nullable SaveParty> given) {
			var parties = new ArrayList<Party>();
			var all = some(at, given, ENTRIES);
			for (var i = 0; i < all.size(); i++) {
				var party = all.get(i);
				var name = (party != null) ? text(at + "/" + i + "/name", party.name(), TITLE, false) : "";
				if (party == null || (party.organisation() == null && name.isEmpty())) {
					if (this.whole) {
						this.wrong.add(new FieldError(at + "/" + i + "/name", "required"));
					}
					continue;
				}
				if (party.organisation() != null
						&& PanelCheck.this.organisations.find(party.organisation()).isEmpty()) {
					this.wrong
							.add(new FieldError(at + "/" + i + "/organisation", "unknown-code", party.organisation()));
				}
				parties.add(new Party(Objects.requireNonNullElse(party.role(), PartyRole.APPLICANT),
						party.organisation(), name.isEmpty() ? null : name));
			}
			return parties;
		}

		private List<Long> people(String at, @Nullable List<@Nullable Long> given) {
			var all = some(at, given, ENTRIES);
			var known = new HashMap<Long, Long>();
			all.stream()
					.filter(Objects::nonNull)
					.forEach(id -> PanelCheck.this.experts.present(id).ifPresent(now -> known.put(id, now)));
			var people = new ArrayList<Long>();
			for (var i = 0; i < all.size(); i++) {
				var present = known.get(all.get(i));
				if (present == null) {
					this.wrong.add(new FieldError(at + "/" + i, "unknown-code", String.valueOf(all.get(i))));
				} else if (people.contains(present)) {
					this.wrong.add(new FieldError(at + "/" + i, "twice"));
				} else {
					people.add(present);
				}
			}
			return people;
		}

		private List<Objection> objections(String at, @Nullable List<SavePanel.@Nullable SaveObjection> given) {
			var objections = new ArrayList<Objection>();
			var all = some(at, given, ENTRIES);
			for (var i = 0; i < all.size(); i++) {
				var under = at + "/" + i;
				var objection = all.get(i);
				if (objection == null || objection.person() == null) {
					this.wrong.add(new FieldError(under + "/person", "required"));
					continue;
				}
				var person = PanelCheck.this.experts.present(objection.person());
				if (person.isEmpty()) {
					this.wrong.add(new FieldError(under + "/person", "unknown-code", objection.person()));
					continue;
				}
				var ruling = text(under + "/ruling", objection.ruling(), REASON, objection.upheld() != null);
				objections.add(new Objection(person.get(), text(under + "/by", objection.by(), TITLE, true),
						text(under + "/reason", objection.reason(), REASON, true), objection.upheld(),
						ruling.isEmpty() ? null : ruling));
			}
			return objections;
		}

		private List<Group> groups() {
			var groups = new ArrayList<Group>();
			var given = some("/groups", this.save.groups(), GROUPS);
			var names = new HashSet<String>();
			for (var i = 0; i < given.size(); i++) {
				var at = "/groups/" + i;
				var group = given.get(i);
				if (group == null) {
					this.wrong.add(new FieldError(at, "required"));
					continue;
				}
				var name = text(at + "/name", group.name(), TITLE, this.whole);
				if (!names.add(name) && !name.isEmpty()) {
					this.wrong.add(new FieldError(at + "/name", "twice"));
				}
				var seats = Objects.requireNonNullElse(group.seats(), 1);
				if (seats < 1) {
					this.wrong.add(new FieldError(at + "/seats", "at-least", 1));
				} else if (seats > SEATS) {
					this.wrong.add(new FieldError(at + "/seats", "at-most", SEATS));
				}
				groups.add(new Group(name, seats, Objects.requireNonNullElse(group.residence(), Residence.ANYWHERE),
						codes(at + "/fields", group.fields(), PanelCheck.this.concepts::knows),
						languages(at + "/languages", group.languages()), codes(at + "/countries", group.countries(),
								code -> PanelCheck.this.vocabulary.knows(Scheme.COUNTRIES, code))));
			}
			if (this.whole && given.isEmpty()) {
				this.wrong.add(new FieldError("/groups", "required"));
			}
			return groups;
		}

		private List<Language> languages(String at, @Nullable List<@Nullable Language> given) {
			var languages = new ArrayList<Language>();
			var all = some(at, given, ENTRIES);
			for (var i = 0; i < all.size(); i++) {
				var language = all.get(i);
				if (language == null || !PanelCheck.this.vocabulary.knows(Scheme.LANGUAGES, language.code())) {
					this.wrong.add(new FieldError(at + "/" + i + "/code", "unknown-code",
							(language != null) ? String.valueOf(language.code()) : ""));
				} else if (!PanelCheck.this.vocabulary.knows(Scheme.LANGUAGE_LEVELS, language.level())) {
					this.wrong.add(new FieldError(at + "/" + i + "/level", "unknown-code",
							String.valueOf(language.level())));
				} else {
					languages.add(language);
				}
			}
			return languages;
		}

		/** Every rule of the pack, as it was set or as it stands in the pack. */
		private List<RuleSetting> rules() {
			var given = some("/rules", this.save.rules(), ENTRIES);
			var set = new HashMap<String, Integer>();
			for (var i = 0; i < given.size(); i++) {
				var setting = given.get(i);
				if (setting == null
						|| this.pack.rules().stream().noneMatch(rule -> rule.code().equals(setting.code()))) {
					this.wrong.add(new FieldError("/rules/" + i + "/code", "unknown-code",
							(setting != null) ? String.valueOf(setting.code()) : ""));
				} else if (set.put(setting.code(), i) != null) {
					this.wrong.add(new FieldError("/rules/" + i + "/code", "twice"));
				}
			}
			var rules = new ArrayList<RuleSetting>();
			for (var rule : this.pack.rules()) {
				var at = set.get(rule.code());
				var setting = (at != null) ? given.get(at) : null;
				rules.add((setting != null)
						? rule("/rules/" + at, rule, setting)
						: new RuleSetting(rule.code(), rule.on(),
								(rule.number() != null) ? rule.number().value() : null,
								null));
			}
			return rules;
		}

		private RuleSetting rule(String at, RulePack.Rule rule, RuleSetting setting) {
			var parameter = rule.number();
			Integer number = null;
			if (parameter != null) {
				number = Objects.requireNonNullElse(setting.number(), parameter.value());
				if (number < parameter.least()) {
					this.wrong.add(new FieldError(at + "/number", "at-least", parameter.least()));
				} else if (number > parameter.most()) {
					this.wrong.add(new FieldError(at + "/number", "at-most", parameter.most()));
				}
			}
			var excused = this.whole && !setting.on() && rule.mark() == RulePack.Mark.LAW;
			var reason = text(at + "/reason", setting.reason(), REASON, excused);
			return new RuleSetting(rule.code(), setting.on(), number, reason.isEmpty() ? null : reason);
		}

		private List<String> codes(String at, @Nullable List<@Nullable String> given, Predicate<String> known) {
			var codes = new ArrayList<String>();
			var all = some(at, given, ENTRIES);
			for (var i = 0; i < all.size(); i++) {
				var code = all.get(i);
				if (code == null || !known.test(code)) {
					this.wrong.add(new FieldError(at + "/" + i, "unknown-code", String.valueOf(code)));
				} else if (codes.contains(code)) {
					this.wrong.add(new FieldError(at + "/" + i, "twice"));
				} else {
					codes.add(code);
				}
			}
			return codes;
		}

		private String text(String at, @Nullable String given, int longest, boolean required) {
			var text = (given != null) ? given.strip() : "";
			if (longest == TITLE) {
				// Such texts stand in one line, in lists whose lines are hashed.
				text = text.replaceAll("[\\s\\p{Cc}]+", " ").strip();
			}
			if (text.isEmpty() && required) {
				this.wrong.add(new FieldError(at, "required"));
			} else if (text.length() > longest) {
				this.wrong.add(new FieldError(at, "length-at-most", longest));
			}
			return text;
		}

		private <T extends @Nullable Object> List<T> some(String at, @Nullable List<T> given, int most) {
			if (given != null && given.size() > most) {
				this.wrong.add(new FieldError(at, "count-at-most", most));
				return given.subList(0, most);
			}
			return (given != null) ? given : List.of();
		}

	}

}
