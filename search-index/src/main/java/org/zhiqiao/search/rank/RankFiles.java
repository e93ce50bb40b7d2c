package org.zhiqiao.search.rank;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.zhiqiao.search.CefrLevel;
import org.zhiqiao.search.CountryExperience;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.ExpertDocument;
import org.zhiqiao.search.LanguageSkill;
import org.zhiqiao.search.Names;
import org.zhiqiao.search.Piece;
import org.zhiqiao.search.PieceKind;
import org.zhiqiao.search.ranking.Need;
import org.zhiqiao.search.text.Folding;
import org.zhiqiao.search.text.Thesaurus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads people and needs, a JSON object a line.
 */
final class RankFiles {

	private static final ObjectReader JSON = JsonMapper.builder()
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.build()
			.readerFor(JsonNode.class);

	private final Thesaurus thesaurus;

	RankFiles(Thesaurus thesaurus) {
		this.thesaurus = thesaurus;
	}

	/**
	 * A person with the name that the file gives them; the key is the place in the file.
	 */
	record NamedExpert(String name, ExpertDocument document) {

	}

	/**
	 * A need with the name that the file gives it.
	 */
	record NamedNeed(String name, Need need) {

	}

	List<NamedExpert> experts(Path file) throws IOException, WrongLine {
		List<NamedExpert> experts = new ArrayList<>();
		Set<String> keys = new HashSet<>();
		forEach(file, (line) -> {
			String key = line.key("id");
			if (!keys.add(key)) {
				throw line.wrong("id", "was given to an earlier line");
			}
			experts.add(new NamedExpert(key, expert(line, experts.size())));
		});
		return experts;
	}

	private ExpertDocument expert(JsonLine line, long number) throws WrongLine {
		List<String> codes = new ArrayList<>();
		List<String> free = new ArrayList<>();
		for (String domain : line.texts("domains")) {
			(this.thesaurus.concept(domain).isPresent() ? codes : free).add(domain);
		}
		List<Piece> pieces = new ArrayList<>();
		String summary = line.text("summary");
		if (!summary.isBlank()) {
			pieces.add(new Piece("summary", PieceKind.SUMMARY, "", summary, null, Audience.PUBLIC));
		}
		int place = 0;
		for (JsonLine work : line.objects("works")) {
			String id = work.text("id");
			pieces.add(new Piece(id.isEmpty() ? "work-" + place : id, PieceKind.PUBLICATION, work.text("title"),
					work.text("abstract"), work.year("year"), Audience.PUBLIC));
			place++;
		}
		List<LanguageSkill> languages = new ArrayList<>();
		for (JsonLine language : line.objects("languages")) {
			CefrLevel level = language.level("level");
			if (level == null) {
				throw language.wrong("level", "is missing");
			}
			languages.add(new LanguageSkill(language.key("code"), level));
		}
		List<CountryExperience> countries = new ArrayList<>();
		for (JsonLine country : line.objects("countries")) {
			String kind = country.text("kind");
			countries.add(new CountryExperience(country.key("code").toUpperCase(Locale.ROOT),
					kind.isEmpty() ? "other" : kind, country.year("from"), country.year("to")));
		}
		String name = line.text("name");
		return ExpertDocument.of(number, Folding.hasHan(name) ? new Names(name, "", "") : new Names("", name, ""))
				.pieces(pieces)
				.domains(codes)
				.freeDomains(free)
				.languages(languages)
				.countries(countries)
				.build();
	}

	List<NamedNeed> needs(Path file) throws IOException, WrongLine {
		List<NamedNeed> needs = new ArrayList<>();
		Set<String> keys = new HashSet<>();
		forEach(file, (line) -> {
			String key = line.key("id");
			if (!keys.add(key)) {
				throw line.wrong("id", "was given to an earlier line");
			}
			needs.add(new NamedNeed(key, need(line)));
		});
		return needs;
	}

	private Need need(JsonLine line) throws WrongLine {
		List<Need.Domain> domains = new ArrayList<>();
		for (String domain : line.texts("domains")) {
			domains.add(this.thesaurus.concept(domain).isPresent()
					? Need.Domain.concept(domain)
					: Need.Domain.free(domain));
		}
		List<Need.Language> languages = new ArrayList<>();
		for (JsonLine language : line.objects("languages")) {
			CefrLevel level = language.level("level");
			// without a level, to speak it at all is what is asked
			languages.add(new Need.Language(language.key("code"), (level != null) ? level : CefrLevel.A1,
					language.flag("must"), 1));
		}
		List<Need.Country> countries = new ArrayList<>();
		for (JsonLine country : line.objects("countries")) {
			String kind = country.text("kind");
			countries.add(new Need.Country(Set.of(country.key("code").toUpperCase(Locale.ROOT)),
					kind.isEmpty() ? Set.of() : Set.of(kind), country.flag("must"), 1));
		}
		return new Need(line.text("title"), line.text("description"), domains, languages, countries, List.of(),
				List.of(), Set.of());
	}

	private static void forEach(Path file, LineTask task) throws IOException, WrongLine {
		String name = file.getFileName().toString();
		int number = 0;
		try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
			String text;
			while ((text = reader.readLine()) != null) {
				number++;
				if (text.isBlank()) {
					continue;
				}
				JsonNode node;
				try {
					node = JSON.readValue(text);
				} catch (JacksonException ex) {
					throw new WrongLine(name, number, "", "is not JSON: " + ex.getOriginalMessage());
				}
				task.accept(new JsonLine(name, number, "", node));
			}
		} catch (MalformedInputException _) {
			throw new WrongLine(name, number + 1, "", "is not UTF-8");
		}
	}

	private interface LineTask {

		void accept(JsonLine line) throws WrongLine;

	}

}
