package org.zhiqiao.platform.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Files of many made-up people, always the same for the same number. Names are as common as in life: a surname and a given name
 * of few have many bearers, so that likely duplicates have to be looked for. Every hundredth row is wrong in one of four ways.
 */
final class ManyPeople {

	/** Columns by their keys, in the order of {@link #row}. */
	private static final List<Column> COLUMNS = List.of(Column.KEY, Column.NAME_ZH, Column.NAME_LATIN,
			Column.SUMMARY_ZH, Column.AFFILIATION_ZH, Column.AFFILIATION_COUNTRY, Column.DOMAINS, Column.LANGUAGES,
			Column.COUNTRIES, Column.EVIDENCE, Column.EMAIL, Column.ORCID);

	private static final String[] SURNAMES = {"王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡",
			"郭", "何", "高", "林", "罗", "郑", "梁", "谢", "宋", "唐", "许", "韩", "冯", "邓", "曹"};

	private static final String[] GIVEN = {"伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛",
			"明",
			"超", "霞", "平", "刚", "桂", "英", "华", "玉", "兰", "文", "建", "国", "志", "海", "晓", "梅", "春", "雪", "云", "飞", "鹏",
			"浩"};

	private static final String[] DOMAINS = {"固态电池", "光刻", "量子通信", "精密减速器", "离心压缩机", "某种新词", "水稻育种"};

	private ManyPeople() {}

	/** What is wrong with each hundredth row: the column and the code, by turns. */
	private static final List<String> FAULTS = List.of("name_zh name-needed", "affiliation_country unknown-word",
			"languages unknown-word", "orcid orcid");

	static boolean wrong(int i) {
		return i % 100 == 37;
	}

	static String fault(int i) {
		return FAULTS.get(i / 100 % FAULTS.size());
	}

	private static String name(Random random) {
		var surname = common(SURNAMES, random);
		var given = common(GIVEN, random);
		return surname + given + (random.nextInt(10) < 8 ? GIVEN[random.nextInt(GIVEN.length)] : "");
	}

	/** The smaller of two draws, so that the first are the most common. */
	private static String common(String[] names, Random random) {
		var one = random.nextInt(names.length);
		return names[Math.min(one, random.nextInt(names.length))];
	}

	private static List<String> row(int i) {
		var random = new Random(i);
		var fault = wrong(i) ? fault(i) : "";
		var name = fault.startsWith("name_zh") ? "" : name(random);
		var from = 2000 + random.nextInt(10);
		return List.of("M" + i, name, "", "示例人物，研究" + DOMAINS[i % DOMAINS.length] + "，编号" + i + "。",
				"示例第" + random.nextInt(300) + "大学", fault.startsWith("affiliation") ? "Atlantis" : "CN",
				DOMAINS[random.nextInt(DOMAINS.length)] + "; " + DOMAINS[random.nextInt(DOMAINS.length)],
				fault.startsWith("languages") ? "zh:Q9" : "zh:native; en:C1",
				"DE work " + from + "-" + (from + 5) + "; 日本 study 1998-2000",
				"publication | 示例论文第" + i + "号 | 2020 | 关于" + DOMAINS[i % DOMAINS.length] + "的示例摘要，" + "内容略。".repeat(20)
						+ " | 甲，乙 | 10.1234/many." + i + "\nproject | 示例项目第" + i + "号 | 2021",
				"person" + i + "@many.example.org",
				fault.startsWith("orcid") ? "0000-0002-1825-0098" : (i % 3 == 0) ? orcid(i) : "");
	}

	/** With its check digit (ISO 7064, MOD 11-2). */
	private static String orcid(int i) {
		var digits = "00000002%07d".formatted(i);
		var total = 0;
		for (var place = 0; place < digits.length(); place++) {
			total = (total + digits.charAt(place) - '0') * 2;
		}
		var check = (12 - total % 11) % 11;
		var all = digits + ((check == 10) ? "X" : String.valueOf(check));
		return all.replaceAll("(.{4})(?!$)", "$1-");
	}

	static byte[] csv(int people) {
		var text = new StringBuilder(
				COLUMNS.stream().map(Column::heading).collect(Collectors.joining(","))).append("\n");
		for (var i = 0; i < people; i++) {
			text.append(row(i).stream().map((cell) -> "\"" + cell + "\"").collect(Collectors.joining(",")))
					.append("\n");
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	static byte[] xlsx(int people) throws IOException {
		var out = new ByteArrayOutputStream();
		try (var book = new SXSSFWorkbook(100)) {
			var sheet = book.createSheet();
			var headings = sheet.createRow(0);
			COLUMNS.forEach(
					(column) -> headings.createCell(COLUMNS.indexOf(column)).setCellValue(column.heading()));
			for (var i = 0; i < people; i++) {
				var cells = row(i);
				var line = sheet.createRow(i + 1);
				for (var at = 0; at < cells.size(); at++) {
					line.createCell(at).setCellValue(cells.get(at));
				}
			}
			book.write(out);
		}
		return out.toByteArray();
	}

	/** Two authors, then three works, and so on; the works are by authors anywhere in the file. */
	static byte[] openalex(int lines) {
		var mapper = JsonRows.MAPPER;
		var authors = lines / 5 * 2;
		var text = new StringBuilder();
		for (var i = 0; i < lines; i++) {
			var random = new Random(i);
			if (wrong(i)) {
				text.append("{\"id\":\"https://openalex.org/A").append(i).append("\",\"display_name\":\n");
			} else if (i % 5 < 2) {
				text.append(mapper.writeValueAsString(Map.of("id", openalexAuthor(i / 5 * 2 + i % 5), "display_name",
						name(random), "affiliations",
						List.of(Map.of("institution", Map.of("display_name",
								"Example University No. " + random.nextInt(300), "country_code", "DE"), "years",
								List.of(2019, 2014))),
						"topics",
						List.of(Map.of("display_name", "Photolithography"),
								Map.of("display_name", "Imaginary topic " + random.nextInt(50))))))
						.append("\n");
			} else {
				var words = IntStream.range(0, 80).boxed()
						.collect(Collectors.toMap((place) -> "word" + place, List::of));
				text.append(mapper.writeValueAsString(Map.of("id", "https://openalex.org/W" + (7_000_000 + i),
						"display_name", "Made-up work no. " + i, "publication_year", 2000 + random.nextInt(20), "doi",
						"https://doi.org/10.1234/work." + i, "authorships",
						// The first author is always in the file and not one of the broken lines.
						List.of(authorship(present(random, authors)), authorship(random.nextInt(authors)),
								Map.of("author",
										Map.of("id", "https://openalex.org/A99" + i, "display_name", "Un Known"))),
						"abstract_inverted_index", words))).append("\n");
			}
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static int present(Random random, int authors) {
		while (true) {
			var author = random.nextInt(authors);
			if (!wrong(author / 2 * 5 + author % 2)) {
				return author;
			}
		}
	}

	private static String openalexAuthor(int author) {
		return "https://openalex.org/A" + (5_000_000 + author);
	}

	private static Map<String, Object> authorship(int author) {
		return Map.of("author", Map.of("id", openalexAuthor(author), "display_name", "Author No. " + author));
	}

}
