package org.zhiqiao.platform.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.ProblemException;
import org.zhiqiao.platform.problem.StaleVersion;
import org.zhiqiao.platform.taxonomy.SaveConcept.SaveAlternatives;

/** What administrators do to the words, on every database. */
@SpringBootTest
abstract class TaxonomyEditingContract {

	@Autowired
	private TaxonomyEditing editing;

	@Autowired
	private Concepts concepts;

	@Autowired
	private Vocabulary vocabulary;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void offersANewConceptAtOnce() {
		ConceptEntry made = this.editing.createConcept(concept("lunar-farming", "月球农业", "lunar farming",
				List.of("月面种植"), List.of("moon agriculture"), List.of("machine-learning"), List.of("ai")));
		assertThat(made.version()).isZero();
		assertThat(this.concepts.knows("lunar-farming")).isTrue();
		assertThat(this.concepts.named("Moon  Agriculture").map(ConceptRef::code)).contains("lunar-farming");
		assertThat(this.concepts.current().concept("lunar-farming")).isPresent();
		assertThat(this.concepts.ancestors("lunar-farming")).contains("machine-learning");
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'concept.created' AND subject_id = ?")
				.param("lunar-farming")
				.query(Integer.class)
				.single()).isEqualTo(1);
	}

	@Test
	void refusesTermsThatAreTakenMissingOrTwice() {
		this.editing
				.createConcept(concept("taken-one", "已用词", "taken word", List.of(), List.of(), List.of(), List.of()));
		assertErrors(
				() -> this.editing.createConcept(concept("taken-two", "已用词", "", List.of("别名", "別名"),
						List.of("TAKEN WORD"), List.of("no-such"), List.of("no-such"))),
				"/label/zh term-taken", "/label/en required", "/alternatives/en/0 term-taken",
				"/broader/0 unknown-code",
				"/industries/0 unknown-code");
		assertErrors(() -> this.editing.createConcept(concept("taken-one", "另一词", "another word", List.of("甲", "甲"),
				List.of(), List.of(), List.of())), "/code code-taken", "/alternatives/zh/1 twice");
		assertErrors(() -> this.editing.createConcept(concept("Bad Code", "坏代码", "bad code", List.of(), List.of(),
				List.of(), List.of())), "/code code-form");
	}

	@Test
	void refusesACircle() {
		this.editing.createConcept(simple("circle-a", "圈甲", List.of()));
		this.editing.createConcept(simple("circle-b", "圈乙", List.of("circle-a")));
		this.editing.createConcept(simple("circle-c", "圈丙", List.of("circle-b")));
		assertErrors(() -> this.editing.changeConcept("circle-a", 0, simple(null, "圈甲", List.of("circle-c"))),
				"/broader/0 concept-cycle");
		assertErrors(() -> this.editing.changeConcept("circle-a", 0, simple(null, "圈甲", List.of("circle-a"))),
				"/broader/0 concept-cycle");
	}

	@Test
	void refusesAStaleVersionAndCountsOn() {
		this.editing.createConcept(simple("versioned", "版本词", List.of()));
		assertThat(this.editing.changeConcept("versioned", 0, simple(null, "版本词（改）", List.of())).version())
				.isEqualTo(1);
		assertThatThrownBy(() -> this.editing.changeConcept("versioned", 0, simple(null, "版本词", List.of())))
				.isInstanceOf(StaleVersion.class);
		assertThat(this.concepts.ref("versioned").label().zh()).isEqualTo("版本词（改）");
	}

	@Test
	void removesOnlyWhatHasNothingBelowAndKeepsItsName() {
		this.editing.createConcept(simple("upper-thing", "上位词", List.of()));
		this.editing.createConcept(simple("lower-thing", "下位词", List.of("upper-thing")));
		assertThatThrownBy(() -> this.editing.removeConcept("upper-thing", 0))
				.asInstanceOf(type(ProblemException.class))
				.satisfies(problem -> assertThat(problem.slug()).isEqualTo("concept-has-narrower"));
		this.editing.removeConcept("lower-thing", 0);
		this.editing.removeConcept("upper-thing", 0);
		assertThat(this.concepts.knows("upper-thing")).isFalse();
		assertThat(this.concepts.ref("upper-thing").label().zh()).isEqualTo("上位词");
		assertThat(this.concepts.named("上位词")).isEmpty();
		assertThatThrownBy(() -> this.editing.removeConcept("upper-thing", 1)).isInstanceOf(NotFound.class);
		assertThat(this.editing.createConcept(simple("upper-thing", "上位词", List.of())).version()).isEqualTo(2);
	}

	@Test
	void editsAnEntryOfAVocabulary() {
		Term before = this.vocabulary.find(Scheme.CITIES, "wuhu").orElseThrow();
		Term after = this.editing.changeTerm(Scheme.CITIES, "wuhu", before.version(),
				new SaveTerm(null, new Bilingual("芜湖市", "Wuhu"), null, null, null, null,
						Map.of("division", List.of("340200"), "leadingConcepts", List.of("artificial-intelligence"))));
		assertThat(this.vocabulary.find(Scheme.CITIES, "wuhu")).contains(after);
		assertThat(after.facts("leadingConcepts")).containsExactly("artificial-intelligence");
		assertErrors(() -> this.editing.changeTerm(Scheme.CITIES, "wuhu", after.version(),
				new SaveTerm(null, new Bilingual("合肥市", null), null, null, null, null,
						Map.of("leadingConcepts", List.of("no-such"), "strange", List.of("x")))),
				"/label/zh term-taken", "/label/en required", "/facts/leadingConcepts/0 unknown-code",
				"/facts/strange unknown-code");
	}

	@Test
	void addsRetiresAndBringsBackAnEntry() {
		this.editing.createTerm(Scheme.COMPETENCES,
				new SaveTerm("standards", new Bilingual("标准化", "Standardisation"), null, null, null, null, null));
		assertThat(this.vocabulary.terms(Scheme.COMPETENCES)).last().extracting(Term::code).isEqualTo("standards");
		this.editing.changeTerm(Scheme.COMPETENCES, "standards", 0,
				new SaveTerm(null, new Bilingual("标准化", "Standardisation"), null, null, null, true, null));
		assertThat(this.vocabulary.knows(Scheme.COMPETENCES, "standards")).isFalse();
		assertThat(this.vocabulary.label(Scheme.COMPETENCES, "standards").en()).isEqualTo("Standardisation");
		this.editing.changeTerm(Scheme.COMPETENCES, "standards", 1,
				new SaveTerm(null, new Bilingual("标准化", "Standardisation"), null, null, null, false, null));
		assertThat(this.vocabulary.knows(Scheme.COMPETENCES, "standards")).isTrue();
	}

	private static SaveConcept simple(@Nullable String code, String zh, List<String> broader) {
		return new SaveConcept(code, new Bilingual(zh, "word for " + zh), null, broader, null);
	}

	private static SaveConcept concept(String code, String zh, String en, List<String> otherZh, List<String> otherEn,
			List<String> broader, List<String> industries) {
		return new SaveConcept(code, new Bilingual(zh, en), new SaveAlternatives(otherZh, otherEn), broader,
				industries);
	}

	private static void assertErrors(ThrowingCallable call, String... expected) {
		assertThatThrownBy(call).asInstanceOf(type(InvalidInput.class))
				.satisfies(invalid -> assertThat(invalid.errors()).map(error -> error.pointer() + " " + error.code())
						.containsExactlyInAnyOrder(expected));
	}

}
