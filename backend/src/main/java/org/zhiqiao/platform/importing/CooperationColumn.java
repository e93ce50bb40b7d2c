package org.zhiqiao.platform.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.zhiqiao.platform.cooperation.CooperationKind;
import org.zhiqiao.platform.taxonomy.Scheme;

/** The columns of a list of projects, bases, programmes or events; each kind has its own of them. */
enum CooperationColumn {

	// @formatter:off
	REFERENCE("reference", "编号", "Number", "示例-001", "必填。贵单位对此条记录的固定编号；再次导入同一编号时更新同一条记录。",
			"Needed. Your own lasting number; a later import with the same number changes the same entry.", null, Kinds.ALL),
	TITLE_ZH("title/zh", "名称（中文）", "Name in Chinese", "示例合作", "中英文至少填一种。", "At least one of the two names.", null, Kinds.ALL),
	TITLE_EN("title/en", "名称（英文）", "Name in English", "Example of cooperation", "", "", null, Kinds.ALL),
	HOST("host", "承担单位", "Host", "江淮示例大学", "必填。平台上已有单位的名称、别名或统一社会信用代码。",
			"Needed. The name, another name or the unified code of an organisation on the platform.", null, Kinds.ALL),
	HOST_KIND("hostKind", "单位类型", "Kind of host", "", "不填则采用该单位的类型。代码或名称。", "The host's unless told. Code or name.", Scheme.HOST_KINDS, Kinds.ALL),
	CITY("city", "城市", "City", "", "不填则采用该单位所在城市。代码或名称。", "The host's unless told. Code or name.", Scheme.CITIES, Kinds.ALL),
	INDUSTRIES("industries", "产业", "Industries", "新材料; ai", "项目和基地必填；用分号隔开。", "Needed for projects and bases; separate by semicolons.", null, Kinds.ALL),
	DOMAINS("domains", "技术领域", "Fields", "固态电池", "词表中的词或代码，用分号隔开。", "Terms or codes of the thesaurus; separate by semicolons.", null, Kinds.ALL),
	COUNTRIES("countries", "合作国家和地区", "Partner countries", "DE; 日本", "必填；代码或名称，用分号隔开。", "Needed; codes or names, separate by semicolons.", null, Kinds.ALL),
	PARTNERS("partners", "合作单位", "Partners", "", "写法与承担单位相同，用分号隔开。", "As the host; separate by semicolons.", null, Kinds.ALL),
	PEOPLE("people", "参与专家", "Experts", "", "专家页面网址末尾的号码，用分号隔开。", "The numbers at the end of the addresses of their pages; separate by semicolons.", null, Kinds.ALL),
	FROM_YEAR("fromYear", "开始年份", "First year", "2024", "必填；基地填批准年份。", "Needed; for a base the year of approval.", null, Kinds.YEARS),
	TO_YEAR("toYear", "结束年份", "Last year", "", "进行中的不填。", "Empty while it lasts.", null, Kinds.YEARS),
	FORM("occasion/form", "形式", "Form", "", "必填；见“说明”页。", "Needed; see the sheet of explanations.", null, Kinds.OCCASIONS),
	FROM_DATE("occasion/from", "开始日期", "First day", "2025-09-08", "必填；年-月-日。", "Needed; year-month-day.", null, Kinds.OCCASIONS),
	TO_DATE("occasion/to", "结束日期", "Last day", "", "仅一天的不填。", "Empty if it took one day.", null, Kinds.OCCASIONS),
	HEADCOUNT("occasion/people", "参加人数", "People", "24", "", "", null, Kinds.OCCASIONS),
	BY_COUNTRY("occasion/byCountry", "各国人数", "People by country", "DE:14; 日本:7", "国家:人数，用分号隔开。", "country:people, separate by semicolons.", null, Kinds.OCCASIONS),
	FUNDING("funding", "经费（万元）", "Funding (10,000 yuan)", "300", "整数；基地填每年支持经费。", "A whole number; for a base the support a year.", null, Kinds.ALL),
	CHANNEL("channel", "合作渠道", "Channel", "", "必填。代码或名称。", "Needed. Code or name.", Scheme.CHANNELS, Kinds.NO_BASES),
	PROGRAMME("programme", "所属计划", "Programme", "", "代码或名称。", "Code or name.", Scheme.PROGRAMMES, Kinds.NO_BASES),
	BASE_TYPE("baseType", "基地类型", "Type of base", "", "必填。代码或名称。", "Needed. Code or name.", Scheme.BASE_TYPES, Kinds.BASES),
	BASE_LEVEL("baseLevel", "级别", "Level", "provincial", "必填：national（国家级）或 provincial（省级）。", "Needed: national or provincial.", null, Kinds.BASES),
	THEME("theme", "优先主题", "Priority theme", "", "", "", null, Kinds.BASES),
	NOTE("note", "进展和成果", "What came of it", "", "", "", null, Kinds.ALL);
	// @formatter:on

	private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u3000_]+");

	private final String pointer;

	private final String zh;

	private final String en;

	private final String example;

	private final String noteZh;

	private final String noteEn;

	private final @Nullable Scheme choices;

	private final Kinds kinds;

	CooperationColumn(String pointer, String zh, String en, String example, String noteZh, String noteEn,
			@Nullable Scheme choices, Kinds kinds) {
		this.pointer = pointer;
		this.zh = zh;
		this.en = en;
		this.example = example;
		this.noteZh = noteZh;
		this.noteEn = noteEn;
		this.choices = choices;
		this.kinds = kinds;
	}

	static List<CooperationColumn> of(CooperationKind kind) {
		return Arrays.stream(values()).filter(column -> column.kinds.have(kind)).toList();
	}

	/** The place in what is saved, without the first slash. */
	String pointer() {
		return this.pointer;
	}

	String heading() {
		return this.zh + " / " + this.en;
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

	Optional<Scheme> choices() {
		return Optional.ofNullable(this.choices);
	}

	/** The column with this heading: its key, or its name in either language or both. */
	static Optional<CooperationColumn> ofHeading(CooperationKind kind, String heading) {
		var plain = plain(heading);
		return of(kind).stream()
				.filter(column -> List
						.of(plain(column.name()), plain(column.zh), plain(column.en), plain(column.heading()))
						.contains(plain))
				.findFirst();
	}

	/** The column that a place in what is saved comes from. */
	static Optional<CooperationColumn> ofPointer(CooperationKind kind, String pointer) {
		var place = pointer.startsWith("/") ? pointer.substring(1) : pointer;
		var found = of(kind).stream()
				.filter(column -> place.equals(column.pointer) || place.startsWith(column.pointer + "/"))
				.findFirst();
		return found.isPresent() || !place.startsWith("title") ? found : Optional.of(TITLE_ZH);
	}

	private static String plain(String heading) {
		return SPACE.matcher(heading.strip().toLowerCase(Locale.ROOT)).replaceAll(" ");
	}

	/** Which kinds have a column. */
	private enum Kinds {

		ALL, BASES, NO_BASES, YEARS, OCCASIONS;

		boolean have(CooperationKind kind) {
			return switch (this) {
				case ALL -> true;
				case BASES -> kind == CooperationKind.BASE;
				case NO_BASES -> kind != CooperationKind.BASE;
				case YEARS -> !kind.occasion();
				case OCCASIONS -> kind.occasion();
			};
		}

	}

}
