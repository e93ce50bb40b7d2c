package org.zhiqiao.platform.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;

import org.zhiqiao.platform.cooperation.Occasion;
import org.zhiqiao.platform.cooperation.SaveBaseYear;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The files of the sample, as they are written: JSON, one thing a line. */
final class SampleFile {

	private static final JsonMapper JSON = JsonMapper.builder()
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.build();

	private SampleFile() {}

	static List<SampleOrganisation> organisations() {
		return read("organisations.jsonl", SampleOrganisation.class);
	}

	static List<SampleExpert> experts() {
		return read("experts.jsonl", SampleExpert.class);
	}

	static List<SampleDemand> demands() {
		return read("demands.jsonl", SampleDemand.class);
	}

	static List<SampleArticle> articles() {
		return read("articles.jsonl", SampleArticle.class);
	}

	static List<SampleCooperation> cooperation() {
		return read("cooperation.jsonl", SampleCooperation.class);
	}

	static List<SampleContact> engagements() {
		return read("engagements.jsonl", SampleContact.class);
	}

	static List<SampleWriting> research() {
		return read("research.jsonl", SampleWriting.class);
	}

	/** A drawing of our own that an article shows. */
	static byte[] picture(String name) {
		try {
			return new ClassPathResource("sample/pictures/" + name + ".jpg").getContentAsByteArray();
		} catch (IOException missing) {
			throw new UncheckedIOException(missing);
		}
	}

	private static <T> List<T> read(String file, Class<T> type) {
		try (var lines = new BufferedReader(new InputStreamReader(
				new ClassPathResource("sample/" + file).getInputStream(), StandardCharsets.UTF_8))) {
			return lines.lines().filter(line -> !line.isBlank()).map(line -> JSON.readValue(line, type)).toList();
		} catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** An organisation; {@code parent} is the key of another. */
	record SampleOrganisation(String key, boolean sample, String nameZh, @Nullable String nameEn, List<String> aliases,
			String country, @Nullable String city, String hostKind, @Nullable String uscc, @Nullable String parent) {

	}

	/** A person; {@code org} of an affiliation is the key of an organisation. */
	record SampleExpert(String key, boolean sample, SampleNames names, SampleTitle title,
			List<SampleAffiliation> affiliations, List<SampleDegree> degrees, String residence, String nationality,
			List<String> domains, List<String> freeDomains, List<String> industries, List<SampleLanguage> languages,
			List<SampleCountry> countries, List<String> competences, List<SampleEvidence> evidence,
			List<String> offers, SampleAvailability availability, @Nullable String preferredLanguage,
			@Nullable String timeZone, String email, Map<String, String> visibility, @Nullable String summaryZh,
			@Nullable String summaryEn, boolean verified) {

	}

	record SampleNames(@Nullable String zh, @Nullable String latin,
			@JsonProperty("native") @Nullable String ownScript) {

	}

	record SampleTitle(@Nullable String level, @Nullable String zh, @Nullable String en) {

	}

	record SampleAffiliation(@Nullable String org, @Nullable String nameZh, @Nullable String nameEn,
			@Nullable String country, @Nullable Integer from, @Nullable Integer to, @Nullable String role) {

	}

	record SampleDegree(@Nullable String level, @Nullable String field, @Nullable String institution,
			@Nullable String country, @Nullable Integer year) {

	}

	record SampleLanguage(String code, String level) {

	}

	record SampleCountry(String code, String kind, @Nullable Integer from, @Nullable Integer to,
			@Nullable String note) {

	}

	record SampleEvidence(String kind, String title, @JsonProperty("abstract") @Nullable String summary,
			@Nullable Integer year, List<String> with, @Nullable String language) {

	}

	record SampleAvailability(@Nullable String status, @Nullable LocalDate from, @Nullable String note) {

	}

	/** A need; {@code org} is the key of an organisation, {@code expected} are keys of people who should come first. */
	record SampleDemand(String key, boolean sample, String org, String kind, String title, String description,
			String language, List<SampleDomain> domains, List<String> industries, @Nullable String city,
			List<SampleWish> countries, List<SampleLevel> languages, List<SampleCompetence> competences,
			@Nullable Integer budgetMin, @Nullable Integer budgetMax, @Nullable LocalDate deadline,
			String confidentiality, String state, List<String> expected) {

	}

	/**
	 * An article; {@code org} and {@code organisations} are keys of organisations, {@code people} of people. Its texts name
	 * pictures in braces.
	 */
	record SampleArticle(boolean sample, String kind, @Nullable String form, String org, String state, int daysAgo,
			@Nullable String titleZh, @Nullable String titleEn, @Nullable String textZh, @Nullable String textEn,
			List<String> industries, List<String> countries, List<String> people, List<String> organisations) {

	}

	/** One thing of cooperation; {@code host} and {@code partners} are keys of organisations, {@code people} of people. */
	record SampleCooperation(boolean sample, String kind, String titleZh, String titleEn, String host, String city,
			List<String> industries, List<String> domains, List<String> countries, List<String> partners,
			List<String> people, int fromYear, @Nullable Integer toYear, @Nullable Integer funding,
			@Nullable String channel, @Nullable String programme, @Nullable String baseType,
			@Nullable String baseLevel, @Nullable String theme, @Nullable String note, @Nullable Occasion occasion,
			@Nullable List<SampleYear> baseYears) {

		/** Of bases alone. */
		List<SampleYear> years() {
			return Objects.requireNonNullElse(this.baseYears, List.of());
		}

	}

	/** What a base meant to reach in a year and what it reached. */
	record SampleYear(int year, boolean reported, List<SaveBaseYear.SaveMeasure> measures, @Nullable String note) {

	}

	/** A study or a guide; {@code authors} are keys of people, {@code outside} names, {@code deadline} a month and a day. */
	record SampleWriting(boolean sample, String kind, String titleZh, String titleEn, String textZh, String textEn,
			List<String> themes, List<String> authors, List<String> outside, @Nullable String deadline,
			List<SampleTopic> topics) {

	}

	/** A topic of a guide; {@code needs} and {@code experts} are keys. */
	record SampleTopic(String titleZh, String titleEn, String textZh, String textEn, List<String> needs,
			List<String> cities, List<String> experts) {

	}

	/** What came of a need; {@code need} and {@code person} are keys. {@code triage} is what an officer thinks of the need. */
	record SampleContact(boolean sample, String need, String person, String by, String message, List<SampleWord> words,
			String state, int daysAgo, @Nullable List<@Nullable Object> ownerMarks,
			@Nullable List<@Nullable Object> personMarks, @Nullable String reason, @Nullable String triage,
			@Nullable String remarks) {

	}

	record SampleWord(String side, String words) {

	}

	record SampleDomain(@Nullable String code, @Nullable String text, boolean must, int weight) {

	}

	record SampleWish(@Nullable String code, @Nullable String region, @Nullable String kind, boolean must,
			int weight) {

	}

	record SampleLevel(String code, String level, boolean must, int weight) {

	}

	record SampleCompetence(String code, boolean must, int weight) {

	}

}
