package org.zhiqiao.platform.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.platform.expert.Affiliation;
import org.zhiqiao.platform.expert.Availability;
import org.zhiqiao.platform.expert.Contact;
import org.zhiqiao.platform.expert.CountryExperience;
import org.zhiqiao.platform.expert.Degree;
import org.zhiqiao.platform.expert.Evidence;
import org.zhiqiao.platform.expert.Group;
import org.zhiqiao.platform.expert.Identifiers;
import org.zhiqiao.platform.expert.LanguageSkill;
import org.zhiqiao.platform.expert.Names;
import org.zhiqiao.platform.expert.SaveExpert;
import org.zhiqiao.platform.expert.Title;
import org.zhiqiao.platform.expert.Visibility;
import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.platform.taxonomy.Scheme;

/** Reads the bilingual list, a person a row. */
final class ListReader implements RowReader {

	private static final Pattern SEMICOLONS = Pattern.compile("[;；\\n]");

	private static final Pattern LINES = Pattern.compile("\\n");

	private static final Pattern BARS = Pattern.compile("[|｜]");

	private static final Pattern COMMAS = Pattern.compile("[,，、]");

	private static final Pattern YEARS = Pattern.compile("(\\d{4})?\\s*(?:[-–—~至]\\s*(\\d{4})?)?");

	private static final Pattern STAY = Pattern
			.compile("(.+?)[\\s:：]+(\\S+?)(?:[\\s:：]+([\\d\\s–—~至-]{4,}))?(?:\\s+(.*))?");

	private static final Pattern SKILL = Pattern.compile("(.+?)\\s*[:：=\\s]\\s*(\\S+)");

	private static final Pattern YEAR = Pattern.compile("\\d{4}");

	/** A cell that our own export made harmless gets its first character back. */
	private static final Pattern MADE_HARMLESS = Pattern.compile("'[=+\\-@\\t\\r].*", Pattern.DOTALL);

	private final SheetRows rows;

	private final Codes codes;

	private final Topics topics;

	private final Map<Integer, Column> columns = new LinkedHashMap<>();

	private final List<RowError> remarks = new ArrayList<>();

	ListReader(SheetRows rows, Codes codes, Topics topics) {
		this.rows = rows;
		this.codes = codes;
		this.topics = topics;
		var headings = rows.next();
		if (headings == null) {
			throw new UnreadableFile("file-empty");
		}
		for (var i = 0; i < headings.cells().size(); i++) {
			var heading = headings.cells().get(i);
			var column = Column.ofHeading(heading);
			if (column.isPresent() && !this.columns.containsValue(column.get())) {
				this.columns.put(i, column.get());
			} else if (!heading.isBlank() && !WrongRows.isOwnHeading(heading)) {
				this.remarks.add(RowError.of(heading, "unknown-column", heading));
			}
		}
		if (Stream.of(Column.NAME_ZH, Column.NAME_LATIN, Column.NAME_NATIVE).noneMatch(this.columns::containsValue)) {
			throw new UnreadableFile("file-columns");
		}
	}

	@Override
	public List<RowError> remarks() {
		return this.remarks;
	}

	@Override
	public @Nullable Row next() {
		while (true) {
			var cells = this.rows.next();
			if (cells == null) {
				return null;
			}
			if (!cells.blank()) {
				return row(cells);
			}
		}
	}

	private Row row(SheetRows.Cells cells) {
		var values = new EnumMap<Column, String>(Column.class);
		var errors = new ArrayList<RowError>();
		this.columns.forEach((place, column) -> {
			var value = (place < cells.cells().size()) ? cells.cells().get(place) : "";
			value = value.replace("\r\n", "\n").replace('\r', '\n').strip();
			if (MADE_HARMLESS.matcher(value).matches()) {
				value = value.substring(1);
			}
			// One that was refused before and comes back as it was is refused again.
			if (cells.formulas().contains(place) || value.startsWith("=")) {
				errors.add(RowError.of(column.key(), "formula", value));
			} else if (value.length() >= SheetRows.LONGEST_CELL) {
				errors.add(RowError.of(column.key(), "cell-too-long", value));
			}
			if (!value.isEmpty()) {
				values.put(column, value);
			}
		});
		var raw = raw(values);
		if (Column.EXAMPLE_KEY.equals(values.get(Column.KEY))) {
			return new Row.Skipped(cells.line(), raw);
		}
		var profile = new Reading(values, errors).profile();
		if (!errors.isEmpty()) {
			return new Row.Wrong(cells.line(), raw, errors);
		}
		// Without a number or an identifier of its own, a row is known only by all that it says.
		var key = Stream.of(Column.KEY, Column.ORCID, Column.OPENALEX, Column.EMAIL)
				.filter(values::containsKey)
				.findFirst()
				.map((column) -> column.key() + ":" + values.get(column))
				.orElse("row:" + raw);
		return new Row.Person(cells.line(), raw, key, profile, ListReader::columnOf);
	}

	private static String raw(Map<Column, String> values) {
		var named = new LinkedHashMap<String, String>();
		values.forEach((column, value) -> named.put(column.key(), value));
		return JsonRows.MAPPER.writeValueAsString(named);
	}

	/** The column that a place in the profile comes from. */
	static String columnOf(String pointer) {
		var parts = pointer.split("/", -1);
		var first = (parts.length > 1) ? parts[1] : "";
		var second = (parts.length > 2) ? parts[2] : "";
		var column = switch (first) {
			case "names" -> switch (second) {
				case "latin" -> Column.NAME_LATIN;
				case "nativeScript" -> Column.NAME_NATIVE;
				case "others" -> Column.OTHER_NAMES;
				default -> Column.NAME_ZH;
			};
			case "title" -> second.equals("level")
					? Column.TITLE_LEVEL
					: second.equals("en") ? Column.TITLE_EN : Column.TITLE_ZH;
			case "summary" -> second.equals("en") ? Column.SUMMARY_EN : Column.SUMMARY_ZH;
			case "affiliations" -> affiliationColumn(second, (parts.length > 3) ? parts[3] : "");
			case "degrees" -> Column.DEGREES;
			case "residence" -> Column.RESIDENCE;
			case "nationality" -> Column.NATIONALITY;
			case "domains", "freeDomains" -> Column.DOMAINS;
			case "industries" -> Column.INDUSTRIES;
			case "languages" -> Column.LANGUAGES;
			case "countries" -> Column.COUNTRIES;
			case "competences" -> Column.COMPETENCES;
			case "evidence" -> Column.EVIDENCE;
			case "offers" -> Column.OFFERS;
			case "availability" -> Column.AVAILABILITY;
			case "preferredLanguage" -> Column.PREFERRED_LANGUAGE;
			case "timeZone" -> Column.TIME_ZONE;
			case "contact" -> second.equals("phone") ? Column.PHONE : Column.EMAIL;
			case "identifiers" -> second.equals("openalex") ? Column.OPENALEX : Column.ORCID;
			case "groups" -> Column.VISIBILITY;
			default -> null;
		};
		return (column != null) ? column.key() : pointer;
	}

	private static Column affiliationColumn(String place, String field) {
		if (!place.equals("0")) {
			return Column.EARLIER_AFFILIATIONS;
		}
		return switch (field) {
			case "country" -> Column.AFFILIATION_COUNTRY;
			case "from", "to" -> Column.AFFILIATION_FROM;
			case "role" -> Column.AFFILIATION_ROLE;
			default -> Column.AFFILIATION_ZH;
		};
	}

	@Override
	public void close() throws IOException {
		this.rows.close();
	}

	/** One row on its way to a profile; what cannot be understood is noted with its column. */
	private final class Reading {

		private final Map<Column, String> values;

		private final List<RowError> errors;

		private Reading(Map<Column, String> values, List<RowError> errors) {
			this.values = values;
			this.errors = errors;
		}

		SaveExpert profile() {
			var domains = ListReader.this.topics.sort(split(Column.DOMAINS, SEMICOLONS));
			return new SaveExpert(
					new Names(text(Column.NAME_ZH), text(Column.NAME_LATIN), text(Column.NAME_NATIVE),
							split(Column.OTHER_NAMES, SEMICOLONS)),
					new Title(code(Column.TITLE_LEVEL, Scheme.TITLE_LEVELS), text(Column.TITLE_ZH),
							text(Column.TITLE_EN)),
					new Bilingual(text(Column.SUMMARY_ZH), text(Column.SUMMARY_EN)), new ArrayList<>(affiliations()),
					new ArrayList<>(lines(Column.DEGREES, this::degree)), code(Column.RESIDENCE, Scheme.COUNTRIES),
					code(Column.NATIONALITY, Scheme.COUNTRIES), new ArrayList<>(domains.concepts()),
					new ArrayList<>(domains.words()), new ArrayList<>(codes(Column.INDUSTRIES, Scheme.INDUSTRIES)),
					new ArrayList<>(items(Column.LANGUAGES, this::language)),
					new ArrayList<>(items(Column.COUNTRIES, this::stay)),
					new ArrayList<>(codes(Column.COMPETENCES, Scheme.COMPETENCES)),
					new ArrayList<>(lines(Column.EVIDENCE, this::evidence)),
					new ArrayList<>(codes(Column.OFFERS, Scheme.OFFER_KINDS)),
					new Availability(text(Column.AVAILABILITY), null, null),
					code(Column.PREFERRED_LANGUAGE, Scheme.LANGUAGES), text(Column.TIME_ZONE),
					new Contact(text(Column.EMAIL), text(Column.PHONE), null),
					new Identifiers(text(Column.ORCID), text(Column.OPENALEX)), visibility());
		}

		private List<Affiliation> affiliations() {
			var all = new ArrayList<Affiliation>();
			var zh = text(Column.AFFILIATION_ZH);
			var en = text(Column.AFFILIATION_EN);
			if (zh != null || en != null) {
				all.add(new Affiliation(null, new Bilingual(zh, en), code(Column.AFFILIATION_COUNTRY, Scheme.COUNTRIES),
						year(Column.AFFILIATION_FROM, text(Column.AFFILIATION_FROM)), null,
						text(Column.AFFILIATION_ROLE)));
			}
			all.addAll(lines(Column.EARLIER_AFFILIATIONS, (parts, line) -> {
				var years = years(Column.EARLIER_AFFILIATIONS, part(parts, 2));
				var name = Objects.requireNonNullElse(part(parts, 0), line);
				var chinese = name.codePoints()
						.anyMatch((letter) -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN);
				return new Affiliation(null, new Bilingual(chinese ? name : null, chinese ? null : name),
						code(Column.EARLIER_AFFILIATIONS, Scheme.COUNTRIES, part(parts, 1)), years.from, years.to,
						part(parts, 3));
			}));
			return all;
		}

		private Degree degree(List<String> parts, String line) {
			return new Degree(part(parts, 0), part(parts, 1), part(parts, 2),
					code(Column.DEGREES, Scheme.COUNTRIES, part(parts, 3)), year(Column.DEGREES, part(parts, 4)));
		}

		private Evidence evidence(List<String> parts, String line) {
			if (parts.size() < 2) {
				this.errors.add(RowError.of(Column.EVIDENCE.key(), "evidence-form", line));
			}
			var with = part(parts, 4);
			return new Evidence(null,
					Objects.requireNonNullElse(code(Column.EVIDENCE, Scheme.EVIDENCE_KINDS, part(parts, 0)), ""),
					Objects.requireNonNullElse(part(parts, 1), ""), part(parts, 3),
					year(Column.EVIDENCE, part(parts, 2)),
					(with != null)
							? COMMAS.splitAsStream(with).map(String::strip).filter((name) -> !name.isEmpty()).toList()
							: List.of(),
					null, part(parts, 5), null);
		}

		private Optional<LanguageSkill> language(String item) {
			var found = SKILL.matcher(item);
			if (!found.matches()) {
				this.errors.add(RowError.of(Column.LANGUAGES.key(), "language-form", item));
				return Optional.empty();
			}
			var code = code(Column.LANGUAGES, Scheme.LANGUAGES, found.group(1));
			var level = code(Column.LANGUAGES, Scheme.LANGUAGE_LEVELS, found.group(2));
			return (code == null || level == null) ? Optional.empty() : Optional.of(new LanguageSkill(code, level));
		}

		private Optional<CountryExperience> stay(String item) {
			var found = STAY.matcher(item);
			if (!found.matches()) {
				this.errors.add(RowError.of(Column.COUNTRIES.key(), "stay-form", item));
				return Optional.empty();
			}
			var country = code(Column.COUNTRIES, Scheme.COUNTRIES, found.group(1));
			var kind = code(Column.COUNTRIES, Scheme.COUNTRY_EXPERIENCE_KINDS, found.group(2));
			var years = years(Column.COUNTRIES, found.group(3));
			return (country == null || kind == null)
					? Optional.empty()
					: Optional.of(new CountryExperience(country, kind, years.from, years.to, found.group(4)));
		}

		private @Nullable Map<Group, SaveExpert.Choice> visibility() {
			var choices = new EnumMap<Group, SaveExpert.Choice>(Group.class);
			for (var item : split(Column.VISIBILITY, SEMICOLONS)) {
				var parts = item.split("[=:：]", 2);
				try {
					choices.put(Group.valueOf(parts[0].strip().toUpperCase(Locale.ROOT)), new SaveExpert.Choice(
							Visibility.valueOf(((parts.length > 1) ? parts[1] : "").strip().toUpperCase(Locale.ROOT))));
				} catch (IllegalArgumentException unknown) {
					this.errors.add(RowError.of(Column.VISIBILITY.key(), "visibility-form", item));
				}
			}
			return choices.isEmpty() ? null : choices;
		}

		private @Nullable String text(Column column) {
			return this.values.get(column);
		}

		private List<String> split(Column column, Pattern separator) {
			var text = this.values.get(column);
			return (text == null)
					? List.of()
					: separator.splitAsStream(text).map(String::strip).filter((item) -> !item.isEmpty()).toList();
		}

		private <T> List<T> lines(Column column, BiFunction<List<String>, String, T> reading) {
			return split(column, LINES).stream()
					.map((line) -> reading.apply(BARS.splitAsStream(line).map(String::strip).toList(), line))
					.toList();
		}

		private <T> List<T> items(Column column, Function<String, Optional<T>> reading) {
			return split(column, SEMICOLONS).stream().flatMap((item) -> reading.apply(item).stream()).toList();
		}

		private @Nullable String code(Column column, Scheme scheme) {
			return code(column, scheme, text(column));
		}

		private @Nullable String code(Column column, Scheme scheme, @Nullable String written) {
			if (written == null) {
				return null;
			}
			var code = ListReader.this.codes.find(scheme, written);
			if (code.isEmpty()) {
				this.errors.add(RowError.of(column.key(), "unknown-word", written, written));
			}
			return code.orElse(null);
		}

		private List<String> codes(Column column, Scheme scheme) {
			return split(column, SEMICOLONS).stream()
					.map((item) -> code(column, scheme, item))
					.filter(Objects::nonNull)
					.toList();
		}

		private @Nullable Integer year(Column column, @Nullable String written) {
			if (written == null) {
				return null;
			}
			if (!YEAR.matcher(written).matches()) {
				this.errors.add(RowError.of(column.key(), "year-form", written));
				return null;
			}
			return Integer.valueOf(written);
		}

		private Years years(Column column, @Nullable String written) {
			if (written == null) {
				return new Years(null, null);
			}
			var found = YEARS.matcher(written.strip());
			if (!found.matches()) {
				this.errors.add(RowError.of(column.key(), "years-form", written));
				return new Years(null, null);
			}
			var from = (found.group(1) != null) ? Integer.valueOf(found.group(1)) : null;
			var to = (found.group(2) != null) ? Integer.valueOf(found.group(2)) : null;
			var single = from != null && to == null && YEAR.matcher(written.strip()).matches();
			return new Years(from, single ? from : to);
		}

		private static @Nullable String part(List<String> parts, int place) {
			return (place < parts.size() && !parts.get(place).isEmpty()) ? parts.get(place) : null;
		}

	}

	private record Years(@Nullable Integer from, @Nullable Integer to) {

	}

}
