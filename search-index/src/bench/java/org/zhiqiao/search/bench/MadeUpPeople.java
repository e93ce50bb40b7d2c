package org.zhiqiao.search.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

import org.zhiqiao.search.Audience;
import org.zhiqiao.search.CefrLevel;
import org.zhiqiao.search.CountryExperience;
import org.zhiqiao.search.ExpertDocument;
import org.zhiqiao.search.LanguageSkill;
import org.zhiqiao.search.Names;
import org.zhiqiao.search.Piece;
import org.zhiqiao.search.PieceKind;
import org.zhiqiao.search.text.Concept;

/**
 * People who do not exist, each of whom follows from the seed and a number: any of them can be
 * made at any time, in any order, and none has to be kept. About five pieces of evidence each, in
 * Chinese, English or both; few fields, languages, countries and cities have many people, many
 * have few.
 */
final class MadeUpPeople {

	/** The country that three in a hundred know. */
	static final String RARE_COUNTRY = "KR";

	/** How many of a thousand know a country. */
	private static final Map<String, Integer> COUNTRIES = countries();

	private static final Map<String, String> LANGUAGE_OF = Map.ofEntries(Map.entry("CN", "zh"), Map.entry("US", "en"),
			Map.entry("GB", "en"), Map.entry("DE", "de"), Map.entry("JP", "ja"), Map.entry("FR", "fr"),
			Map.entry("SG", "en"), Map.entry("AU", "en"), Map.entry("CA", "en"), Map.entry("RU", "ru"),
			Map.entry("KR", "ko"), Map.entry("IT", "it"), Map.entry("SE", "sv"), Map.entry("BR", "pt"),
			Map.entry("KZ", "kk"));

	private static final List<String> CITIES = List.of("hefei", "wuhu", "bengbu", "maanshan", "anqing", "chuzhou",
			"huainan", "fuyang", "luan", "tongling", "xuancheng", "huaibei", "suzhou", "bozhou", "chizhou",
			"huangshan");

	private static final List<String> KINDS = List.of("work", "study", "research-stay", "joint-project", "conference",
			"trade");

	private static final List<String> SURNAMES = List.of("王", "李", "张", "刘", "陈", "杨", "黄", "赵", "周", "吴", "徐", "孙",
			"胡", "朱", "高", "林", "何", "郭", "马", "罗");

	private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华玉兰建国文志海晓梅";

	private static final List<PieceKind> EVIDENCE = List.of(PieceKind.PUBLICATION, PieceKind.PUBLICATION,
			PieceKind.PUBLICATION, PieceKind.PROJECT, PieceKind.PATENT, PieceKind.ROLE, PieceKind.AWARD);

	private static final List<String> COMPETENCES = List.of("project-management", "trade", "foreign-law",
			"technology-transfer", "standards", "investment");

	private static final List<String> OFFERS = List.of("advice", "joint-research", "training", "review");

	private final Vocabulary vocabulary;

	private final long seed;

	private final Zipf byCity = new Zipf(CITIES.size(), 1);

	MadeUpPeople(Vocabulary vocabulary, long seed) {
		this.vocabulary = vocabulary;
		this.seed = seed;
	}

	private static Map<String, Integer> countries() {
		Map<String, Integer> countries = new LinkedHashMap<>();
		countries.put("US", 140);
		countries.put("DE", 80);
		countries.put("JP", 60);
		countries.put("GB", 60);
		countries.put("SG", 35);
		countries.put(RARE_COUNTRY, 30);
		countries.put("FR", 25);
		countries.put("AU", 25);
		countries.put("CA", 20);
		countries.put("RU", 15);
		countries.put("IT", 10);
		countries.put("SE", 6);
		countries.put("BR", 4);
		countries.put("KZ", 2);
		return countries;
	}

	/**
	 * The person of a number from 1.
	 */
	ExpertDocument expert(long number) {
		return expert(number, List.of());
	}

	/**
	 * The same with pieces that were added.
	 */
	ExpertDocument expert(long number, List<Piece> added) {
		SplittableRandom random = new SplittableRandom(this.seed ^ (number * 0x9e3779b97f4a7c15L));
		boolean atHome = random.nextInt(100) < 65;
		String residence = atHome ? "CN" : abroad(random);
		// at home most write in Chinese, abroad most in English, some in both
		int chinese = atHome ? ((random.nextInt(100) < 75) ? 100 : 50) : ((random.nextInt(100) < 80) ? 0 : 50);
		List<Concept> fields = new ArrayList<>();
		Concept main = this.vocabulary.concept(random);
		fields.add(main);
		for (int i = random.nextInt(3); i > 0; i--) {
			fields.add(this.vocabulary.near(main, random));
		}
		List<Piece> pieces = new ArrayList<>();
		for (int i = evidence(random); i > 0; i--) {
			pieces.add(piece(i, fields, random.nextInt(100) < chinese, random));
		}
		pieces.addAll(added);
		List<CountryExperience> countries = new ArrayList<>();
		COUNTRIES.forEach((country, share) -> {
			if (random.nextInt(1000) < share) {
				int from = 1995 + random.nextInt(28);
				countries.add(new CountryExperience(country, Vocabulary.one(KINDS, random), from,
						random.nextBoolean() ? from + random.nextInt(5) : null));
			}
		});
		Set<String> industries = new LinkedHashSet<>();
		fields.forEach((field) -> industries.addAll(field.industries()));
		boolean headlineInChinese = random.nextInt(100) < chinese;
		return ExpertDocument.of(number, names(atHome, random))
				.headline((random.nextInt(10) < 7)
						? this.vocabulary.text(fields, 5, 0.4, headlineInChinese, random)
						: "")
				.affiliation(this.vocabulary.text(fields, 3, 0, headlineInChinese, random))
				.pieces(pieces)
				.domains((random.nextInt(10) < 6) ? fields.stream().map(Concept::code).distinct().toList() : List.of())
				.industries(List.copyOf(industries))
				.languages(languages(residence, random))
				.countries(countries)
				.competences(some(COMPETENCES, random))
				.offers(some(OFFERS, random))
				.city(atHome ? CITIES.get(this.byCity.draw(random)) : "")
				.residence(residence)
				.verified(random.nextInt(10) < 4)
				.available(random.nextInt(10) < 8)
				.updatedEpochMs(1_600_000_000_000L + random.nextLong(200_000_000_000L))
				.build();
	}

	private static String abroad(SplittableRandom random) {
		int total = COUNTRIES.values().stream().mapToInt(Integer::intValue).sum();
		int at = random.nextInt(total);
		String country = "";
		for (Map.Entry<String, Integer> entry : COUNTRIES.entrySet()) {
			country = entry.getKey();
			at -= entry.getValue();
			if (at < 0) {
				break;
			}
		}
		return country;
	}

	/**
	 * One to forty, five on average: most people have few.
	 */
	private static int evidence(SplittableRandom random) {
		double skewed = -Math.log(1 - random.nextDouble());
		return Math.min(40, 1 + (int) Math.round(skewed * 4));
	}

	private Piece piece(int number, List<Concept> fields, boolean inChinese, SplittableRandom random) {
		String title = this.vocabulary.text(fields, 6 + random.nextInt(6), 0.25, inChinese, random);
		// half is a title alone, most others have a line or two, few have an abstract
		int kind = random.nextInt(100);
		int words = (kind < 50) ? 0 : (kind < 90) ? 10 + random.nextInt(20) : 60 + random.nextInt(60);
		String text = (words > 0) ? this.vocabulary.text(fields, words, 0.07, inChinese, random) : "";
		int circle = random.nextInt(100);
		Audience audience = (circle < 85) ? Audience.PUBLIC : (circle < 95) ? Audience.REGISTERED : Audience.MATCHED;
		return new Piece("p" + number, Vocabulary.one(EVIDENCE, random), title, text, 1990 + random.nextInt(36),
				audience);
	}

	private Names names(boolean chinese, SplittableRandom random) {
		if (chinese) {
			StringBuilder name = new StringBuilder(Vocabulary.one(SURNAMES, random));
			for (int i = 1 + random.nextInt(2); i > 0; i--) {
				name.append(GIVEN.charAt(random.nextInt(GIVEN.length())));
			}
			return new Names(name.toString(), "", "");
		}
		return new Names("", capitalised(random) + " " + capitalised(random), "");
	}

	private String capitalised(SplittableRandom random) {
		String word = this.vocabulary.name(random);
		return Character.toUpperCase(word.charAt(0)) + word.substring(1);
	}

	private static List<LanguageSkill> languages(String residence, SplittableRandom random) {
		Map<String, CefrLevel> levels = new LinkedHashMap<>();
		levels.put(LANGUAGE_OF.getOrDefault(residence, "en"), CefrLevel.NATIVE);
		if (random.nextInt(10) < 8) {
			levels.putIfAbsent("en", level(random));
		}
		for (String code : List.of("de", "ja", "fr", "ru", "ko")) {
			if (random.nextInt(100) < 6) {
				levels.putIfAbsent(code, level(random));
			}
		}
		List<LanguageSkill> skills = new ArrayList<>();
		levels.forEach((code, level) -> skills.add(new LanguageSkill(code, level)));
		return skills;
	}

	private static CefrLevel level(SplittableRandom random) {
		return Vocabulary.one(List.of(CefrLevel.A2, CefrLevel.B1, CefrLevel.B2, CefrLevel.C1), random);
	}

	private static List<String> some(List<String> values, SplittableRandom random) {
		return values.stream().filter((value) -> random.nextInt(5) == 0).toList();
	}

}
