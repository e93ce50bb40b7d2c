package org.zhiqiao.platform.importing;

import static org.zhiqiao.platform.importing.Fields.cut;
import static org.zhiqiao.platform.importing.Fields.each;
import static org.zhiqiao.platform.importing.Fields.text;
import static org.zhiqiao.platform.importing.Fields.texts;
import static org.zhiqiao.platform.importing.Fields.year;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.expert.Affiliation;
import org.zhiqiao.platform.expert.Contact;
import org.zhiqiao.platform.expert.CountryExperience;
import org.zhiqiao.platform.expert.Degree;
import org.zhiqiao.platform.expert.Evidence;
import org.zhiqiao.platform.expert.Identifiers;
import org.zhiqiao.platform.expert.Names;
import org.zhiqiao.platform.expert.SaveExpert;
import org.zhiqiao.platform.expert.ScholarlyId;
import org.zhiqiao.platform.taxonomy.Bilingual;
import tools.jackson.databind.JsonNode;

/** Reads an ORCID public record (JSON, version 3.0). */
@Component
class OrcidRecord {

	private static final Pattern HAN = Pattern.compile(".*\\p{IsHan}.*");

	private static final Pattern KEYWORD_ENDS = Pattern.compile("[,;，；、]");

	private static final int MOST_WORKS = 1000;

	private final Topics topics;

	OrcidRecord(Topics topics) {
		this.topics = topics;
	}

	/** Whether this looks like a record at all. */
	static boolean looksRight(JsonNode record) {
		return orcid(record) != null && (record.has("person") || record.has("activities-summary"));
	}

	static @Nullable String orcid(JsonNode record) {
		var path = text(record, "orcid-identifier", "path");
		return (path != null) ? path : ScholarlyId.plainOrcid(text(record, "path"));
	}

	SaveExpert read(JsonNode record) {
		var person = record.path("person");
		var employments = posts(record, "employments", "employment-summary");
		var educations = summaries(record, "educations", "education-summary");
		var keywords = this.topics.sort(
				each(person, "keywords", "keyword").flatMap((keyword) -> words(text(keyword, "content"))).toList());
		var biography = text(person, "biography", "content");
		var chinese = biography != null && HAN.matcher(biography).matches();
		return new SaveExpert(names(person), null,
				new Bilingual(chinese ? cut(biography, 5000) : null, chinese ? null : cut(biography, 10000)),
				new ArrayList<>(employments), new ArrayList<>(educations.stream().map(OrcidRecord::degree).toList()),
				each(person, "addresses", "address").map((address) -> text(address, "country", "value"))
						.filter(Objects::nonNull)
						.findFirst()
						.orElse(null),
				null, new ArrayList<>(keywords.concepts()), new ArrayList<>(keywords.words()), null, null,
				new ArrayList<>(stays(employments, educations)), null, new ArrayList<>(evidence(record)), null, null,
				null,
				null, email(person), new Identifiers(orcid(record), null), null);
	}

	/** Several keywords are often written into one. */
	private static Stream<String> words(@Nullable String keywords) {
		return (keywords == null) ? Stream.empty() : KEYWORD_ENDS.splitAsStream(keywords);
	}

	private static Names names(JsonNode person) {
		var given = text(person, "name", "given-names", "value");
		var family = text(person, "name", "family-name", "value");
		var credit = text(person, "name", "credit-name", "value");
		var others = texts(each(person, "other-names", "other-name"), (name) -> text(name, "content"));
		String zh = null;
		String latin = null;
		String own = null;
		var more = new ArrayList<String>();
		var written = new ArrayList<String>();
		if (given != null || family != null) {
			var han = HAN.matcher(given + "" + family).matches();
			// In Chinese the family name stands first, without a space.
			written.add(han
					? Objects.requireNonNullElse(family, "") + Objects.requireNonNullElse(given, "")
					: Stream.of(given, family).filter(Objects::nonNull).collect(Collectors.joining(" ")));
		}
		if (credit != null) {
			written.add(credit);
		}
		written.addAll(others);
		for (var name : written) {
			if (HAN.matcher(name).matches() && zh == null) {
				zh = name;
			} else if (isLatin(name) && latin == null) {
				latin = name;
			} else if (!HAN.matcher(name).matches() && !isLatin(name) && own == null) {
				own = name;
			} else if (!name.equals(zh) && !name.equals(latin) && !name.equals(own)) {
				more.add(cut(name, 200) + "");
			}
		}
		return new Names(cut(zh, 100), cut(latin, 200), cut(own, 200), more.stream().limit(50).toList());
	}

	private static boolean isLatin(String name) {
		return name.codePoints()
				.filter(Character::isLetter)
				.allMatch((letter) -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
	}

	private static List<JsonNode> summaries(JsonNode record, String section, String summary) {
		return each(record, "activities-summary", section, "affiliation-group")
				.flatMap((group) -> each(group, "summaries"))
				.map((item) -> item.path(summary))
				.filter(JsonNode::isObject)
				.limit(100)
				.toList();
	}

	private static List<Affiliation> posts(JsonNode record, String section, String summary) {
		return summaries(record, section, summary).stream().map((post) -> {
			var name = cut(text(post, "organization", "name"), 300);
			var chinese = name != null && HAN.matcher(name).matches();
			var role = Stream.of(text(post, "role-title"), text(post, "department-name"))
					.filter(Objects::nonNull)
					.collect(Collectors.joining(", "));
			return new Affiliation(null, new Bilingual(chinese ? name : null, chinese ? null : name),
					text(post, "organization", "address", "country"), year(post, "start-date", "year", "value"),
					year(post, "end-date", "year", "value"), cut(role, 300));
		}).filter((post) -> post.name().zh() != null || post.name().en() != null).toList();
	}

	private static Degree degree(JsonNode education) {
		return new Degree(cut(text(education, "role-title"), 100), cut(text(education, "department-name"), 200),
				cut(text(education, "organization", "name"), 300),
				text(education, "organization", "address", "country"),
				year(education, "end-date", "year", "value"));
	}

	/** Working or studying in a country is experience with it; successive posts in one country stay apart. */
	private static List<CountryExperience> stays(List<Affiliation> posts, List<JsonNode> educations) {
		var stays = new LinkedHashMap<String, CountryExperience>();
		for (var post : posts) {
			if (post.country() != null) {
				var name = (post.name().zh() != null) ? post.name().zh() : post.name().en();
				add(stays, new CountryExperience(post.country(), "work", post.from(), post.to(), name));
			}
		}
		for (var education : educations) {
			var country = text(education, "organization", "address", "country");
			if (country != null) {
				add(stays, new CountryExperience(country, "study", year(education, "start-date", "year", "value"),
						year(education, "end-date", "year", "value"),
						cut(text(education, "organization", "name"), 300)));
			}
		}
		return stays.values().stream().limit(100).toList();
	}

	private static void add(Map<String, CountryExperience> stays, CountryExperience stay) {
		stays.putIfAbsent(stay.code() + stay.kind() + stay.from() + stay.to(), stay);
	}

	private static List<Evidence> evidence(JsonNode record) {
		var all = new ArrayList<Evidence>();
		each(record, "activities-summary", "works", "group").map(OrcidRecord::work).filter(Objects::nonNull)
				.forEach(all::add);
		each(record, "activities-summary", "fundings", "group")
				.flatMap((group) -> each(group, "funding-summary").limit(1))
				.map((funding) -> plain("project", text(funding, "title", "title", "value"),
						text(funding, "organization", "name"), year(funding, "start-date", "year", "value")))
				.filter(Objects::nonNull)
				.forEach(all::add);
		summaries(record, "distinctions", "distinction-summary").stream()
				.map((award) -> plain("award", text(award, "role-title"), text(award, "organization", "name"),
						year(award, "start-date", "year", "value")))
				.filter(Objects::nonNull)
				.forEach(all::add);
		return all.stream().limit(MOST_WORKS).toList();
	}

	/** Of the versions of a work that different sources gave, the first is the one its owner prefers. */
	private static @Nullable Evidence work(JsonNode group) {
		var summary = each(group, "work-summary").findFirst().orElse(null);
		var title = (summary != null) ? cut(text(summary, "title", "title", "value"), 1000) : null;
		if (summary == null || title == null) {
			return null;
		}
		var doi = Stream
				.concat(each(group, "external-ids", "external-id"), each(summary, "external-ids", "external-id"))
				.filter((id) -> "doi".equalsIgnoreCase(text(id, "external-id-type")))
				.map((id) -> ScholarlyId.plainDoi(text(id, "external-id-value")))
				.filter((id) -> id != null && ScholarlyId.isDoi(id))
				.findFirst()
				.orElse(null);
		var type = Objects.requireNonNullElse(text(summary, "type"), "").toLowerCase(Locale.ROOT);
		var kind = switch (type) {
			case "patent", "invention" -> "patent";
			case "standards-and-policy", "technical-standard", "standards" -> "standard";
			default -> "publication";
		};
		return new Evidence(null, kind, title, text(summary, "journal-title"),
				year(summary, "publication-date", "year", "value"), List.of(),
				HAN.matcher(title).matches() ? "zh" : null, doi, null);
	}

	private static @Nullable Evidence plain(String kind, @Nullable String title, @Nullable String about,
			@Nullable Integer year) {
		return (title == null)
				? null
				: new Evidence(null, kind, cut(title, 1000) + "", about, year, List.of(), null, null, null);
	}

	private static @Nullable Contact email(JsonNode person) {
		return each(person, "emails", "email").map((email) -> text(email, "email"))
				.filter(Objects::nonNull)
				.findFirst()
				.map((email) -> new Contact(email, null, null))
				.orElse(null);
	}

}
