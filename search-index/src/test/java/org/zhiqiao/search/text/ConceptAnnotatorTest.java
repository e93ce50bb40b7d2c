package org.zhiqiao.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.zhiqiao.search.text.ConceptAnnotator.Annotation;

class ConceptAnnotatorTest {

	private final ConceptAnnotator annotator = Thesaurus
			.of(List.of(concept("battery", "电池", "battery"),
					concept("solid-state-battery", "固态电池", "solid-state battery", "SSB"),
					concept("silicon-carbide", "碳化硅", "silicon carbide", "SiC"),
					concept("artificial-intelligence", "人工智能", "artificial intelligence", "AI"),
					concept("micro-led", "Micro-LED显示", "micro-LED display"),
					concept("printing-3d", "3D打印", "3D printing"),
					concept("cpp", "C++语言", "C++"), concept("tin", "信息运输网", "transport information network", "TIN"),
					concept("ontology", "本体", "ontology"), concept("photovoltaics", "光伏", "photovoltaics", "PV")))
			.annotator();

	private static Concept concept(String code, String zh, String en, String... alternatives) {
		return new Concept(code, zh, List.of(), en, List.of(alternatives), List.of(), List.of());
	}

	private List<String> codes(String text) {
		return this.annotator.annotate(text).stream().map(Annotation::code).toList();
	}

	@Test
	void takesTheLongestTerm() {
		assertThat(codes("研究全固态电池和电池")).containsExactly("solid-state-battery", "battery");
	}

	@Test
	void findsBothScriptsInOneText() {
		assertThat(codes("基于SiC器件的 solid state batteries、固態電池")).containsExactly("silicon-carbide",
				"solid-state-battery", "solid-state-battery");
	}

	@Test
	void coversWholeWordsOnly() {
		assertThat(codes("basic classic SiCx batteryless")).isEmpty();
	}

	@Test
	void findsNoAbbreviationInOrdinaryWords() {
		assertThat(codes("a tin can, and sic transit, ai ai")).isEmpty();
		assertThat(codes("TIN, SIC and SSBs; AI.")).containsExactly("tin", "silicon-carbide", "solid-state-battery",
				"artificial-intelligence");
	}

	@Test
	void takesAbbreviationsInAnyCaseWhereTheyAreTyped() {
		assertThat(this.annotator.annotateTyped("ssb").stream().map(Annotation::code))
				.containsExactly("solid-state-battery");
	}

	@Test
	void findsPluralsAndMixtures() {
		assertThat(codes("Ontologies for Micro-LED 显示 and 3D打印, C++")).containsExactly("ontology", "micro-led",
				"printing-3d", "cpp");
	}

	@Test
	void stopsAtPunctuation() {
		assertThat(codes("solid. State battery")).containsExactly("battery");
		assertThat(codes("人工，智能")).isEmpty();
	}

	@Test
	void findsTermsWithPunctuationOfTheirOwn() {
		ConceptAnnotator own = Thesaurus
				.of(List.of(concept("factory", "工业4.0", "Industry 4.0", "R&D management"),
						concept("guidance", "导航制导与控制", "navigation, guidance and control", "guidance control")))
				.annotator();
		assertThat(own.annotate("Industry 4.0, r&d management; 工业4.0。").stream().map(Annotation::surface))
				.containsExactly("Industry 4.0", "r&d management", "工业4.0");
		assertThat(own.annotate("Navigation, guidance and control").stream().map(Annotation::code))
				.containsExactly("guidance");
		assertThat(own.annotate("guidance. Control; industry 4 0; navigation guidance and control")).isEmpty();
	}

	@Test
	void tellsThePlace() {
		assertThat(this.annotator.annotate("新型固態電池！"))
				.containsExactly(new Annotation("solid-state-battery", 2, 6, "固態電池"));
	}

	@Test
	void takesAnyText() {
		assertThat(codes("")).isEmpty();
		assertThat(codes("\ud83d😀\u0000 \udc00" + "固".repeat(20_000))).isEmpty();
	}

}
