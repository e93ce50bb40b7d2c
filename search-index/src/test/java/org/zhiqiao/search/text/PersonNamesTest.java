package org.zhiqiao.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class PersonNamesTest {

	@Test
	void readsChineseNames() {
		assertThat(PersonNames.terms("張曉梅")).contains("张晓梅", "晓梅", "zhang", "xiaomei", "zhangxiaomei", "xiaomeizhang",
				"zxm");
	}

	@Test
	void knowsDoubleSurnamesAndReadingsOfSurnames() {
		assertThat(PersonNames.terms("欧阳娜")).contains("ouyang", "ouyangna", "naouyang");
		assertThat(PersonNames.terms("单雄信")).contains("shan");
		assertThat(PersonNames.terms("吕岩")).contains("lu", "lv", "lvyan", "luyan");
		// only where it is the surname
		assertThat(PersonNames.terms("解毛")).contains("xiemao").doesNotContain("jiemao");
		assertThat(PersonNames.terms("毛解")).contains("maojie").doesNotContain("maoxie");
		assertThat(PersonNames.terms("长孙无忌")).contains("zhangsunwuji", "zswj");
		assertThat(PersonNames.sortKey("张·Müller", "", "")).startsWith("zhang");
	}

	@Test
	void readsOtherScripts() {
		assertThat(PersonNames.terms("Jürgen Müller-Lüdenscheidt")).contains("jurgen", "juergen", "muller", "mueller");
		assertThat(PersonNames.terms("Иван Петров")).contains("ivan", "petrov", "ivanpetrov");
		assertThat(PersonNames.terms("Xiao-Mei Zhang")).contains("xiaomei", "zhang", "zhangxiaomei");
	}

	@Test
	void ordersNamesAsAnIndexOfPersonsDoes() {
		List<String> sorted = Stream.of("王芳", "张晓梅", "Anna Weber", "李强")
				.sorted((one, other) -> key(one).compareTo(key(other)))
				.toList();
		assertThat(sorted).containsExactly("Anna Weber", "李强", "王芳", "张晓梅");
	}

	private static String key(String name) {
		return Folding.hasHan(name) ? PersonNames.sortKey(name, "", "") : PersonNames.sortKey("", name, "");
	}

	@Test
	void takesAnyText() {
		assertThat(PersonNames.terms("")).isEmpty();
		assertThat(PersonNames.terms("😀 \u0000")).isEmpty();
		PersonNames.terms("x y z ".repeat(500));
	}

}
