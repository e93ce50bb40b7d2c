package org.zhiqiao.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

class PackedTest {

	@Test
	void readsWhatWasWritten() throws IOException {
		List<String> texts = List.of("", "ASCII only", "固态电池 SSB", "Größe, naïve café", "Москва カタカナ 한국어", "繁體字：，。「」",
				"😀 and 𠮷", "\u0080\u00a0\u20ac", "ai hefei project-management", "电".repeat(3_000));
		PackedWriter out = new PackedWriter();
		texts.forEach(out::text);
		List.of(0L, 1L, -1L, Long.MAX_VALUE, Long.MIN_VALUE, 1_796_000_000_000L).forEach(out::large);
		out.number(Integer.MAX_VALUE);
		out.year(null);
		out.year(1987);
		PackedReader in = PackedReader.ofCompressed(out.compressed());
		for (String text : texts) {
			assertThat(in.text()).isEqualTo(text);
		}
		for (long number : new long[]{0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1_796_000_000_000L}) {
			assertThat(in.large()).isEqualTo(number);
		}
		assertThat(in.number()).isEqualTo(Integer.MAX_VALUE);
		assertThat(in.year()).isNull();
		assertThat(in.year()).isEqualTo(1987);
	}

	@Test
	void whatManyHaveTakesLittle() {
		PackedWriter out = new PackedWriter();
		out.text("project-management");
		PackedWriter other = new PackedWriter();
		other.text("qxzjvwkypbtnfgdmhe");
		assertThat(out.compressed().length).isLessThan(other.compressed().length - 8);
	}

}
