package org.zhiqiao.search;

import java.time.LocalDate;
import java.util.List;

import org.zhiqiao.search.text.Concept;
import org.zhiqiao.search.text.Thesaurus;

/**
 * A small world for tests. All people and organisations are made up.
 */
public final class SamplePeople {

	public static final Thesaurus THESAURUS = Thesaurus.of(List.of(
			concept("energy-storage", "储能", "", "energy storage", "", ""),
			concept("battery", "电池", "蓄电池", "battery", "", "energy-storage"),
			concept("lithium-ion-battery", "锂离子电池", "锂电池", "lithium-ion battery", "Li-ion battery", "battery"),
			concept("solid-state-battery", "固态电池", "全固态电池", "solid-state battery", "all-solid-state battery|SSB",
					"battery"),
			concept("semiconductor", "半导体", "", "semiconductor", "", ""),
			concept("silicon-carbide", "碳化硅", "", "silicon carbide", "SiC", "semiconductor"),
			concept("lidar", "激光雷达", "", "lidar", "laser radar", ""),
			concept("technology-transfer", "技术转移", "", "technology transfer", "", ""),
			concept("international-law", "国际商法", "涉外商事法律", "international business law", "", ""),
			concept("machine-tool", "机床", "", "machine tool", "", ""),
			concept("precision-machine-tool", "超高精密机床", "超精密机床", "ultra-precision machine tool", "",
					"machine-tool")));

	public static final long ZHANG = 1;

	public static final long WEBER = 2;

	public static final long LI = 3;

	public static final long MUELLER = 4;

	public static final long SATO = 5;

	public static final long WANG = 6;

	private SamplePeople() {}

	private static Concept concept(String code, String zh, String zhAlternatives, String en, String enAlternatives,
			String broader) {
		return new Concept(code, zh, list(zhAlternatives), en, list(enAlternatives), list(broader), List.of());
	}

	private static List<String> list(String values) {
		return values.isEmpty() ? List.of() : List.of(values.split("\\|", -1));
	}

	public static Piece piece(String id, PieceKind kind, String title, String text, int year, Audience audience) {
		return new Piece(id, kind, title, text, year, audience);
	}

	/**
	 * 张晓梅: batteries, in Chinese, without a word of English.
	 */
	public static ExpertDocument zhang() {
		return ExpertDocument.of(ZHANG, new Names("张晓梅", "Zhang Xiaomei", ""))
				.headline("固态电池电解质研究员")
				.affiliation("皖江示例大学")
				.pieces(List.of(
						piece("p1", PieceKind.PUBLICATION, "固态电池界面阻抗的研究", "研究全固态电池中硫化物电解质与正极的界面。", 2021,
								Audience.PUBLIC),
						piece("p2", PieceKind.PATENT, "一种锂电池隔膜的制备方法", "涉及隔膜涂覆工艺。", 2019, Audience.PUBLIC)))
				.domains(List.of("solid-state-battery"))
				.industries(List.of("new-materials"))
				.languages(List.of(new LanguageSkill("zh", CefrLevel.NATIVE), new LanguageSkill("de", CefrLevel.B1)))
				.countries(List.of(new CountryExperience("DE", "study", 2012, 2014)))
				.city("hefei")
				.residence("CN")
				.verified(true)
				.updatedEpochMs(3_000)
				.build();
	}

	/**
	 * Anna Weber: batteries, in English only.
	 */
	public static ExpertDocument weber() {
		return ExpertDocument.of(WEBER, new Names("", "Anna Weber", ""))
				.headline("Head of battery research")
				.affiliation("Example Institute of Energy Materials")
				.pieces(List.of(
						piece("w1", PieceKind.PUBLICATION, "Sulfide electrolytes for solid-state batteries",
								"We study interfaces of all-solid-state batteries with sulfide electrolytes.", 2022,
								Audience.PUBLIC),
						piece("w2", PieceKind.PROJECT, "Pilot line for SSB cells",
								"Scale-up with an automotive partner.", 2020,
								Audience.REGISTERED)))
				.languages(List.of(new LanguageSkill("de", CefrLevel.NATIVE), new LanguageSkill("en", CefrLevel.C1)))
				.countries(List.of(new CountryExperience("DE", "work", 2005, null),
						new CountryExperience("CN", "joint-project", 2018, 2020)))
				.residence("DE")
				.updatedEpochMs(2_000)
				.build();
	}

	/**
	 * 李强: silicon carbide; country experience only for those who are matched.
	 */
	public static ExpertDocument li() {
		return ExpertDocument.of(LI, new Names("李强", "Li Qiang", ""))
				.headline("功率半导体工程师")
				.pieces(List.of(piece("l1", PieceKind.PROJECT, "车规级碳化硅功率模块", "负责 SiC MOSFET 封装与可靠性验证。", 2023,
						Audience.PUBLIC)))
				.domains(List.of("silicon-carbide"))
				.languages(List.of(new LanguageSkill("zh", CefrLevel.NATIVE), new LanguageSkill("ja", CefrLevel.B2)))
				.countries(List.of(new CountryExperience("JP", "work", 2015, 2019)))
				.audience(FactGroup.COUNTRIES, Audience.MATCHED)
				.city("chizhou")
				.residence("CN")
				.updatedEpochMs(5_000)
				.build();
	}

	/**
	 * Jürgen Müller: ultra-precision machine tools, an engineer without publications.
	 */
	public static ExpertDocument mueller() {
		return ExpertDocument.of(MUELLER, new Names("", "Jürgen Müller", ""))
				.headline("Design engineer, ultra-precision machine tools")
				.pieces(List.of(piece("m1", PieceKind.ROLE, "Chief designer of machine tools",
						"Twenty years of design of ultra-precision machine tools, spindles and hydrostatic guideways.",
						2001,
						Audience.PUBLIC)))
				.languages(List.of(new LanguageSkill("de", CefrLevel.NATIVE)))
				.countries(List.of(new CountryExperience("DE", "work", 1995, null)))
				.competences(List.of("project-management"))
				.offers(List.of("advice"))
				.residence("DE")
				.updatedEpochMs(1_000)
				.build();
	}

	/**
	 * Satō: visible to nobody but those who are matched.
	 */
	public static ExpertDocument sato() {
		return ExpertDocument.of(SATO, new Names("佐藤健", "Sato Takeshi", "サトウ タケシ"))
				.headline("固体電池 researcher on solid-state battery")
				.basicsAudience(Audience.MATCHED)
				.pieces(List.of(piece("s1", PieceKind.PUBLICATION, "Solid-state battery separators", "", 2018,
						Audience.PUBLIC)))
				.languages(List.of(new LanguageSkill("ja", CefrLevel.NATIVE)))
				.residence("JP")
				.available(false)
				.updatedEpochMs(4_000)
				.build();
	}

	/**
	 * 王芳: law and technology transfer, no technology of her own.
	 */
	public static ExpertDocument wang() {
		return ExpertDocument.of(WANG, new Names("王芳", "Wang Fang", ""))
				.headline("涉外商事法律顾问")
				.pieces(List.of(piece("g1", PieceKind.ROLE, "国际技术转移合同顾问", "为中德技术转移项目起草合同。", 2020, Audience.PUBLIC)))
				.domains(List.of("international-law"))
				.languages(List.of(new LanguageSkill("zh", CefrLevel.NATIVE), new LanguageSkill("de", CefrLevel.C1)))
				.countries(List.of(new CountryExperience("DE", "work", 2010, 2016)))
				.competences(List.of("foreign-law", "trade"))
				.city("hefei")
				.residence("CN")
				.updatedEpochMs(6_000)
				.build();
	}

	public static List<IndexChange> experts() {
		return List.of(zhang(), weber(), li(), mueller(), sato(), wang())
				.stream()
				.<IndexChange>map(IndexChange.PutExpert::new)
				.toList();
	}

	public static DemandDocument demand(long id, String title, String description, String... domains) {
		return new DemandDocument(id, title, description, "zh", "technical-problem", "皖江示例新材料有限公司",
				List.of(domains), List.of(), List.of("new-materials"), "hefei", List.of("DE"), List.of("de"),
				Audience.PUBLIC, true, LocalDate.of(2026, 12, 31), 1_000 + id);
	}

	public static List<IndexChange> demands() {
		return List.of(
				new IndexChange.PutDemand(
						demand(11, "固态电池电解质量产难题", "寻找熟悉硫化物电解质的专家，解决企业技术难题。", "solid-state-battery")),
				new IndexChange.PutDemand(demand(12, "超精密机床主轴设计", "需要德国工程师指导。", "precision-machine-tool")));
	}

}
