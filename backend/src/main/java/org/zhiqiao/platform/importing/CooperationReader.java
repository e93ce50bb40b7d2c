package org.zhiqiao.platform.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.cooperation.CooperationIntake.Given;
import org.zhiqiao.platform.cooperation.CooperationKind;
import org.zhiqiao.platform.cooperation.Occasion;
import org.zhiqiao.platform.cooperation.SaveCooperation;
import org.zhiqiao.platform.organisation.Organisation;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.platform.taxonomy.Scheme;

/** Reads a list of projects, bases, programmes or events, one a row. */
@Component
class CooperationReader {

	/** A list is looked at and stored as a whole, so it has an end. */
	static final int MOST_ROWS = 2000;

	private static final Pattern SEMICOLONS = Pattern.compile("[;；\\n]");

	private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

	private static final Pattern COUNT = Pattern.compile("(.+?)\\s*[:：=\\s]\\s*(\\d{1,7})");

	private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

	private static final Pattern YEAR = Pattern.compile("\\d{4}");

	private static final Pattern MADE_HARMLESS = Pattern.compile("'[=+\\-@\\t\\r].*", Pattern.DOTALL);

	private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("培训班", "training"),
			Map.entry("人才团队", "team"), Map.entry("人才计划", "talent"), Map.entry("来访", "visit"),
			Map.entry("出访", "mission"), Map.entry("会议论坛", "conference"), Map.entry("对接交流", "exchange"),
			Map.entry("国家级", "national"), Map.entry("省级", "provincial"));

	private final Codes codes;

	private final Topics topics;

	private final Organisations organisations;

	CooperationReader(Codes codes, Topics topics, Organisations organisations) {
		this.codes = codes;
		this.topics = topics;
		this.organisations = organisations;
	}

	/**
	 * What a file says.
	 *
	 * @param rows every row that is not empty, also those with something wrong
	 * @param wrong what could not be understood, by line
	 * @param unknown headings that no column has
	 */
	record Read(List<Given> rows, Map<Integer, List<RowError>> wrong, List<String> unknown) {

	}

	/** @throws UnreadableFile if it is no such list */
	Read read(CooperationKind kind, SheetRows rows) {
		var headings = rows.next();
		if (headings == null) {
			throw new UnreadableFile("file-empty");
		}
		var columns = new LinkedHashMap<Integer, CooperationColumn>();
		var unknown = new ArrayList<String>();
		for (var i = 0; i < headings.cells().size(); i++) {
			var heading = headings.cells().get(i);
			var column = CooperationColumn.ofHeading(kind, heading);
			if (column.isPresent() && !columns.containsValue(column.get())) {
				columns.put(i, column.get());
			} else if (!heading.isBlank()) {
				unknown.add((heading.length() > 100) ? heading.substring(0, 100) + "…" : heading);
			}
		}
		if (!columns.containsValue(CooperationColumn.REFERENCE) || !columns.containsValue(CooperationColumn.HOST)) {
			throw new UnreadableFile("file-cooperation-columns");
		}
		var silent = CooperationColumn.of(kind)
				.stream()
				.filter(column -> !columns.containsValue(column))
				.map(CooperationColumn::pointer)
				.collect(Collectors.toSet());
		var read = new Read(new ArrayList<>(), new LinkedHashMap<>(), unknown);
		for (var cells = rows.next(); cells != null; cells = rows.next()) {
			if (!cells.blank()) {
				row(kind, cells, columns, silent, read);
			}
			if (read.rows().size() > MOST_ROWS) {
				throw new UnreadableFile("file-too-many-rows");
			}
		}
		return read;
	}

	private void row(CooperationKind kind, SheetRows.Cells cells, Map<Integer, CooperationColumn> columns,
			Set<String> silent, Read read) {
		var values = new EnumMap<CooperationColumn, String>(CooperationColumn.class);
		var errors = new ArrayList<RowError>();
		columns.forEach((place, column) -> {
			var value = (place < cells.cells().size()) ? cells.cells().get(place) : "";
			value = value.replace("\r\n", "\n").replace('\r', '\n').strip();
			if (MADE_HARMLESS.matcher(value).matches()) {
				value = value.substring(1);
			}
			if (cells.formulas().contains(place) || value.startsWith("=")) {
				errors.add(RowError.of(column.pointer(), "formula", value));
			} else if (value.length() >= SheetRows.LONGEST_CELL) {
				errors.add(RowError.of(column.pointer(), "cell-too-long", value));
			} else if (!value.isEmpty()) {
				values.put(column, value);
			}
		});
		if (CooperationColumn.REFERENCE.example().equals(values.get(CooperationColumn.REFERENCE))) {
			return;
		}
		read.rows().add(new Given(cells.line(), new Reading(values, errors).save(kind), silent));
		if (!errors.isEmpty()) {
			read.wrong().put(cells.line(), errors);
		}
	}

	/** One row; what cannot be understood is noted with its column. */
	private final class Reading {

		private final Map<CooperationColumn, String> values;

		private final List<RowError> errors;

		private Reading(Map<CooperationColumn, String> values, List<RowError> errors) {
			this.values = values;
			this.errors = errors;
		}

		SaveCooperation save(CooperationKind kind) {
			var occasion = kind.occasion()
					? new Occasion(word(CooperationColumn.FORM), day(CooperationColumn.FROM_DATE),
							day(CooperationColumn.TO_DATE), number(CooperationColumn.HEADCOUNT), counts())
					: null;
			var host = text(CooperationColumn.HOST);
			return new SaveCooperation(kind.code(),
					new Bilingual(text(CooperationColumn.TITLE_ZH), text(CooperationColumn.TITLE_EN)),
					(host != null) ? organisation(CooperationColumn.HOST, host) : null,
					code(CooperationColumn.HOST_KIND), code(CooperationColumn.CITY),
					codes(CooperationColumn.INDUSTRIES, Scheme.INDUSTRIES), domains(),
					codes(CooperationColumn.COUNTRIES, Scheme.COUNTRIES),
					split(CooperationColumn.PARTNERS).stream()
							.map(name -> organisation(CooperationColumn.PARTNERS, name))
							.filter(Objects::nonNull)
							.toList(),
					people(), year(CooperationColumn.FROM_YEAR), year(CooperationColumn.TO_YEAR),
					number(CooperationColumn.FUNDING), code(CooperationColumn.CHANNEL),
					code(CooperationColumn.PROGRAMME), code(CooperationColumn.BASE_TYPE),
					word(CooperationColumn.BASE_LEVEL), text(CooperationColumn.THEME), text(CooperationColumn.NOTE),
					occasion, text(CooperationColumn.REFERENCE));
		}

		private @Nullable String text(CooperationColumn column) {
			return this.values.get(column);
		}

		private void wrong(CooperationColumn column, String code, String value) {
			this.errors.add(RowError.of(column.pointer(), code, value, value));
		}

		private List<String> split(CooperationColumn column) {
			var text = text(column);
			return (text == null)
					? List.of()
					: SEMICOLONS.splitAsStream(text).map(String::strip).filter(item -> !item.isEmpty()).toList();
		}

		/** A word of ours, in either language; what is none is said by the check. */
		private @Nullable String word(CooperationColumn column) {
			var text = text(column);
			return (text != null) ? WORDS.getOrDefault(text, text.toLowerCase(Locale.ROOT)) : null;
		}

		private @Nullable String code(CooperationColumn column) {
			var text = text(column);
			return (text != null) ? code(column, column.choices().orElseThrow(), text) : null;
		}

		private @Nullable String code(CooperationColumn column, Scheme scheme, String written) {
			var code = CooperationReader.this.codes.find(scheme, written);
			if (code.isEmpty()) {
				wrong(column, "unknown-word", written);
			}
			return code.orElse(null);
		}

		private List<String> codes(CooperationColumn column, Scheme scheme) {
			return split(column).stream().map(item -> code(column, scheme, item)).filter(Objects::nonNull).toList();
		}

		private List<String> domains() {
			var sorted = CooperationReader.this.topics.sort(split(CooperationColumn.DOMAINS));
			sorted.words().forEach(word -> wrong(CooperationColumn.DOMAINS, "unknown-word", word));
			return sorted.concepts();
		}

		/** By its unified code, or by a name that only one has. */
		private @Nullable Long organisation(CooperationColumn column, String written) {
			var byCode = CooperationReader.this.organisations.coded(written);
			if (byCode.isPresent()) {
				return byCode.get().id();
			}
			var named = CooperationReader.this.organisations.named(written)
					.stream()
					.map(Organisation::id)
					.collect(Collectors.toCollection(LinkedHashSet::new));
			if (named.size() != 1) {
				wrong(column, named.isEmpty() ? "import-organisation-unknown" : "import-organisation-several", written);
				return null;
			}
			return named.getFirst();
		}

		private List<Long> people() {
			var people = new ArrayList<Long>();
			for (var item : split(CooperationColumn.PEOPLE)) {
				if (NUMBER.matcher(item).matches()) {
					people.add(Long.valueOf(item));
				} else {
					wrong(CooperationColumn.PEOPLE, "person-number", item);
				}
			}
			return people;
		}

		private @Nullable Integer number(CooperationColumn column) {
			var text = text(column);
			if (text == null) {
				return null;
			}
			var plain = text.replaceAll("[,，\\s]", "");
			if (!NUMBER.matcher(plain).matches()) {
				wrong(column, "whole-number", text);
				return null;
			}
			return Integer.valueOf(plain);
		}

		private @Nullable Integer year(CooperationColumn column) {
			var text = text(column);
			if (text == null) {
				return null;
			}
			if (!YEAR.matcher(text).matches()) {
				wrong(column, "year-form", text);
				return null;
			}
			return Integer.valueOf(text);
		}

		private @Nullable LocalDate day(CooperationColumn column) {
			var text = text(column);
			if (text == null) {
				return null;
			}
			var found = DAY.matcher(text);
			try {
				if (found.matches()) {
					return LocalDate.of(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)),
							Integer.parseInt(found.group(3)));
				}
			} catch (DateTimeException none) {
				// No day of the calendar: said below.
			}
			wrong(column, "day-form", text);
			return null;
		}

		private List<Occasion.FromCountry> counts() {
			var counts = new ArrayList<Occasion.FromCountry>();
			for (var item : split(CooperationColumn.BY_COUNTRY)) {
				var found = COUNT.matcher(item);
				if (!found.matches()) {
					wrong(CooperationColumn.BY_COUNTRY, "count-form", item);
					continue;
				}
				var country = code(CooperationColumn.BY_COUNTRY, Scheme.COUNTRIES, found.group(1));
				if (country != null) {
					counts.add(new Occasion.FromCountry(country, Integer.valueOf(found.group(2))));
				}
			}
			return counts;
		}

	}

}
