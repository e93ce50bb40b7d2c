package org.zhiqiao.platform.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.problem.Texts;
import org.zhiqiao.platform.taxonomy.Bilingual;

/** Explains the query language; that every field and example works is tested. */
@Component
class QueryHelp {

	private static final List<Known> FIELDS = List.of(
			new Known("name", "姓名", true, false, "name:张晓梅", "name:zhang*"),
			new Known("text", "全文", true, true, "固态电池", "\"solid-state battery\"", "text:(激光 AND 焊接)"),
			new Known("title", "标题", true, true, "title:\"quantum communication\""),
			new Known("domain", "领域", true, true, "domain:artificial-intelligence", "领域:新型显示"),
			new Known("industry", "产业", true, true, "industry:new-materials"),
			new Known("country", "国家", true, true, "country:DE", "country:DE-work", "国家:日本"),
			new Known("language", "语言", true, true, "language:de", "language:de-C1"),
			new Known("city", "城市", true, true, "city:hefei"),
			new Known("residence", "居住国", true, false, "residence:JP"),
			new Known("year", "年份", true, false, "year:[2018 TO *]", "year:2021"),
			new Known("kind", "类别", true, true, "kind:patent"),
			new Known("competence", "能力", true, false, "competence:project-management"),
			new Known("offer", "可提供", true, false, "offer:joint-research"),
			new Known("verified", "已核实", true, false, "verified:true"),
			new Known("available", "可参与", true, false, "available:true"),
			new Known("open", "开放", false, true, "open:true"));

	private static final List<String> OPERATORS = List.of("电池 AND 德国", "lithium OR sodium", "robot NOT medical",
			"\"intelligent connected vehicle\"", "(OLED OR 量子点) AND country:KR", "photovolt*", "title:laser^3");

	private final Texts texts;

	QueryHelp(Texts texts) {
		this.texts = texts;
	}

	private record Known(String name, String chineseName, boolean ofExperts, boolean ofDemands, List<String> examples) {

		Known(String name, String chineseName, boolean ofExperts, boolean ofDemands, String... examples) {
			this(name, chineseName, ofExperts, ofDemands, List.of(examples));
		}

	}

	/**
	 * A field.
	 *
	 * @param chineseName may be written instead of the name
	 * @param experts whether it can be asked of people
	 * @param demands whether it can be asked of needs
	 */
	record Field(String name, String chineseName, Bilingual meaning, boolean experts, boolean demands,
			List<String> examples) {}

	/** A way of putting words together. */
	record Operator(String example, Bilingual meaning) {}

	/** The whole language. */
	record Help(List<Field> fields, List<Operator> operators) {}

	Help help() {
		var fields = FIELDS.stream()
				.map(field -> new Field(field.name(), field.chineseName(), text("query-help." + field.name()),
						field.ofExperts(), field.ofDemands(), field.examples()))
				.toList();
		var operators = new ArrayList<Operator>();
		for (int i = 0; i < OPERATORS.size(); i++) {
			operators.add(new Operator(OPERATORS.get(i), text("query-help.operator." + (i + 1))));
		}
		return new Help(fields, operators);
	}

	private Bilingual text(String key) {
		return new Bilingual(this.texts.text(Texts.FIRST, key), this.texts.text(Locale.ENGLISH, key));
	}

}
