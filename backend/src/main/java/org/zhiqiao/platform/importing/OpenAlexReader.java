package org.zhiqiao.platform.importing;

import static org.zhiqiao.platform.importing.Fields.cut;
import static org.zhiqiao.platform.importing.Fields.each;
import static org.zhiqiao.platform.importing.Fields.text;
import static org.zhiqiao.platform.importing.Fields.texts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.platform.expert.Affiliation;
import org.zhiqiao.platform.expert.CountryExperience;
import org.zhiqiao.platform.expert.Evidence;
import org.zhiqiao.platform.expert.Identifiers;
import org.zhiqiao.platform.expert.Names;
import org.zhiqiao.platform.expert.SaveExpert;
import org.zhiqiao.platform.expert.ScholarlyId;
import org.zhiqiao.platform.taxonomy.Bilingual;
import tools.jackson.databind.JsonNode;

/**
 * Reads OpenAlex authors and works, mixed in any order, one a line. The authors are taken in the first pass and the works in the
 * second, so that a work finds its authors wherever they stand in the file.
 */
final class OpenAlexReader implements RowReader {

	static final int AUTHORS = 0;

	static final int WORKS = 1;

	/** Topics below this number of an author's works are noise. */
	private static final int MOST_TOPICS = 15;

	private static final int MOST_WORDS_OF_ABSTRACT = 20_000;

	private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

	private final JsonRows rows;

	private final Topics topics;

	private final int pass;

	OpenAlexReader(Path file, Topics topics, int pass) throws IOException {
		this.rows = new JsonRows(file);
		this.topics = topics;
		this.pass = pass;
	}

	@Override
	public @Nullable Row next() {
		var found = this.rows.next();
		if (found == null) {
			return null;
		}
		var object = found.object();
		var id = (object != null) ? ScholarlyId.plainOpenalex(text(object, "id")) : null;
		var known = id != null && ScholarlyId.isOpenalex(id);
		var isWork = known && id != null && id.startsWith("W");
		if (isWork != (this.pass == WORKS)) {
			return new Row.Skipped(found.line(), found.raw());
		}
		if (object == null) {
			return new Row.Wrong(found.line(), found.raw(),
					List.of(RowError.of("", Objects.requireNonNullElse(found.wrong(), "broken-json"), null)));
		}
		if (!known || id == null) {
			return new Row.Wrong(found.line(), found.raw(),
					List.of(RowError.of("id", "not-openalex", text(object, "id"))));
		}
		return isWork
				? work(found, object, id)
				: new Row.Person(found.line(), found.raw(), id, author(object, id), UnaryOperator.identity());
	}

	private SaveExpert author(JsonNode author, String id) {
		var history = new ArrayList<Affiliation>();
		var stays = new ArrayList<CountryExperience>();
		each(author, "affiliations").limit(100).forEach((affiliation) -> {
			var name = cut(text(affiliation, "institution", "display_name"), 300);
			var country = text(affiliation, "institution", "country_code");
			var years = each(affiliation, "years").map((year) -> Fields.year(year)).filter(Objects::nonNull).toList();
			var from = years.stream().min(Comparator.naturalOrder()).orElse(null);
			var to = years.stream().max(Comparator.naturalOrder()).orElse(null);
			if (name != null) {
				history.add(new Affiliation(null, bilingual(name), country, from, to, null));
				if (country != null) {
					stays.add(new CountryExperience(country, "work", from, to, name));
				}
			}
		});
		history.sort(Comparator.comparing(Affiliation::to, Comparator.nullsFirst(Comparator.reverseOrder())));
		var words = new ArrayList<>(
				texts(each(author, "topics").limit(MOST_TOPICS), (topic) -> text(topic, "display_name")));
		words.addAll(texts(each(author, "x_concepts").limit(MOST_TOPICS), (concept) -> text(concept, "display_name")));
		var sorted = this.topics.sort(words);
		return new SaveExpert(names(author), null, null, new ArrayList<>(history), null, null, null,
				new ArrayList<>(sorted.concepts()), new ArrayList<>(sorted.words()), null, null, new ArrayList<>(stays),
				null,
				null, null, null, null, null, null, new Identifiers(text(author, "orcid"), id), null);
	}

	private static Names names(JsonNode author) {
		var display = text(author, "display_name");
		var others = new ArrayList<>(texts(each(author, "display_name_alternatives"), (name) -> text(name)));
		var han = others.stream().filter((name) -> HAN.matcher(name).matches()).findFirst().orElse(null);
		if (display != null && HAN.matcher(display).find()) {
			var latin = others.stream().filter((name) -> !HAN.matcher(name).find()).findFirst().orElse(null);
			others.remove(latin);
			return new Names(cut(display, 100), cut(latin, 200), null, some(others, display));
		}
		others.remove(han);
		return new Names(cut(han, 100), cut(display, 200), null, some(others, display));
	}

	private static List<String> some(List<String> names, @Nullable String but) {
		return names.stream().filter((name) -> !name.equals(but) && name.length() <= 200).limit(50).toList();
	}

	private static Row work(JsonRows.Found found, JsonNode work, String id) {
		var title = cut((text(work, "display_name") != null) ? text(work, "display_name") : text(work, "title"), 1000);
		if (title == null) {
			return new Row.Wrong(found.line(), found.raw(), List.of(RowError.of("display_name", "required", null)));
		}
		var authors = new LinkedHashMap<String, String>();
		each(work, "authorships").forEach((authorship) -> {
			var author = ScholarlyId.plainOpenalex(text(authorship, "author", "id"));
			if (author != null && ScholarlyId.isOpenalex(author)) {
				authors.put(author,
						Objects.requireNonNullElse(cut(text(authorship, "author", "display_name"), 200), author));
			}
		});
		if (authors.isEmpty()) {
			return new Row.Wrong(found.line(), found.raw(), List.of(RowError.of("authorships", "required", null)));
		}
		var doi = ScholarlyId.plainDoi(text(work, "doi"));
		var year = Fields.year(work, "publication_year");
		var about = cut(abstractOf(work.path("abstract_inverted_index")), 20_000);
		var language = text(work, "language");
		var kind = "patent".equals(text(work, "type")) ? "patent" : "publication";
		var evidence = new LinkedHashMap<String, Evidence>();
		for (var author : authors.keySet()) {
			var with = authors.entrySet()
					.stream()
					.filter((other) -> !other.getKey().equals(author))
					.map(Map.Entry::getValue)
					.limit(100)
					.toList();
			evidence.put(author, new Evidence(null, kind, title, about, year, with,
					(language != null && language.matches("zh|en|de|fr|ja|ko|ru|es")) ? language : null,
					(doi != null && ScholarlyId.isDoi(doi)) ? doi : null, id));
		}
		return new Row.Work(found.line(), found.raw(), id, evidence);
	}

	/** OpenAlex gives an abstract as the places of each word. */
	static @Nullable String abstractOf(JsonNode index) {
		var words = new TreeMap<Integer, String>();
		index.properties().forEach((word) -> word.getValue().forEach((place) -> {
			if (place.isInt() && words.size() < MOST_WORDS_OF_ABSTRACT) {
				words.put(place.intValue(), word.getKey());
			}
		}));
		return words.isEmpty() ? null : words.values().stream().collect(Collectors.joining(" "));
	}

	private static Bilingual bilingual(String name) {
		return HAN.matcher(name).find() ? new Bilingual(name, null) : new Bilingual(null, name);
	}

	@Override
	public void close() throws IOException {
		this.rows.close();
	}

}
