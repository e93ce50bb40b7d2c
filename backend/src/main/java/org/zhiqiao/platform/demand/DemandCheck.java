package org.zhiqiao.platform.demand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.taxonomy.Concepts;
import org.zhiqiao.platform.taxonomy.Scheme;
import org.zhiqiao.platform.taxonomy.Vocabulary;

/**
 * Says what is wrong with a need: when it is saved, what is unreadable or unknown; when it is submitted, also what is
 * missing.
 */
@Component
class DemandCheck {

	static final int TITLE = 200;

	static final int DESCRIPTION = 20_000;

	static final int DESCRIPTION_AT_LEAST = 20;

	static final int REASON = 2000;

	private static final int WORDS = 200;

	private static final int ENTRIES = 20;

	private static final int LARGEST_BUDGET = 10_000_000;

	private static final Set<String> TEXT_LANGUAGES = Set.of("zh", "en");

	private final Vocabulary vocabulary;

	private final Concepts concepts;

	private final Regions regions;

	DemandCheck(Vocabulary vocabulary, Concepts concepts, Regions regions) {
		this.vocabulary = vocabulary;
		this.concepts = concepts;
		this.regions = regions;
	}

	/**
	 * The content that a form sent, if all of it is right so far.
	 * @throws InvalidInput naming every wrong place
	 */
	DemandContent saved(SaveDemand save) {
		return new Reading(save).content(true);
	}

	/** As {@link #saved}, for a form that is still being filled in: kind and title may be missing too. */
	DemandContent unfinished(SaveDemand save) {
		return new Reading(save).content(false);
	}

	/**
	 * Stops a need that cannot be reviewed yet.
	 * @throws InvalidInput naming what is missing
	 */
	void complete(DemandContent content, LocalDate today) {
		var wrong = new ArrayList<FieldError>();
		if (content.description().isBlank()) {
			wrong.add(new FieldError("/description", "required"));
		} else if (content.description().length() < DESCRIPTION_AT_LEAST) {
			wrong.add(new FieldError("/description", "length-at-least", DESCRIPTION_AT_LEAST));
		}
		if (content.language() == null) {
			wrong.add(new FieldError("/language", "required"));
		}
		if (content.confidentiality() == null) {
			wrong.add(new FieldError("/confidentiality", "required"));
		}
		if (content.domains().isEmpty()) {
			wrong.add(new FieldError("/domains", "demand-domain-missing"));
		}
		var deadline = content.deadline();
		if (deadline != null && deadline.isBefore(today)) {
			wrong.add(new FieldError("/deadline", "future"));
		}
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
	}

	private final class Reading {

		private final SaveDemand save;

		private final List<FieldError> wrong = new ArrayList<>();

		private Reading(SaveDemand save) {
			this.save = save;
		}

		private DemandContent content(boolean named) {
			if (named) {
				required("/kind", this.save.kind());
				required("/title", this.save.title());
			}
			known("/kind", Scheme.DEMAND_KINDS, this.save.kind());
			atMost("/title", this.save.title(), TITLE);
			atMost("/description", this.save.description(), DESCRIPTION);
			if (this.save.language() != null && !TEXT_LANGUAGES.contains(this.save.language())) {
				unknown("/language", this.save.language());
			}
			known("/city", Scheme.CITIES, this.save.city());
			var industries = industries();
			var domains = domains();
			var countries = countries();
			var languages = languages();
			var competences = competences();
			budget();
			var confidentiality = confidentiality();
			if (!this.wrong.isEmpty()) {
				throw new InvalidInput(this.wrong);
			}
			return new DemandContent(Objects.requireNonNullElse(this.save.kind(), ""),
					Objects.requireNonNullElse(this.save.title(), ""),
					Objects.requireNonNullElse(this.save.description(), ""), this.save.language(), this.save.city(),
					industries, domains, countries, languages, competences, this.save.budget(), this.save.deadline(),
					confidentiality);
		}

		private List<String> industries() {
			counted("/industries", this.save.industries());
			var seen = new HashSet<String>();
			for (var i = 0; i < this.save.industries().size(); i++) {
				var pointer = "/industries/" + i;
				var code = this.save.industries().get(i);
				known(pointer, Scheme.INDUSTRIES, code);
				once(pointer, code, seen);
			}
			return this.save.industries();
		}

		private List<AskedDomain> domains() {
			counted("/domains", this.save.domains());
			var seen = new HashSet<String>();
			var asked = new ArrayList<AskedDomain>();
			for (var i = 0; i < this.save.domains().size(); i++) {
				var pointer = "/domains/" + i;
				var sought = this.save.domains().get(i);
				either(pointer, sought.code(), "code", sought.text(), "text");
				if (sought.code() != null && !DemandCheck.this.concepts.knows(sought.code())) {
					unknown(pointer + "/code", sought.code());
				}
				atMost(pointer + "/text", sought.text(), WORDS);
				once(pointer, sought.code() + "|" + sought.text(), seen);
				asked.add(new AskedDomain(sought.code(), sought.text(), must(pointer, sought.must()),
						weight(pointer, sought.weight())));
			}
			return asked;
		}

		private List<AskedCountry> countries() {
			counted("/countries", this.save.countries());
			var seen = new HashSet<String>();
			var asked = new ArrayList<AskedCountry>();
			for (var i = 0; i < this.save.countries().size(); i++) {
				var pointer = "/countries/" + i;
				var sought = this.save.countries().get(i);
				either(pointer, sought.code(), "code", sought.region(), "region");
				known(pointer + "/code", Scheme.COUNTRIES, sought.code());
				region(pointer + "/region", sought.region());
				known(pointer + "/kind", Scheme.COUNTRY_EXPERIENCE_KINDS, sought.kind());
				once(pointer, sought.code() + "|" + sought.region() + "|" + sought.kind(), seen);
				asked.add(new AskedCountry(sought.code(), sought.region(), sought.kind(),
						must(pointer, sought.must()), weight(pointer, sought.weight())));
			}
			return asked;
		}

		/** A region whose countries nobody has listed would match nobody, without anybody noticing. */
		private void region(String pointer, @Nullable String region) {
			if (region == null) {
				return;
			}
			if (!DemandCheck.this.vocabulary.knows(Scheme.REGIONS, region)) {
				unknown(pointer, region);
			} else if (DemandCheck.this.regions.countries(region).isEmpty()) {
				this.wrong.add(new FieldError(pointer, "demand-region-open"));
			}
		}

		private List<AskedLanguage> languages() {
			counted("/languages", this.save.languages());
			var seen = new HashSet<String>();
			var asked = new ArrayList<AskedLanguage>();
			for (var i = 0; i < this.save.languages().size(); i++) {
				var pointer = "/languages/" + i;
				var sought = this.save.languages().get(i);
				var code = required(pointer + "/code", sought.code());
				var level = required(pointer + "/level", sought.level());
				known(pointer + "/code", Scheme.LANGUAGES, sought.code());
				known(pointer + "/level", Scheme.LANGUAGE_LEVELS, sought.level());
				once(pointer, code, seen);
				asked.add(new AskedLanguage(code, level, must(pointer, sought.must()),
						weight(pointer, sought.weight())));
			}
			return asked;
		}

		private List<AskedCompetence> competences() {
			counted("/competences", this.save.competences());
			var seen = new HashSet<String>();
			var asked = new ArrayList<AskedCompetence>();
			for (var i = 0; i < this.save.competences().size(); i++) {
				var pointer = "/competences/" + i;
				var sought = this.save.competences().get(i);
				var code = required(pointer + "/code", sought.code());
				known(pointer + "/code", Scheme.COMPETENCES, sought.code());
				once(pointer, code, seen);
				asked.add(new AskedCompetence(code, must(pointer, sought.must()), weight(pointer, sought.weight())));
			}
			return asked;
		}

		private void budget() {
			var budget = this.save.budget();
			if (budget == null) {
				return;
			}
			amount("/budget/min", budget.min());
			amount("/budget/max", budget.max());
			if (budget.min() != null && budget.max() != null && budget.min() > budget.max()) {
				this.wrong.add(new FieldError("/budget/max", "at-least", budget.min()));
			}
		}

		private void amount(String pointer, @Nullable Integer amount) {
			if (amount != null && amount < 0) {
				this.wrong.add(new FieldError(pointer, "at-least", 0));
			} else if (amount != null && amount > LARGEST_BUDGET) {
				this.wrong.add(new FieldError(pointer, "at-most", LARGEST_BUDGET));
			}
		}

		private @Nullable Confidentiality confidentiality() {
			var code = this.save.confidentiality();
			if (code == null) {
				return null;
			}
			var known = Confidentiality.of(code);
			if (known.isEmpty()) {
				unknown("/confidentiality", code);
			}
			return known.orElse(null);
		}

		private String required(String pointer, @Nullable String value) {
			if (value == null) {
				this.wrong.add(new FieldError(pointer, "required"));
				return "";
			}
			return value;
		}

		private void either(String pointer, @Nullable String one, String oneName, @Nullable String other,
				String otherName) {
			if (one == null && other == null) {
				this.wrong.add(new FieldError(pointer + "/" + oneName, "required"));
			} else if (one != null && other != null) {
				this.wrong.add(new FieldError(pointer + "/" + otherName, "not-wanted"));
			}
		}

		private void known(String pointer, Scheme scheme, @Nullable String code) {
			if (code != null && !DemandCheck.this.vocabulary.knows(scheme, code)) {
				unknown(pointer, code);
			}
		}

		private void unknown(String pointer, String code) {
			var shown = (code.length() > 60) ? code.substring(0, 60) + "…" : code;
			this.wrong.add(new FieldError(pointer, "unknown-code", shown));
		}

		private void once(String pointer, String key, Set<String> seen) {
			if (!seen.add(key)) {
				this.wrong.add(new FieldError(pointer, "twice"));
			}
		}

		private void atMost(String pointer, @Nullable String text, int length) {
			if (text != null && text.length() > length) {
				this.wrong.add(new FieldError(pointer, "length-at-most", length));
			}
		}

		private void counted(String pointer, List<?> list) {
			if (list.size() > ENTRIES) {
				this.wrong.add(new FieldError(pointer, "count-at-most", ENTRIES));
			}
		}

		private boolean must(String pointer, @Nullable Boolean must) {
			if (must == null) {
				this.wrong.add(new FieldError(pointer + "/must", "required"));
				return false;
			}
			return must;
		}

		private int weight(String pointer, @Nullable Integer weight) {
			if (weight == null) {
				this.wrong.add(new FieldError(pointer + "/weight", "required"));
				return 1;
			}
			if (weight < 1) {
				this.wrong.add(new FieldError(pointer + "/weight", "at-least", 1));
			} else if (weight > 5) {
				this.wrong.add(new FieldError(pointer + "/weight", "at-most", 5));
			}
			return weight;
		}

	}

}
