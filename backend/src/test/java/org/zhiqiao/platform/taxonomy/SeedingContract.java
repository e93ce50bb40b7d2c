package org.zhiqiao.platform.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.zhiqiao.search.text.Thesaurus;

/** How the shipped words come into the database, and stay as administrators made them. */
@SpringBootTest
@Transactional
abstract class SeedingContract {

	@Autowired
	private Seeding seeding;

	@Autowired
	private Vocabulary vocabulary;

	@Autowired
	private Concepts concepts;

	@Autowired
	private TermTable terms;

	@Autowired
	private ConceptTable table;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void bringsEverythingAtFirst() {
		assertThat(this.vocabulary.terms(Scheme.INDUSTRIES)).hasSize(10);
		assertThat(this.vocabulary.terms(Scheme.CLUSTERS)).hasSize(5);
		assertThat(this.vocabulary.terms(Scheme.CITIES)).hasSize(16);
		assertThat(this.vocabulary.terms(Scheme.COUNTRIES)).hasSizeGreaterThanOrEqualTo(249);
		assertThat(this.vocabulary.label(Scheme.COUNTRIES, "DE")).isEqualTo(new Bilingual("德国", "Germany"));
		assertThat(this.vocabulary.label(Scheme.COUNTRIES, "TW").zh()).isEqualTo("中国台湾");
		assertThat(this.vocabulary.countriesOf("central-europe")).contains("DE", "PL").doesNotContain("FR");
		assertThat(this.vocabulary.countriesOf("belt-and-road")).isEmpty();
		assertThat(this.vocabulary.regionOf(List.of("SG", "FI", "IL"))).contains("key-small-countries");
		assertThat(this.vocabulary.regionOf(List.of("SG", "FI"))).isEmpty();
		for (Scheme scheme : Scheme.values()) {
			assertThat(this.vocabulary.terms(scheme)).as(scheme.key())
					.isNotEmpty()
					.allSatisfy(term -> assertThat(term.label().zh()).isNotBlank())
					.allSatisfy(term -> assertThat(term.label().en()).isNotBlank());
		}
		assertThat(this.concepts.current()).isEqualTo(Thesaurus.bundled());
	}

	@Test
	void namesOnlyCodesThatExist() {
		for (Term term : this.terms.all()) {
			for (Fact fact : Fact.of(term.scheme())) {
				for (String value : term.facts(fact.name())) {
					Scheme target = fact.target();
					if (fact.kind() == Fact.Kind.CONCEPT) {
						assertThat(this.concepts.knows(value)).as("%s %s", term.code(), value).isTrue();
					} else if (target != null) {
						assertThat(this.vocabulary.knows(target, value)).as("%s %s", term.code(), value).isTrue();
					}
				}
			}
		}
	}

	@Test
	void changesNothingTheSecondTime() {
		List<Term> before = this.terms.all();
		this.jdbc.sql("UPDATE taxonomy_state SET shipped = NULL").update();
		this.seeding.seed(Shipped.terms(), Shipped.concepts());
		assertThat(this.terms.all()).isEqualTo(before);
		assertThat(this.table.all()).allSatisfy(concept -> assertThat(concept.version()).isZero());
	}

	@Test
	void takesOverWhatANewVersionShips() {
		var shipped = terms();
		shipped.replaceAll(entry -> is(entry.content(), Scheme.INDUSTRIES, "ai")
				? entry(renamed(entry.content(), "人工智能（新）"))
				: entry);
		shipped.removeIf(entry -> is(entry.content(), Scheme.INDUSTRIES, "new-it"));
		this.seeding.seed(shipped, Shipped.concepts());
		assertThat(term(Scheme.INDUSTRIES, "ai").label().zh()).isEqualTo("人工智能（新）");
		assertThat(term(Scheme.INDUSTRIES, "new-it").retired()).isTrue();
	}

	@Test
	void leavesAloneWhatAdministratorsEdited() {
		Term edited = renamed(term(Scheme.INDUSTRIES, "ai"), "人工智能与大数据");
		this.terms.write(edited.atVersion(1), "as shipped", true);
		var shipped = terms();
		shipped.replaceAll(entry -> is(entry.content(), Scheme.INDUSTRIES, "ai")
				? entry(renamed(entry.content(), "人工智能（新）"))
				: entry);
		this.seeding.seed(shipped, Shipped.concepts());
		assertThat(term(Scheme.INDUSTRIES, "ai").label().zh()).isEqualTo("人工智能与大数据");
	}

	@Test
	void givesWayToTermsThatAdministratorsUse() {
		ConceptEntry own = concept("own-thing", "自有概念", "own thing", List.of());
		this.table.write(own, null, true);
		List<Shipped.Entry<ConceptEntry>> shipped = new ArrayList<>(Shipped.concepts());
		shipped.add(new Shipped.Entry<>(new ConceptEntry("shipped-thing", "新概念", List.of("自有概念", "新说法"), "new thing",
				List.of("Own Thing"), List.of("own-thing"), List.of("ai"), false, 0), "x"));
		shipped.add(new Shipped.Entry<>(concept("clashing-thing", "自有概念", "clashing thing", List.of()), "y"));
		this.seeding.seed(Shipped.terms(), shipped);
		ConceptEntry taken = this.table.all()
				.stream()
				.filter(concept -> concept.code().equals("shipped-thing"))
				.findFirst()
				.orElseThrow();
		assertThat(taken.zhAlternatives()).containsExactly("新说法");
		assertThat(taken.enAlternatives()).isEmpty();
		assertThat(this.table.all()).noneMatch(concept -> concept.code().equals("clashing-thing"));
	}

	/** A thesaurus three times as large comes into a database that is in use. */
	@Test
	void addsAThesaurusThatGrew() {
		ConceptEntry edited = entry(this.table.all().getFirst().code());
		ConceptEntry mine = new ConceptEntry(edited.code(), "自己的名称", List.of("自己的别名"), "my own name", List.of(),
				edited.broader(), List.of(), false, edited.version() + 1);
		this.table.write(mine, "as shipped before", true);
		ConceptEntry own = concept("own-thing", "自有概念", "own thing", List.of());
		this.table.write(own, null, true);
		int before = this.table.all().size();
		List<Shipped.Entry<ConceptEntry>> grown = new ArrayList<>(Shipped.concepts());
		// The narrower ones come first, as in files that are read in any order.
		for (int i = 2499; i >= 0; i--) {
			String above = (i < 50) ? mine.code() : "grown-" + i % 50;
			ConceptEntry more = new ConceptEntry("grown-" + i, "新增概念" + i, List.of("别名甲" + i, "别名乙" + i),
					"grown concept " + i, List.of("alias a " + i, "alias b " + i), List.of(above), List.of("ai"), false,
					0);
			grown.add(new Shipped.Entry<>(more, Shipped.fingerprint(more)));
		}
		this.seeding.seed(Shipped.terms(), grown);
		assertThat(this.table.all()).hasSize(before + 2500);
		assertThat(entry("grown-77").enAlternatives()).containsExactly("alias a 77", "alias b 77");
		assertThat(entry("grown-77").broader()).containsExactly("grown-27");
		assertThat(entry(mine.code())).isEqualTo(mine);
		assertThat(entry("own-thing")).isEqualTo(own);
		assertThat(new ConceptGraph(this.table.all()).thesaurus().concepts()).hasSize(before + 2500);
		// Once more, as the next start does: nothing is written.
		this.jdbc.sql("UPDATE taxonomy_state SET shipped = NULL").update();
		this.seeding.seed(Shipped.terms(), grown);
		assertThat(entry("grown-77").version()).isZero();
	}

	/** What administrators did in between must not keep a whole branch out. */
	@Test
	void hangsWhatIsNewBelowWhatAdministratorsLeft() {
		ConceptEntry own = concept("own-thing", "自有概念", "own thing", List.of());
		this.table.write(own, null, true);
		ConceptEntry top = concept("removed-thing", "删去的概念", "removed thing", List.of("own-thing"));
		this.table.write(top.asRetired(true), "as shipped before", true);
		List<Shipped.Entry<ConceptEntry>> shipped = new ArrayList<>(Shipped.concepts());
		shipped.add(new Shipped.Entry<>(concept("namesake", "自有概念", "somebody's thing", List.of()), "a"));
		shipped.add(new Shipped.Entry<>(concept("below-namesake", "下位概念", "thing below", List.of("namesake")), "b"));
		shipped.add(
				new Shipped.Entry<>(concept("below-removed", "又一概念", "other thing", List.of("removed-thing")), "c"));
		ConceptEntry industry = new ConceptEntry("other-industry", "别的产业", List.of(), "other industry", List.of(),
				List.of("below-namesake"), List.of("no-such-industry", "ai"), false, 0);
		shipped.add(new Shipped.Entry<>(industry, "d"));
		this.seeding.seed(Shipped.terms(), shipped);
		assertThat(this.table.all()).noneMatch(concept -> concept.code().equals("namesake"));
		assertThat(entry("below-namesake").broader()).containsExactly("own-thing");
		assertThat(entry("below-removed").broader()).containsExactly("own-thing");
		assertThat(entry("removed-thing").retired()).isTrue();
		assertThat(entry("other-industry").industries()).containsExactly("ai");
	}

	private ConceptEntry entry(String code) {
		return this.table.all().stream().filter(concept -> concept.code().equals(code)).findFirst().orElseThrow();
	}

	@Test
	void retiresAConceptThatIsNoLongerShipped() {
		String leaf = this.table.all()
				.stream()
				.map(ConceptEntry::code)
				.filter(code -> this.concepts.graph().narrower(code).isEmpty())
				.findFirst()
				.orElseThrow();
		this.seeding.seed(Shipped.terms(),
				Shipped.concepts().stream().filter(entry -> !entry.content().code().equals(leaf)).toList());
		assertThat(this.table.all()).filteredOn(concept -> concept.code().equals(leaf))
				.singleElement()
				.satisfies(concept -> assertThat(concept.retired()).isTrue());
	}

	private static List<Shipped.Entry<Term>> terms() {
		return new ArrayList<>(Shipped.terms());
	}

	private static Shipped.Entry<Term> entry(Term term) {
		return new Shipped.Entry<>(term, Shipped.fingerprint(term));
	}

	private static boolean is(Term term, Scheme scheme, String code) {
		return term.scheme() == scheme && term.code().equals(code);
	}

	private Term term(Scheme scheme, String code) {
		return this.terms.all().stream().filter(term -> is(term, scheme, code)).findFirst().orElseThrow();
	}

	private static Term renamed(Term term, String zh) {
		return new Term(term.scheme(), term.code(), new Bilingual(zh, term.label().en()), term.note(), term.source(),
				false, term.position(), term.version(), Map.copyOf(term.facts()));
	}

	private static ConceptEntry concept(String code, String zh, String en, List<String> broader) {
		return new ConceptEntry(code, zh, List.of(), en, List.of(), broader, List.of(), false, 0);
	}

}
