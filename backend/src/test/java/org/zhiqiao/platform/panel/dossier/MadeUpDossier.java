package org.zhiqiao.platform.panel.dossier;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.document.Fonts;
import org.zhiqiao.platform.panel.dossier.Dossier.Cost;
import org.zhiqiao.platform.panel.dossier.Dossier.Drawing;
import org.zhiqiao.platform.panel.dossier.Dossier.Duty;
import org.zhiqiao.platform.panel.dossier.Dossier.Excluded;
import org.zhiqiao.platform.panel.dossier.Dossier.Finding;
import org.zhiqiao.platform.panel.dossier.Dossier.Group;
import org.zhiqiao.platform.panel.dossier.Dossier.Item;
import org.zhiqiao.platform.panel.dossier.Dossier.Objection;
import org.zhiqiao.platform.panel.dossier.Dossier.Officer;
import org.zhiqiao.platform.panel.dossier.Dossier.Party;
import org.zhiqiao.platform.panel.dossier.Dossier.Person;
import org.zhiqiao.platform.panel.dossier.Dossier.Pool;
import org.zhiqiao.platform.panel.dossier.Dossier.PoolGroup;
import org.zhiqiao.platform.panel.dossier.Dossier.Rule;
import org.zhiqiao.platform.panel.dossier.Dossier.Ruling;
import org.zhiqiao.platform.panel.dossier.Dossier.Step;
import org.zhiqiao.platform.panel.dossier.Dossier.Stratum;
import org.zhiqiao.platform.panel.dossier.Dossier.Term;
import org.zhiqiao.platform.panel.dossier.Dossier.Tied;
import org.zhiqiao.platform.panel.dossier.Dossier.Voiding;

/** A dossier with something of everything; its people are made up. */
final class MadeUpDossier {

	static final Instant EXPORTED = Instant.parse("2026-03-11T02:30:15.123456Z");

	private static final String HASH = "0123456789abcdef".repeat(4);

	private static final Term BATTERIES = new Term("solid-state-batteries", "固态电池", "Solid-state batteries");

	private MadeUpDossier() {}

	/** @param excluded how many people a draw left out */
	static Dossier of(int excluded) {
		var last = Instant.parse("2026-03-10T08:00:00Z");
		return new Dossier(17, "2026 年固态电池专项立项评审", new Term("project-evaluation", "项目评估", "Project evaluation"),
				"drawn", EXPORTED, Instant.parse("2026-03-01T01:00:00Z"), last, Dossier.keepUntil(last), 1,
				List.of(new Group("技术专家", 5, "anywhere", List.of(BATTERIES),
						List.of(new Term("en c1", "英语 C1", "English C1")),
						List.of()),
						new Group("海外专家", 2, "overseas", List.of(BATTERIES), List.of(),
								List.of(new Term("DE", "德国", "Germany")))),
				List.of(new Rule("odd-number", "成员为单数，且不少于", "An odd number of members, at least", true, 7, "members",
						"law",
						"招标投标法 §37", null),
						new Rule("title", "具有高级职称或同等水平", "Senior title or equal level", false, null, null, "law",
								"招标投标法 §37", "本次评审需要青年专家参与，经集体研究同意不作要求。"),
						new Rule("same-organisation", "回避：与当事单位有任职关系，含上下级单位和别名，年限",
								"Recusal: works or worked for a party", true,
								3, "years", "law", "政府采购法实施条例 §9", null),
						new Rule("rotation", "轮换：距上次参加评审已满", "Rotation", false, null, "months", "practice", "", null)),
				List.of(new Duty("organiser", "方明"), new Duty("firstDrawer", "吴越"), new Duty("secondDrawer", "程芳"),
						new Duty("supervisor", null)),
				List.of(new Item(1, "高镍正极固态电池中试线", List.of(new Party("applicant", "皖江新能源科技有限公司"),
						new Party("partner", "Rheinland Zelltechnik GmbH")), List.of(new Person(301, "秦朗", null)),
						List.of(BATTERIES),
						List.of(new Objection(new Person(12, "Zoë O’Neil", null), "皖江新能源科技有限公司",
								"曾在竞争企业任职，可能影响公正评审。", false, "任职已逾三年，不影响公正。"),
								new Objection(new Person(15, "何静", null), "皖江新能源科技有限公司", "与本项目有技术争议。", null, null))),
						new Item(2, "硫化物电解质界面研究", List.of(), List.of(), List.of(), List.of())),
				new Pool(40 + excluded, 40, 7, 7, 2,
						List.of(new PoolGroup("技术专家", 5, 32, 15, 18, 0.1875,
								List.of(new Cost("field", 210, 120), new Cost("conflict", 6, 2))),
								new PoolGroup("海外专家", 2, 8, 6, 5, 0.25, List.of())),
						excluded(excluded)),
				declared(),
				List.of(new Tied(new Person(12, "Zoë O’Neil", null),
						List.of(new Finding("joint-work", "soft", 1, 2, "works", null,
								List.of(new Step("person", "Zoë O’Neil", null, null, null),
										new Step("work",
												"Interfaces in sulfide solid electrolytes for high-nickel cathodes",
												"author", 2024, 2024),
										new Step("person", "秦朗", "author", null, null),
										new Step("item", "高镍正极固态电池中试线", "involved", null, null)),
								new Ruling(true, "大型合作论文，双方无直接合作。", "方明", Instant.parse("2026-03-02T03:00:00Z"))))),
						new Tied(new Person(14, "𠮷田健", null),
								List.of(new Finding("same-organisation", "hard", 1, null, "profile", "本人声明",
										List.of(new Step("person", "𠮷田健", null, null, null),
												new Step("organisation", "皖江新能源科技有限公司", "employed", 2023, null),
												new Step("item", "高镍正极固态电池中试线", "applicant", null, null)),
										null)))),
				List.of(new Dossier.PastRuling(new Person(15, "何静", null), "colleague", 2L,
						new Ruling(false, "曾为同一课题组成员。", null, Instant.parse("2026-03-02T04:00:00Z")))),
				List.of(voided(excluded), drawn(excluded)),
				List.of(refused()), reviewed());
	}

	/** Twice asked; one corrected an answer, one does not want to serve, one has said nothing. */
	private static Declared declared() {
		var asked = Instant.parse("2026-03-02T01:00:00Z");
		var again = Instant.parse("2026-03-05T01:00:00Z");
		var until = Instant.parse("2026-03-08T10:00:00Z");
		return new Declared(true,
				List.of(new Declared.Round(1, asked, "方明", until, "请尽快答复。", List.of(2), 3, 2),
						new Declared.Round(2, again, null, until, null, List.of(), 1, 1)),
				List.of(new Declared.Asked(new Person(11, "顾南舟", null), 1, asked, "ties",
						List.of(new Declared.Answer(Instant.parse("2026-03-03T01:00:00Z"), false, null, false,
								List.of()),
								new Declared.Answer(Instant.parse("2026-03-04T01:00:00Z"), false, "另有会议交往", true,
										List.of(new Declared.Told(1, "皖江新能源科技有限公司", "financial", "持有少量股份"),
												new Declared.Told(2, null, "other", "曾参与论证"))))),
						new Declared.Asked(new Person(14, "𠮷田健", null), 1, asked, "unwilling",
								List.of(new Declared.Answer(Instant.parse("2026-03-03T02:00:00Z"), true, "近期工作繁忙", true,
										List.of()))),
						new Declared.Asked(new Person(16, "李立", null), 2, again, "asked", List.of())),
				List.of(new Declared.Standing(new Person(12, "Zoë O’Neil", null), "supervisor",
						new Person(18, "韩雪", null), null, null, 2010, 2014, null,
						Instant.parse("2025-06-01T01:00:00Z"), null),
						new Declared.Standing(new Person(13, "欧阳思源", null), "family", null, "欧阳某", "皖江新能源科技有限公司",
								null, null, "配偶", Instant.parse("2026-03-02T05:00:00Z"),
								new Declared.Noted("方明", "来信举报", "并无此事", Instant.parse("2026-03-03T05:00:00Z")))));
	}

	private static Dossier.Choice refused() {
		return new Dossier.Choice(3, "refused", "高镍正极中试工艺特殊，须由掌握干法电极的专家评审。", "方明",
				Instant.parse("2026-03-10T06:00:00Z"), "沈清", Instant.parse("2026-03-10T07:00:00Z"), "可由抽取产生，理由不充分。",
				new Dossier.Proof(412.5, 420.0, 0.018, true, 40, 120),
				List.of(new Dossier.ChosenGroup("技术专家", 1,
						List.of(new Dossier.ChosenPerson(new Person(11, "顾南舟", "中国科学技术大学"), 81.5, 96.5)),
						List.of(new Dossier.ChosenPerson(new Person(18, "韩雪", "合肥工业大学"), 77, 4.5)))),
				null, List.of());
	}

	/** Two judged, one of them disagrees, and one left with what they had said. */
	private static Reviewed reviewed() {
		var signed = Instant.parse("2026-03-09T02:00:00Z");
		var given = Instant.parse("2026-03-09T08:00:00Z");
		var settled = Instant.parse("2026-03-10T08:00:00Z");
		return new Reviewed("settled",
				List.of(new Reviewed.Criterion("创新性与技术水平", "Novelty", 30, 60),
						new Reviewed.Criterion("可行性", null, 10, 40)),
				"请独立评分。", given, Instant.parse("2026-03-08T01:00:00Z"), given,
				List.of(judge(1, new Person(101, "李明", null), signed, null),
						judge(2, new Person(102, "𠮷田健", null), signed, null)),
				List.of(judge(0, new Person(103, "Anna Weber", null), signed,
						new Reviewed.Ended("declined", signed, "conflict", "刚接受申报单位聘任"))),
				List.of(new Reviewed.Outcome(1, 2, 1, 70.0, 66.0, 74.0, 4.0, List.of(75.0, 62.5), List.of())),
				List.of(new Reviewed.Protocol(1,
						List.of(new Reviewed.Concluded(1, "with-changes", "补充中试数据")), "一、评审时间\n评审按期完成。", given,
						settled, null, null,
						List.of(new Reviewed.Answered(new Person(101, "李明", null), "silent", null, null),
								new Reviewed.Answered(new Person(102, "𠮷田健", null), "dissent", "样品数据不足，不同意推荐。",
										given)))),
				"程皖生", settled, null, "沈鉴", settled,
				new Reviewed.Published(settled, "程皖生", List.of("招标投标法 §37"),
						List.of(new Reviewed.Listed("李明", "安徽大学", "drawn"),
								new Reviewed.Listed(null, null, "direct"))),
				List.of(new Reviewed.Appraised(new Person(101, "李明", null),
						List.of(new Reviewed.Appraisal("attendance", "履约", "Attendance", 20, 20, "", null, null),
								new Reviewed.Appraisal("diligence", "尽责", "Diligence", 10, 30, "评语过于简略", 24, "")),
						30, 44, "提交及时", settled, "评语已逐项说明理由", settled, "changed", "评语符合要求", settled)));
	}

	private static Reviewed.Judge judge(int number, Person person, Instant signed, Reviewed.@Nullable Ended ended) {
		return new Reviewed.Judge(number, person, "drawn", signed, List.of(2),
				List.of(new Reviewed.Judgement(1, Map.of(1, 22.5, 2, 6.0), 69.0, "方案可行")), ended);
	}

	private static Drawing voided(int excluded) {
		return new Drawing(1, "void", Instant.parse("2026-03-09T01:00:00Z"), officers(),
				Instant.parse("2026-03-09T01:20:00Z"), HASH, HASH, HASH, "draws/draw-1.json",
				new Voiding("名单冻结后发现一名专家资料有误。", "方明", Instant.parse("2026-03-09T02:00:00Z"), "沈清",
						Instant.parse("2026-03-09T03:00:00Z")),
				strata(), List.of(), excluded(excluded / 2), List.of());
	}

	private static Drawing drawn(int excluded) {
		return new Drawing(2, "drawn", Instant.parse("2026-03-10T01:00:00Z"), officers(),
				Instant.parse("2026-03-10T01:20:00Z"), HASH, HASH, HASH, "draws/draw-2.json", null, strata(),
				List.of(new Dossier.Apart(new Person(12, "Zoë O’Neil", null), new Person(18, "韩雪", "合肥工业大学"),
						"supervision")),
				excluded(excluded - excluded / 2), List.of(
						new Dossier.Invited("技术专家", 1, new Person(101, "Zoë O’Neil", null), "declined",
								Instant.parse("2026-03-10T02:00:00Z"), Instant.parse("2026-03-12T02:00:00Z"), null,
								Instant.parse("2026-03-10T05:00:00Z"), "no-time", "三月在国外",
								null),
						new Dossier.Invited("技术专家", 1, new Person(102, "林若溪", "江淮示例大学"), "accepted",
								Instant.parse("2026-03-10T05:00:00Z"), Instant.parse("2026-03-12T05:00:00Z"),
								Instant.parse("2026-03-11T01:00:00Z"), null, null, null,
								new Person(101, "Zoë O’Neil", null))));
	}

	private static List<Officer> officers() {
		return List.of(
				new Officer("吴越", "PROVINCIAL_OFFICER", HASH, Instant.parse("2026-03-10T01:05:00Z"),
						Instant.parse("2026-03-10T01:30:00Z")),
				new Officer("程芳", "CITY_OFFICER", HASH, Instant.parse("2026-03-10T01:06:00Z"),
						Instant.parse("2026-03-10T01:31:00Z")));
	}

	private static List<Stratum> strata() {
		return List.of(new Stratum("技术专家", 5, 32,
				List.of(new Person(11, "顾南舟", "中国科学技术大学"), new Person(12, "Zoë O’Neil", null),
						new Person(13, "欧阳思源", "合肥综合性国家科学中心能源研究院（安徽省能源实验室）"), new Person(16, "李立", "安徽大学"),
						new Person(17, "周宁", "中国科学院合肥物质科学研究院")),
				List.of(new Person(18, "韩雪", "合肥工业大学"), new Person(19, "Łukasz Żółtowski", null))),
				new Stratum("海外专家", 2, 8,
						List.of(new Person(21, "Jürgen Weiß", null), new Person(22, "Nguyễn Thị Hồng", null)),
						List.of()));
	}

	private static List<Excluded> excluded(int count) {
		var excluded = new ArrayList<Excluded>();
		for (var i = 0; i < count; i++) {
			excluded.add(new Excluded(1000 + i, "专家" + (1000 + i),
					(i % 3 == 0)
							? List.of("conflict", "same-organisation")
							: List.of("field", "language", "experience")));
		}
		return excluded;
	}

	static SortedMap<Integer, byte[]> transcripts() {
		var transcripts = new TreeMap<Integer, byte[]>();
		transcripts.put(2, "{\"b\": 2}".getBytes(StandardCharsets.UTF_8));
		transcripts.put(1, "{\"a\": 1}".getBytes(StandardCharsets.UTF_8));
		return transcripts;
	}

	static DossierArchive archive() {
		return new DossierArchive(words(), fonts(), "class VerifyDraw {}".getBytes(StandardCharsets.UTF_8));
	}

	static Fonts fonts() {
		return new Fonts(font("NotoSansSC-Regular.ttf"), font("NotoSans-Regular.ttf"));
	}

	private static byte[] font(String name) {
		try (var in = Objects.requireNonNull(MadeUpDossier.class.getResourceAsStream("/fonts/" + name))) {
			return in.readAllBytes();
		} catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** The texts as the application has them; one that is missing fails. */
	static Words words() {
		var chinese = load("zh_CN");
		var english = load("en");
		return (language, key, arguments) -> {
			var texts = language.equals(Locale.ENGLISH) ? english : chinese;
			var text = Objects.requireNonNull(texts.getProperty(key), key);
			for (var i = 0; i < arguments.length; i++) {
				text = text.replace("{" + i + "}", arguments[i].toString());
			}
			return text;
		};
	}

	private static Properties load(String language) {
		var name = "/messages/dossier_" + language + ".properties";
		try (var in = Objects.requireNonNull(MadeUpDossier.class.getResourceAsStream(name));
				var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
			var texts = new Properties();
			texts.load(reader);
			return texts;
		} catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
