package org.zhiqiao.platform.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.platform.taxonomy.Scheme;

/**
 * The columns of the list. The headings in the file may be Chinese, English or both; the example belongs to a made-up person
 * and is not imported.
 */
enum Column {

	KEY("编号", "Key", "示例-001", "贵单位对此人的固定编号。再次导入同一编号时更新同一份档案。",
			"Your own lasting number for this person. A later import with the same number updates the same profile."), NAME_ZH(
					"中文姓名", "Name in Chinese", "周示例", "中文、拉丁字母、本国文字三种姓名至少填一种。",
					"At least one of the three names is needed."), NAME_LATIN("拉丁字母姓名", "Name in Latin letters",
							"Shili Zhou", "", ""), NAME_NATIVE("本国文字姓名", "Name in own script", "", "仅在既非中文也非拉丁字母时填写。",
									"Only if it is neither Chinese nor Latin."), OTHER_NAMES("其他姓名", "Other names",
											"Zhou S.", "多个用分号隔开。", "Separate several by semicolons."), TITLE_LEVEL(
													"职称级别", "Title level", "senior", "代码或名称。", "Code or name.",
													Scheme.TITLE_LEVELS), TITLE_ZH("职称（中文）", "Title in Chinese", "教授",
															"", ""), TITLE_EN("职称（英文）", "Title in English", "Professor",
																	"", ""), SUMMARY_ZH("简介（中文）", "Summary in Chinese",
																			"从事固态电池研究。", "", ""), SUMMARY_EN("简介（英文）",
																					"Summary in English",
																					"Works on solid-state batteries.",
																					"", ""), AFFILIATION_ZH("现单位（中文）",
																							"Present organisation in Chinese",
																							"江淮示例大学", "",
																							""), AFFILIATION_EN(
																									"现单位（英文）",
																									"Present organisation in English",
																									"Jianghuai Example University",
																									"",
																									""), AFFILIATION_COUNTRY(
																											"现单位所在国家",
																											"Country of present organisation",
																											"CN",
																											"两位国家代码或名称。",
																											"Two-letter code or name.",
																											Scheme.COUNTRIES), AFFILIATION_FROM(
																													"现单位起始年",
																													"At present organisation since",
																													"2017",
																													"",
																													""), AFFILIATION_ROLE(
																															"现任职务",
																															"Present role",
																															"实验室主任",
																															"",
																															""), EARLIER_AFFILIATIONS(
																																	"过往任职",
																																	"Earlier affiliations",
																																	"Musterinstitut Neustadt | DE | 2011-2016 | Group leader",
																																	"每行一条：单位 | 国家 | 起止年 | 职务。",
																																	"One a line: organisation | country | years | role."), DEGREES(
																																			"学位",
																																			"Degrees",
																																			"PhD | Chemistry | Musteruniversität | DE | 2010",
																																			"每行一条：学位 | 专业 | 院校 | 国家 | 年份。",
																																			"One a line: degree | field | institution | country | year."), RESIDENCE(
																																					"居住国家",
																																					"Country of residence",
																																					"CN",
																																					"",
																																					"",
																																					Scheme.COUNTRIES), NATIONALITY(
																																							"国籍",
																																							"Nationality",
																																							"CN",
																																							"",
																																							"",
																																							Scheme.COUNTRIES), DOMAINS(
																																									"领域",
																																									"Domains",
																																									"固态电池; sulfide electrolytes",
																																									"词表中的词或代码，也可自由填写；用分号隔开。",
																																									"Terms or codes of the thesaurus, or your own words; separate by semicolons."), INDUSTRIES(
																																											"产业",
																																											"Industries",
																																											"new-materials; 新能源汽车和智能网联汽车",
																																											"用分号隔开。",
																																											"Separate by semicolons."), LANGUAGES(
																																													"语言",
																																													"Languages",
																																													"zh:native; de:C1; 英语:B2",
																																													"语言:水平，用分号隔开。",
																																													"language:level, separate by semicolons."), COUNTRIES(
																																															"国别经历",
																																															"Country experience",
																																															"DE work 2011-2016; 日本 study 2008-2010",
																																															"国家 类别 起止年，用分号隔开或每行一条。",
																																															"country kind years, separate by semicolons or one a line."), COMPETENCES(
																																																	"能力",
																																																	"Competences",
																																																	"project-management",
																																																	"用分号隔开。",
																																																	"Separate by semicolons."), EVIDENCE(
																																																			"成果",
																																																			"Evidence",
																																																			"publication | Sulfide electrolytes at scale | 2020 | We make them. | E. Muster | 10.1234/example",
																																																			"每行一条：类别 | 题名 | 年份 | 摘要 | 合作者（逗号隔开）| DOI。",
																																																			"One a line: kind | title | year | abstract | with whom (commas) | DOI."), OFFERS(
																																																					"可提供",
																																																					"Offers",
																																																					"advice; review",
																																																					"用分号隔开。",
																																																					"Separate by semicolons."), AVAILABILITY(
																																																							"时间安排",
																																																							"Availability",
																																																							"limited",
																																																							"open（可）、limited（有限）或 none（否）。",
																																																							"open, limited or none."), PREFERRED_LANGUAGE(
																																																									"首选语言",
																																																									"Preferred language",
																																																									"zh",
																																																									"",
																																																									"",
																																																									Scheme.LANGUAGES), TIME_ZONE(
																																																											"时区",
																																																											"Time zone",
																																																											"Asia/Shanghai",
																																																											"",
																																																											""), EMAIL(
																																																													"电子邮箱",
																																																													"E-mail",
																																																													"zhou.shili@example.org",
																																																													"默认不公开。",
																																																													"Private unless the person decides otherwise."), PHONE(
																																																															"电话",
																																																															"Telephone",
																																																															"+86 551 0000 0000",
																																																															"默认不公开。",
																																																															"Private unless the person decides otherwise."), ORCID(
																																																																	"ORCID",
																																																																	"ORCID iD",
																																																																	"",
																																																																	"形如 0000-0002-1825-0097。",
																																																																	"Such as 0000-0002-1825-0097."), OPENALEX(
																																																																			"OpenAlex 编号",
																																																																			"OpenAlex id",
																																																																			"",
																																																																			"形如 A5000000001。",
																																																																			"Such as A5000000001."), VISIBILITY(
																																																																					"可见范围",
																																																																					"Visibility",
																																																																					"background=registered; contact=private",
																																																																					"组=范围，用分号隔开；组：basics、background、expertise、languages、countries、evidence、offers、contact；范围：public、registered、matched、private。",
																																																																					"group=who, separate by semicolons; groups: basics, background, expertise, languages, countries, evidence, offers, contact; who: public, registered, matched, private.");

	/** The first cell of the example row in the template; such a row is never imported. */
	static final String EXAMPLE_KEY = "示例-001";

	private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u3000_]+");

	private final String zh;

	private final String en;

	private final String example;

	private final String noteZh;

	private final String noteEn;

	private final @Nullable Scheme choices;

	Column(String zh, String en, String example, String noteZh, String noteEn) {
		this(zh, en, example, noteZh, noteEn, null);
	}

	Column(String zh, String en, String example, String noteZh, String noteEn, @Nullable Scheme choices) {
		this.zh = zh;
		this.en = en;
		this.example = example;
		this.noteZh = noteZh;
		this.noteEn = noteEn;
		this.choices = choices;
	}

	/** Stable name, e.g. {@code name_zh}; also accepted as a heading. */
	String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The heading in the template: both languages. */
	String heading() {
		return this.zh.equals(this.en) ? this.en : this.zh + " / " + this.en;
	}

	String heading(Locale language) {
		return "zh".equals(language.getLanguage()) ? this.zh : this.en;
	}

	String example() {
		return this.example;
	}

	String noteZh() {
		return this.noteZh;
	}

	String noteEn() {
		return this.noteEn;
	}

	/** The vocabulary to choose one entry from, if the column takes a single one. */
	Optional<Scheme> choices() {
		return Optional.ofNullable(this.choices);
	}

	static Optional<Column> ofKey(String key) {
		return Arrays.stream(values()).filter((column) -> column.key().equals(key)).findFirst();
	}

	/** The column with this heading: its key, or its name in either language or both. */
	static Optional<Column> ofHeading(String heading) {
		var plain = plain(heading);
		return Arrays.stream(values())
				.filter((column) -> List
						.of(plain(column.key()), plain(column.zh), plain(column.en), plain(column.heading()))
						.contains(plain))
				.findFirst();
	}

	private static String plain(String heading) {
		return SPACE.matcher(heading.strip().toLowerCase(Locale.ROOT)).replaceAll(" ");
	}

}
