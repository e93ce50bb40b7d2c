package org.zhiqiao.search.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.List;

import org.junit.jupiter.api.Test;

class ThesaurusTest {

	private static final String HEADER = "code\tzh\tzh_alt\ten\ten_alt\tbroader\tindustries\n";

	private static List<Concept> read(String lines) {
		return Thesaurus.read("test.tsv", new BufferedReader(new StringReader(lines)));
	}

	@Test
	void readsItsFormat() {
		assertThat(read(HEADER + "battery\t电池\t蓄电池|电瓶\tbattery\taccumulator\t\tnew-materials\n"))
				.containsExactly(new Concept("battery", "电池", List.of("蓄电池", "电瓶"), "battery", List.of("accumulator"),
						List.of(), List.of("new-materials")));
	}

	@Test
	void namesTheWrongLine() {
		assertThatThrownBy(() -> read("code\n")).isInstanceOf(ThesaurusFault.class).hasMessageContaining("header");
		assertThatThrownBy(() -> read(HEADER + "a\t甲\t\tx\t\t\t\nb\t乙\t\ty\n")).isInstanceOf(ThesaurusFault.class)
				.hasMessageContaining("test.tsv:3");
		assertThatThrownBy(() -> read(HEADER + "a\t\t\tx\t\t\t\n")).isInstanceOf(ThesaurusFault.class)
				.hasMessageContaining("test.tsv:2");
		assertThatThrownBy(() -> read(HEADER + "a\t甲 \t\tx\t\t\t\n")).isInstanceOf(ThesaurusFault.class)
				.hasMessageContaining("white space");
	}

	@Test
	void refusesWhatIsNoTree() {
		assertThatThrownBy(() -> Thesaurus.of(read(HEADER + "a\t甲\t\tx\t\tb\t\nb\t乙\t\ty\t\ta\t\n")))
				.isInstanceOf(ThesaurusFault.class)
				.hasMessageContaining("above itself");
		assertThatThrownBy(() -> Thesaurus.of(read(HEADER + "a\t甲\t\tx\t\tz\t\n"))).isInstanceOf(ThesaurusFault.class)
				.hasMessageContaining("unknown broader");
		assertThatThrownBy(() -> Thesaurus.of(read(HEADER + "a\t甲\t\tx\t\t\t\na\t乙\t\ty\t\t\t\n")))
				.isInstanceOf(ThesaurusFault.class)
				.hasMessageContaining("twice");
	}

	@Test
	void knowsWhatLiesAboveAndBelow() {
		Thesaurus thesaurus = Thesaurus
				.of(read(HEADER + "a\t甲\t\tx\t\t\t\nb\t乙\t\ty\t\ta\t\nc\t丙\t\tz\t\tb\t\nd\t丁\t\tw\t\tb|a\t\n"));
		assertThat(thesaurus.ancestors("c")).containsExactly("b", "a");
		assertThat(thesaurus.ancestors("nothing")).isEmpty();
		assertThat(thesaurus.narrower("b")).containsExactly("c", "d");
		assertThat(thesaurus.descendants("a")).containsExactly("b", "d", "c");
		assertThat(thesaurus.closure(List.of("c"))).containsExactly("c", "b", "a");
	}

	@Test
	void completesWhatIsTyped() {
		Thesaurus thesaurus = Thesaurus.of(read(
				HEADER + "ssb\t固态电池\t\tsolid-state battery\t\t\t\nlib\t锂电池\t\tlithium battery\t\t\t\nbat\t电池\t\tbattery\t\t\t\n"));
		assertThat(thesaurus.complete("電池", 5)).extracting(Concept::code).containsExactly("bat", "lib", "ssb");
		assertThat(thesaurus.complete("Solid", 5)).extracting(Concept::code).containsExactly("ssb");
		assertThat(thesaurus.complete(" ", 5)).isEmpty();
	}

	@Test
	void hasAVersionThatChangesWithAnyTerm() {
		String one = Thesaurus.of(read(HEADER + "a\t甲\t\tx\t\t\t\n")).version();
		assertThat(Thesaurus.of(read(HEADER + "a\t甲\t\tx\t\t\t\n")).version()).isEqualTo(one);
		assertThat(Thesaurus.of(read(HEADER + "a\t甲\t\tx\ty\t\t\n")).version()).isNotEqualTo(one);
	}

}
