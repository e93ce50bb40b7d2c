package org.zhiqiao.platform.cooperation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.organisation.Organisation;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.platform.taxonomy.Concepts;
import org.zhiqiao.platform.taxonomy.Scheme;
import org.zhiqiao.platform.taxonomy.Vocabulary;

/** Says what is wrong with a project or a base: when it is saved, what cannot be; when it is submitted, also what is missing. */
@Component
class CooperationCheck {

	static final int REMARKS = 2000;

	private static final int TITLE = 300;

	private static final int NOTE = 5000;

	private static final int ENTRIES = 30;

	static final int REFERENCE = 80;

	private static final int MOST_PEOPLE = 1_000_000;

	private static final int FIRST_YEAR = 1950;

	private static final int AHEAD = 20;

	private static final int MOST_FUNDING = 10_000_000;

	private static final List<String> LEVELS = List.of("national", "provincial");

	private final Vocabulary vocabulary;

	private final Concepts concepts;

	private final Organisations organisations;

	private final Experts experts;

	private final Clock clock;

	CooperationCheck(Vocabulary vocabulary, Concepts concepts, Organisations organisations, Experts experts,
			Clock clock) {
		this.vocabulary = vocabulary;
		this.concepts = concepts;
		this.organisations = organisations;
		this.experts = experts;
		this.clock = clock;
	}

	/**
	 * The content that a form sent.
	 * @param unseen people who take part and whom the form was not told of
	 * @throws InvalidInput naming every wrong place
	 */
	CooperationContent saved(SaveCooperation save, List<Long> unseen) {
		var wrong = new ArrayList<FieldError>();
		var kind = CooperationKind.of(Objects.requireNonNullElse(save.kind(), ""));
		if (kind.isEmpty()) {
			wrong.add((save.kind() == null)
					? new FieldError("/kind", "required")
					: new FieldError("/kind", "unknown-code", shortened(save.kind())));
		}
		var title = Objects.requireNonNullElse(save.title(), Bilingual.NONE);
		var zh = line(title.zh());
		var en = line(title.en());
		if (zh == null && en == null) {
			wrong.add(new FieldError("/title", "required"));
		}
		atMost("/title/zh", zh, TITLE, wrong);
		atMost("/title/en", en, TITLE, wrong);
		var host = organisation("/host", save.host(), wrong);
		code("/hostKind", Scheme.HOST_KINDS, save.hostKind(), wrong);
		code("/city", Scheme.CITIES, save.city(), wrong);
		code("/channel", Scheme.CHANNELS, save.channel(), wrong);
		code("/programme", Scheme.PROGRAMMES, save.programme(), wrong);
		code("/baseType", Scheme.BASE_TYPES, save.baseType(), wrong);
		if (save.baseLevel() != null && !LEVELS.contains(save.baseLevel())) {
			wrong.add(new FieldError("/baseLevel", "unknown-code", shortened(save.baseLevel())));
		}
		codes("/industries", Scheme.INDUSTRIES, save.industries(), wrong);
		codes("/countries", Scheme.COUNTRIES, save.countries(), wrong);
		counted("/domains", save.domains(), wrong);
		for (var i = 0; i < save.domains().size(); i++) {
			if (!this.concepts.knows(save.domains().get(i))) {
				wrong.add(new FieldError("/domains/" + i, "unknown-code", shortened(save.domains().get(i))));
			}
		}
		var partners = partners(save.partners(), wrong);
		people(save.people(), wrong);
		years(save, wrong);
		if (save.funding() != null && (save.funding() < 0 || save.funding() > MOST_FUNDING)) {
			wrong.add(new FieldError("/funding", (save.funding() < 0) ? "at-least" : "at-most",
					(save.funding() < 0) ? 0 : MOST_FUNDING));
		}
		atMost("/theme", save.theme(), TITLE, wrong);
		atMost("/note", save.note(), NOTE, wrong);
		atMost("/reference", save.reference(), REFERENCE, wrong);
		var occasion = Objects.requireNonNullElse(save.occasion(), Occasion.NONE);
		kind.filter(CooperationKind::occasion).ifPresent(one -> occasion(one, occasion, wrong));
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
		return content(save, kind.orElseThrow(), new Bilingual(zh, en), host, partners,
				Stream.concat(save.people().stream(), unseen.stream()).distinct().toList());
	}

	private static CooperationContent content(SaveCooperation save, CooperationKind kind, Bilingual title,
			@Nullable Organisation host, List<Long> partners, List<Long> people) {
		var base = kind == CooperationKind.BASE;
		var occasion = kind.occasion() ? Objects.requireNonNullElse(save.occasion(), Occasion.NONE) : null;
		return new CooperationContent(kind, title, (host != null) ? host.id() : null,
				given(save.hostKind()).orElse((host != null) ? host.hostKind() : null),
				given(save.city()).orElse((host != null) ? host.city() : null), save.industries(), save.domains(),
				save.countries(), partners, people, (occasion != null) ? year(occasion.from()) : save.fromYear(),
				(occasion != null) ? lastYear(occasion) : save.toYear(), save.funding(),
				given(save.channel()).orElse(null), given(save.programme()).orElse(null),
				base ? given(save.baseType()).orElse(null) : null,
				base ? given(save.baseLevel()).orElse(null) : null, base ? line(save.theme()) : null,
				given(save.note()).map(String::strip).orElse(null), occasion, line(save.reference()));
	}

	private static @Nullable Integer year(@Nullable LocalDate day) {
		return (day != null) ? (Integer) day.getYear() : null;
	}

	/** A programme that has no last day goes on; an event took one day. */
	private static @Nullable Integer lastYear(Occasion occasion) {
		var open = occasion.to() == null && "talent".equals(occasion.form());
		return open ? null : year((occasion.to() != null) ? occasion.to() : occasion.from());
	}

	private void occasion(CooperationKind kind, Occasion occasion, List<FieldError> wrong) {
		var form = occasion.form();
		if (given(form).isPresent() && !kind.forms().contains(form)) {
			wrong.add(new FieldError("/occasion/form", "unknown-code", shortened(Objects.requireNonNull(form))));
		}
		var last = Year.now(this.clock).getValue() + AHEAD;
		year("/occasion/from", year(occasion.from()), last, wrong);
		year("/occasion/to", year(occasion.to()), last, wrong);
		if (occasion.from() != null && occasion.to() != null && occasion.to().isBefore(occasion.from())) {
			wrong.add(new FieldError("/occasion/to", "cooperation-ends-before", occasion.from()));
		}
		people("/occasion/people", occasion.people(), wrong);
		counted("/occasion/byCountry", occasion.countries(), wrong);
		var seen = new HashSet<String>();
		var together = 0L;
		for (var i = 0; i < occasion.countries().size(); i++) {
			var from = occasion.countries().get(i);
			var pointer = "/occasion/byCountry/" + i;
			if (from.country() == null) {
				wrong.add(new FieldError(pointer + "/country", "required"));
			} else if (!this.vocabulary.knows(Scheme.COUNTRIES, from.country())) {
				wrong.add(new FieldError(pointer + "/country", "unknown-code", shortened(from.country())));
			} else if (!seen.add(from.country())) {
				wrong.add(new FieldError(pointer + "/country", "cooperation-country-twice"));
			}
			required(pointer + "/people", from.people(), wrong);
			people(pointer + "/people", from.people(), wrong);
			together += Objects.requireNonNullElse(from.people(), 0);
		}
		if (occasion.people() != null && together > occasion.people()) {
			wrong.add(new FieldError("/occasion/people", "at-least", together));
		}
	}

	private static void people(String pointer, @Nullable Integer people, List<FieldError> wrong) {
		if (people != null && people < 0) {
			wrong.add(new FieldError(pointer, "at-least", 0));
		} else if (people != null && people > MOST_PEOPLE) {
			wrong.add(new FieldError(pointer, "at-most", MOST_PEOPLE));
		}
	}

	/**
	 * Stops what cannot be reviewed yet.
	 * @throws InvalidInput naming what is missing
	 */
	void complete(CooperationContent content) {
		var wrong = new ArrayList<FieldError>();
		required("/host", content.host(), wrong);
		required("/hostKind", content.hostKind(), wrong);
		required("/city", content.city(), wrong);
		var occasion = content.occasion();
		if (occasion != null) {
			required("/occasion/form", occasion.form(), wrong);
			required("/occasion/from", occasion.from(), wrong);
		} else {
			required("/fromYear", content.fromYear(), wrong);
		}
		// A course or a conference may well be about no industry.
		if (content.industries().isEmpty() && occasion == null) {
			wrong.add(new FieldError("/industries", "count-at-least", 1));
		}
		if (content.countries().isEmpty()) {
			wrong.add(new FieldError("/countries", "count-at-least", 1));
		}
		if (content.kind() != CooperationKind.BASE) {
			required("/channel", content.channel(), wrong);
		} else {
			required("/baseType", content.baseType(), wrong);
			required("/baseLevel", content.baseLevel(), wrong);
		}
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
	}

	private @Nullable Organisation organisation(String pointer, @Nullable Long id, List<FieldError> wrong) {
		if (id == null) {
			return null;
		}
		var found = this.organisations.find(id).orElse(null);
		if (found == null) {
			wrong.add(new FieldError(pointer, "unknown-code", id));
		}
		return found;
	}

	private List<Long> partners(List<Long> given, List<FieldError> wrong) {
		counted("/partners", given, wrong);
		var known = new ArrayList<Long>();
		for (var i = 0; i < given.size(); i++) {
			var found = organisation("/partners/" + i, given.get(i), wrong);
			if (found != null && !known.contains(found.id())) {
				known.add(found.id());
			}
		}
		return known;
	}

	private void people(List<Long> given, List<FieldError> wrong) {
		counted("/people", given, wrong);
		var published = this.experts.publishedAmong(given);
		for (var i = 0; i < given.size(); i++) {
			if (!published.contains(given.get(i))) {
				wrong.add(new FieldError("/people/" + i, "cooperation-person-unknown"));
			}
		}
	}

	private void years(SaveCooperation save, List<FieldError> wrong) {
		var last = Year.now(this.clock).getValue() + AHEAD;
		year("/fromYear", save.fromYear(), last, wrong);
		year("/toYear", save.toYear(), last, wrong);
		if (save.fromYear() != null && save.toYear() != null && save.toYear() < save.fromYear()) {
			wrong.add(new FieldError("/toYear", "at-least", save.fromYear()));
		}
	}

	private static void year(String pointer, @Nullable Integer year, int last, List<FieldError> wrong) {
		if (year != null && year < FIRST_YEAR) {
			wrong.add(new FieldError(pointer, "at-least", FIRST_YEAR));
		} else if (year != null && year > last) {
			wrong.add(new FieldError(pointer, "at-most", last));
		}
	}

	private void code(String pointer, Scheme scheme, @Nullable String code, List<FieldError> wrong) {
		if (given(code).filter(one -> !this.vocabulary.knows(scheme, one)).isPresent()) {
			wrong.add(new FieldError(pointer, "unknown-code", shortened(Objects.requireNonNull(code))));
		}
	}

	private void codes(String pointer, Scheme scheme, List<String> codes, List<FieldError> wrong) {
		counted(pointer, codes, wrong);
		for (var i = 0; i < codes.size(); i++) {
			if (!this.vocabulary.knows(scheme, codes.get(i))) {
				wrong.add(new FieldError(pointer + "/" + i, "unknown-code", shortened(codes.get(i))));
			}
		}
	}

	private static void required(String pointer, @Nullable Object value, List<FieldError> wrong) {
		if (value == null) {
			wrong.add(new FieldError(pointer, "required"));
		}
	}

	private static void counted(String pointer, List<?> list, List<FieldError> wrong) {
		if (list.size() > ENTRIES) {
			wrong.add(new FieldError(pointer, "count-at-most", ENTRIES));
		}
	}

	private static void atMost(String pointer, @Nullable String text, int length, List<FieldError> wrong) {
		if (text != null && text.length() > length) {
			wrong.add(new FieldError(pointer, "length-at-most", length));
		}
	}

	private static Optional<String> given(@Nullable String value) {
		return Optional.ofNullable(value).filter(text -> !text.isBlank());
	}

	private static String shortened(String code) {
		return (code.length() > 60) ? code.substring(0, 60) + "…" : code;
	}

	static @Nullable String line(@Nullable String text) {
		return given(text).map(known -> known.replaceAll("\\s+", " ").strip()).orElse(null);
	}

}
