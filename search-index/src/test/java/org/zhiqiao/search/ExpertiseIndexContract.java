package org.zhiqiao.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiqiao.search.DirectoryPage.DirectoryHit;
import org.zhiqiao.search.DirectoryPage.Highlight;
import org.zhiqiao.search.DirectoryPage.Mark;
import org.zhiqiao.search.ranking.ExpertRanking;
import org.zhiqiao.search.ranking.Matching;
import org.zhiqiao.search.ranking.Need;
import org.zhiqiao.search.text.Concept;
import org.zhiqiao.search.text.Thesaurus;

/**
 * What every engine must do.
 */
public abstract class ExpertiseIndexContract {

	protected ExpertiseIndex index;

	private ExpertRanking ranking = new ExpertRanking(SamplePeople.THESAURUS,
			InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));

	/**
	 * An index that has had its first, empty rebuild.
	 */
	protected abstract ExpertiseIndex open();

	@BeforeEach
	void fill() {
		this.index = open();
		this.index.apply(SamplePeople.experts());
		this.index.apply(SamplePeople.demands());
	}

	@AfterEach
	void close() {
		this.index.close();
	}

	protected List<Long> found(String text) {
		return ids(DirectoryQuery.experts(Audience.MATCHED, text));
	}

	private List<Long> ids(DirectoryQuery query) {
		return this.index.directory(query).hits().stream().map(DirectoryHit::id).toList();
	}

	private List<Long> advanced(String text) {
		return ids(DirectoryQuery.experts(Audience.MATCHED, text).inAdvancedMode());
	}

	@ParameterizedTest
	@ValueSource(strings = {"张晓梅", "張曉梅", "zhang xiaomei", "zhangxiaomei", "xiaomei zhang", "xiaomeizhang",
			"Zhang Xiao Mei", "晓梅", "张", "ZHANG  XIAOMEI", "zhang xiaom", "zxm"})
	void findsANameInEveryForm(String typed) {
		assertThat(found(typed)).startsWith(SamplePeople.ZHANG);
	}

	@ParameterizedTest
	@ValueSource(strings = {"Müller", "Muller", "mueller", "juergen mueller", "Jürgen"})
	void findsAGermanNameInEverySpelling(String typed) {
		assertThat(found(typed)).startsWith(SamplePeople.MUELLER);
	}

	@ParameterizedTest
	@ValueSource(strings = {"固态电池", "solid-state battery", "Solid State Batteries", "固態電池", "ssb", "全固态电池"})
	void findsAConceptInBothLanguages(String typed) {
		assertThat(found(typed)).containsExactlyInAnyOrder(SamplePeople.ZHANG, SamplePeople.WEBER, SamplePeople.SATO);
	}

	@Test
	void findsWhatLiesBelowAConcept() {
		assertThat(found("电池")).contains(SamplePeople.ZHANG, SamplePeople.WEBER);
		assertThat(found("energy storage")).contains(SamplePeople.ZHANG, SamplePeople.WEBER);
	}

	@Test
	void meetsAllPartsOfAShortQueryAcrossNameAndEvidence() {
		assertThat(found("zhang 固态电池")).containsExactly(SamplePeople.ZHANG);
		assertThat(found("weber 碳化硅")).isEmpty();
	}

	@Test
	void leavesFillerOut() {
		assertThat(found("固态电池专家")).contains(SamplePeople.ZHANG, SamplePeople.WEBER);
	}

	private static final FactNames NAMES = FactNames.builder()
			.name("德语", Facet.LANGUAGE, "de")
			.name("German", Facet.LANGUAGE, "de")
			.name("日本", Facet.COUNTRY, "JP")
			.name("Federal Republic of Germany", Facet.COUNTRY, "DE")
			.name("Germany", Facet.COUNTRY, "DE")
			.build();

	@ParameterizedTest
	@ValueSource(strings = {"德语", "會德語", "德语专家", "GERMAN", "germany", "the federal republic of Germany"})
	void findsPeopleByTheNamesOfTheirLanguagesAndCountries(String typed) {
		assertThat(ids(DirectoryQuery.experts(Audience.MATCHED, typed))).isEmpty();
		assertThat(ids(DirectoryQuery.experts(Audience.MATCHED, typed).knowing(NAMES)))
				.contains(SamplePeople.ZHANG, SamplePeople.WEBER)
				.doesNotContain(SamplePeople.LI);
	}

	@Test
	void meetsAWordAndACountryTogether() {
		assertThat(ids(DirectoryQuery.experts(Audience.MATCHED, "日本 碳化硅").knowing(NAMES)))
				.containsExactly(SamplePeople.LI);
		assertThat(ids(DirectoryQuery.experts(Audience.PUBLIC, "日本 碳化硅").knowing(NAMES)))
				.as("country experience shown to the matched only")
				.isEmpty();
		assertThat(ids(DirectoryQuery.experts(Audience.MATCHED, "德语 碳化硅").knowing(NAMES)))
				.doesNotContain(SamplePeople.LI);
	}

	@Test
	void emphasisesWhatWasFoundInTheOtherLanguage() {
		List<Highlight> highlights = highlights(DirectoryQuery.experts(Audience.PUBLIC, "固态电池"), SamplePeople.WEBER);
		assertThat(highlights).isNotEmpty();
		assertThat(highlights.stream().flatMap(ExpertiseIndexContract::marked))
				.anyMatch((marked) -> marked.equalsIgnoreCase("solid-state batteries"));
	}

	@Test
	void emphasisesNames() {
		assertThat(highlights(DirectoryQuery.experts(Audience.PUBLIC, "張曉梅"), SamplePeople.ZHANG).stream()
				.flatMap(ExpertiseIndexContract::marked)).contains("张晓梅");
	}

	@Test
	void emphasisesNothingWhereNothingWasTyped() {
		assertThat(highlights(DirectoryQuery.experts(Audience.MATCHED, " "), SamplePeople.ZHANG)).isEmpty();
	}

	private List<Highlight> highlights(DirectoryQuery query, long person) {
		return this.index.highlights(query, people()).getOrDefault(person, List.of());
	}

	private static List<ExpertDocument> people() {
		return SamplePeople.experts()
				.stream()
				.map((change) -> ((IndexChange.PutExpert) change).document())
				.toList();
	}

	private static Stream<String> marked(Highlight highlight) {
		return highlight.marks().stream().map((mark) -> highlight.text().substring(mark.start(), mark.end()));
	}

	@Test
	void saysWhichConceptsItUnderstood() {
		assertThat(this.index.directory(DirectoryQuery.experts(Audience.PUBLIC, "SiC 模块")).understood())
				.containsExactly("silicon-carbide");
	}

	@Test
	void countsFacetsAndNarrowsByThem() {
		DirectoryQuery all = DirectoryQuery.experts(Audience.MATCHED, "");
		DirectoryPage page = this.index.directory(all);
		assertThat(page.total()).isEqualTo(6);
		assertThat(facet(page, Facet.LANGUAGE)).containsEntry("de", 4).containsEntry("zh", 3).containsEntry("ja", 2);
		assertThat(facet(page, Facet.COUNTRY)).containsEntry("DE", 4).containsEntry("JP", 1);
		assertThat(facet(page, Facet.DOMAIN)).containsEntry("battery", 3).containsEntry("semiconductor", 1);
		assertThat(facet(page, Facet.VERIFIED)).containsExactly(Map.entry("true", 1));
		DirectoryPage hefei = this.index.directory(all.where(Facet.CITY, "hefei"));
		assertThat(hefei.hits()).extracting(DirectoryHit::id)
				.containsExactly(SamplePeople.WANG, SamplePeople.ZHANG);
		assertThat(facet(hefei, Facet.CITY)).containsEntry("chizhou", 1);
		assertThat(facet(hefei, Facet.LANGUAGE)).doesNotContainKey("ja");
		assertThat(ids(all.where(Facet.LANGUAGE, "de:C1")))
				.containsExactlyInAnyOrder(SamplePeople.WEBER, SamplePeople.MUELLER, SamplePeople.WANG);
		assertThat(ids(all.where(Facet.DOMAIN, "battery"))).contains(SamplePeople.ZHANG, SamplePeople.WEBER);
		assertThat(ids(all.where(Facet.CITY, "hefei", "chizhou"))).hasSize(3);
	}

	private static Map<String, Integer> facet(DirectoryPage page, Facet facet) {
		return page.facets()
				.getOrDefault(facet, List.of())
				.stream()
				.collect(java.util.stream.Collectors.toMap(FacetCount::value, FacetCount::count));
	}

	@Test
	void sortsAndPages() {
		DirectoryQuery all = DirectoryQuery.experts(Audience.MATCHED, "");
		assertThat(ids(all)).containsExactly(SamplePeople.WANG, SamplePeople.LI, SamplePeople.SATO,
				SamplePeople.ZHANG, SamplePeople.WEBER, SamplePeople.MUELLER);
		assertThat(ids(all.sortedBy(DirectorySort.NAME)).subList(0, 2)).containsExactly(SamplePeople.WEBER,
				SamplePeople.MUELLER);
		assertThat(ids(all.page(2, 2))).containsExactly(SamplePeople.SATO, SamplePeople.ZHANG);
		assertThat(ids(all.page(6, 2))).isEmpty();
	}

	@Test
	void answersTheDirectoryOfNeeds() {
		DirectoryPage page = this.index.directory(DirectoryQuery.demands(Audience.PUBLIC, "solid-state battery"));
		assertThat(page.hits()).extracting(DirectoryHit::id).containsExactly(11L);
		assertThat(page.hits().getFirst().highlights()).isNotEmpty();
		assertThat(facet(page, Facet.KIND)).containsEntry("technical-problem", 1);
		assertThat(ids(DirectoryQuery.demands(Audience.PUBLIC, "").sortedBy(DirectorySort.DEADLINE)))
				.containsExactly(11L, 12L);
	}

	@ParameterizedTest
	@MethodSource("nastyTexts")
	void takesAnyTextInTheSimpleBox(String text) {
		this.index.directory(DirectoryQuery.experts(Audience.PUBLIC, text));
		this.index.directory(DirectoryQuery.demands(Audience.PUBLIC, text));
		this.index.recall(this.ranking.question(Need.of(text, text), Audience.PUBLIC, 100));
		this.index.recall(this.ranking.question(
				Need.of("", "").withDomains(new Need.Domain("", text.isBlank() ? "x" : text, true, 1)), Audience.PUBLIC,
				100));
		this.index.mentioning(Set.of(text));
	}

	@ParameterizedTest
	@MethodSource("nastyTexts")
	void answersOrRefusesAnyTextInTheAdvancedBox(String text) {
		try {
			this.index.directory(DirectoryQuery.experts(Audience.PUBLIC, text).inAdvancedMode());
		} catch (QuerySyntaxException ex) {
			assertThat(ex.position()).isBetween(0, text.length());
			assertThat(ex.position() + ex.length()).isLessThanOrEqualTo(text.length());
		}
	}

	static Stream<String> nastyTexts() {
		return Stream.of("", " ", "a", "的", "*", "?", "\"", "((", "))", "a AND", "OR", "NOT", "name:", ":", "\\", "/x/",
				"[1 TO", "~1", "^", "\u0000\u0001\u001f\u007f", "😀", "😀😀😀 🇩🇪", "\ud83d", "\udc00x",
				"\ufeff\u200b\u202e",
				"<script>alert(1)</script>", "x".repeat(20_000), "固".repeat(20_000), "固态电池 ".repeat(4_000),
				"a b ".repeat(5_000), "(".repeat(1_900), "NOT ".repeat(400), "a OR ".repeat(390) + "a", "a*b*c*d*e*",
				"张*",
				"*张", "ａｎｄ　ｏｒ", "ﬁ ﷽ ẞ İ ı", "'; DROP TABLE expert; --", "fn:ordered(a b)", "a\nb\tc\r\n");
	}

	@Test
	void understandsTheQueryLanguage() {
		assertThat(advanced("domain:固态电池 AND language:de-C1")).containsExactly(SamplePeople.WEBER);
		assertThat(advanced("domain:solid-state-battery AND NOT residence:CN AND available:true"))
				.containsExactly(SamplePeople.WEBER);
		assertThat(advanced("country:DE-work city:hefei")).containsExactly(SamplePeople.WANG);
		assertThat(advanced("country:德国 语言:德语-C1 城市：hefei")).containsExactly(SamplePeople.WANG);
		assertThat(advanced("name:张* OR name:\"juergen mueller\"")).containsExactlyInAnyOrder(SamplePeople.ZHANG,
				SamplePeople.MUELLER);
		assertThat(advanced("title:\"sulfide electrolytes\"")).containsExactly(SamplePeople.WEBER);
		assertThat(advanced("title:\"electrolytes sulfide for\"")).isEmpty();
		assertThat(advanced("text:\"界面阻抗\"")).containsExactly(SamplePeople.ZHANG);
		assertThat(advanced("electrol*")).containsExactly(SamplePeople.WEBER);
		assertThat(advanced("year:[2022 TO *]")).containsExactlyInAnyOrder(SamplePeople.WEBER, SamplePeople.LI);
		assertThat(advanced("year:[* TO 2001]")).containsExactly(SamplePeople.MUELLER);
		assertThat(advanced("verified:true")).containsExactly(SamplePeople.ZHANG);
		assertThat(advanced("kind:patent")).containsExactly(SamplePeople.ZHANG);
		assertThat(advanced("NOT language:de")).containsExactlyInAnyOrder(SamplePeople.LI, SamplePeople.SATO);
		assertThat(advanced("(固态电池 OR SiC) -name:zhang")).containsExactlyInAnyOrder(SamplePeople.WEBER,
				SamplePeople.LI, SamplePeople.SATO);
	}

	@Test
	void pointsAtTheFaultOfAQuery() {
		assertFault("name:zhang AND", QuerySyntaxException.Reason.UNEXPECTED_END, 14, "");
		assertFault("a AND OR b", QuerySyntaxException.Reason.UNEXPECTED, 6, "OR");
		assertFault("email:x", QuerySyntaxException.Reason.UNKNOWN_FIELD, 0, "email");
		assertFault("a AND 邮箱:x", QuerySyntaxException.Reason.UNKNOWN_FIELD, 6, "邮箱");
		assertFault("name:*hang", QuerySyntaxException.Reason.LEADING_WILDCARD, 5, "*hang");
		assertFault("city:he*", QuerySyntaxException.Reason.NO_WILDCARD, 5, "he*");
		assertFault("name:[a TO b]", QuerySyntaxException.Reason.NO_RANGE, 6, "a");
		assertFault("year:abc", QuerySyntaxException.Reason.BAD_VALUE, 5, "abc");
		assertFault("roam~", QuerySyntaxException.Reason.NOT_OFFERED, 0, "roam");
		assertFault("\"open", QuerySyntaxException.Reason.UNEXPECTED_END, 5, "");
		assertFault("x /re.*/", QuerySyntaxException.Reason.NOT_OFFERED, 2, "/");
	}

	private void assertFault(String text, QuerySyntaxException.Reason reason, int position, String token) {
		assertThatThrownBy(() -> advanced(text)).isInstanceOfSatisfying(QuerySyntaxException.class, (fault) -> {
			assertThat(fault.reason()).isEqualTo(reason);
			assertThat(fault.position()).isEqualTo(position);
			assertThat(fault.token()).isEqualTo(token);
		});
	}

	@ParameterizedTest
	@EnumSource(Audience.class)
	void showsEachViewerOnlyWhatIsMeantForThem(Audience viewer) {
		boolean matched = viewer == Audience.MATCHED;
		boolean registered = viewer != Audience.PUBLIC;
		// a person whose basics are for the matched
		assertThat(ids(DirectoryQuery.experts(viewer, "sato")).contains(SamplePeople.SATO)).isEqualTo(matched);
		assertThat(recalled(viewer, "solid-state battery separators").contains(SamplePeople.SATO)).isEqualTo(matched);
		// a piece for the registered
		assertThat(ids(DirectoryQuery.experts(viewer, "pilot line")).contains(SamplePeople.WEBER))
				.isEqualTo(registered);
		assertThat(ids(DirectoryQuery.experts(viewer, "text:\"pilot line\"").inAdvancedMode()).isEmpty())
				.isEqualTo(!registered);
		assertThat(highlights(DirectoryQuery.experts(viewer, "solid-state battery cells pilot"), SamplePeople.WEBER)
				.stream()
				.anyMatch((highlight) -> highlight.pieceId().equals("w2"))).isEqualTo(registered);
		assertThat(highlights(DirectoryQuery.experts(viewer, "sato"), SamplePeople.SATO).isEmpty())
				.isEqualTo(!matched);
		assertThat(hitPieces(viewer, "Pilot line for SSB cells").contains("w2")).isEqualTo(registered);
		// facts for the matched
		DirectoryPage all = this.index.directory(DirectoryQuery.experts(viewer, ""));
		assertThat(all.total()).isEqualTo(matched ? 6 : 5);
		assertThat(facet(all, Facet.COUNTRY).containsKey("JP")).isEqualTo(matched);
		assertThat(ids(DirectoryQuery.experts(viewer, "country:JP").inAdvancedMode()).contains(SamplePeople.LI))
				.isEqualTo(matched);
		assertThat(ids(DirectoryQuery.experts(viewer, "").where(Facet.COUNTRY, "JP")).isEmpty()).isEqualTo(!matched);
		Need japan = Need.of("碳化硅功率模块", "").withCountries(Need.Country.of("JP", true));
		Tally tally = new Matching(this.index, this.ranking).preview(japan, viewer);
		assertThat(tally.passing()).isEqualTo(matched ? 1 : 0);
		assertThat(tally.visible()).isEqualTo(matched ? 6 : 5);
		ExpertFacts facts = this.index.recall(this.ranking.question(Need.of("碳化硅", ""), viewer, 100))
				.candidates()
				.stream()
				.map(Recall.Candidate::facts)
				.filter((known) -> known.id() == SamplePeople.LI)
				.findFirst()
				.orElseThrow();
		assertThat(facts.countries().isEmpty()).isEqualTo(!matched);
	}

	private Set<Long> recalled(Audience viewer, String text) {
		return this.index.recall(this.ranking.question(Need.of(text, ""), viewer, 100))
				.candidates()
				.stream()
				.map((candidate) -> candidate.facts().id())
				.collect(java.util.stream.Collectors.toSet());
	}

	private List<String> hitPieces(Audience viewer, String text) {
		return this.index.recall(this.ranking.question(Need.of(text, ""), viewer, 100))
				.candidates()
				.stream()
				.flatMap((candidate) -> candidate.hits().stream())
				.map(EvidenceHit::pieceId)
				.toList();
	}

	@Test
	void followsThePublishedTheWithdrawnAndTheDeleted() {
		DirectoryQuery query = DirectoryQuery.experts(Audience.PUBLIC, "固态电池");
		assertThat(ids(query)).contains(SamplePeople.ZHANG);
		this.index.apply(List.of(new IndexChange.Remove(DocumentRef.expert(SamplePeople.ZHANG))));
		assertThat(ids(query)).doesNotContain(SamplePeople.ZHANG);
		assertThat(this.index.directory(query).facets().get(Facet.VERIFIED)).isEmpty();
		assertThat(recalled(Audience.PUBLIC, "固态电池")).doesNotContain(SamplePeople.ZHANG);
		assertThat(this.index.tally(this.ranking.question(Need.of("固态电池", ""), Audience.PUBLIC, 10)).visible())
				.isEqualTo(4);
		assertThat(this.index.status().experts()).isEqualTo(5);
		ExpertDocument changed = ExpertDocument.of(SamplePeople.ZHANG, new Names("张晓梅", "", ""))
				.headline("激光雷达")
				.build();
		this.index.apply(List.of(new IndexChange.PutExpert(changed), new IndexChange.PutExpert(changed)));
		assertThat(ids(query)).doesNotContain(SamplePeople.ZHANG);
		assertThat(found("lidar")).containsExactly(SamplePeople.ZHANG);
		assertThat(this.index.status().experts()).isEqualTo(6);
	}

	@Test
	void findsOthersByWordsNobodyAskedForBefore() {
		assertThat(recalled(Audience.MATCHED, "碳化硅")).isNotEmpty();
		this.index.apply(List.of(new IndexChange.Remove(DocumentRef.expert(SamplePeople.MUELLER))));
		assertThat(recalled(Audience.PUBLIC, "solid-state battery 固态电池 electrolyte")).contains(SamplePeople.WEBER);
	}

	@Test
	void keepsAnsweringWhileItIsRebuilt() {
		try (ExpertiseIndex.Rebuild rebuild = this.index.rebuild()) {
			assertThat(this.index.status().state()).isEqualTo(IndexState.REBUILDING);
			rebuild.put(SamplePeople.experts().subList(0, 3));
			assertThat(found("")).hasSize(6);
			// newer than what the rebuild loads afterwards
			this.index.apply(List.of(new IndexChange.Remove(DocumentRef.expert(SamplePeople.WANG)),
					new IndexChange.PutExpert(ExpertDocument.of(77, new Names("新人", "", "")).build())));
			assertThat(found("")).hasSize(6).contains(77L).doesNotContain(SamplePeople.WANG);
			rebuild.put(SamplePeople.experts().subList(3, 6));
			rebuild.commit();
		}
		assertThat(this.index.status().state()).isEqualTo(IndexState.READY);
		assertThat(found("")).hasSize(6).contains(77L).doesNotContain(SamplePeople.WANG);
		assertThat(ids(DirectoryQuery.demands(Audience.PUBLIC, ""))).isEmpty();
	}

	@Test
	void countsItsRevisionsUpWithWhatMayBeAnswered() {
		long before = this.index.revision();
		assertThat(found("固态电池")).isNotEmpty();
		assertThat(this.index.revision()).isEqualTo(before);
		this.index.apply(List.of(new IndexChange.Remove(DocumentRef.expert(SamplePeople.ZHANG))));
		long removed = this.index.revision();
		assertThat(removed).isGreaterThan(before);
		try (ExpertiseIndex.Rebuild rebuild = this.index.rebuild()) {
			rebuild.put(SamplePeople.experts());
			assertThat(this.index.revision()).isEqualTo(removed);
			rebuild.commit();
		}
		assertThat(this.index.revision()).isGreaterThan(removed);
	}

	@Test
	void discardsARebuildThatWasNotCommitted() {
		try (ExpertiseIndex.Rebuild rebuild = this.index.rebuild()) {
			rebuild.put(SamplePeople.experts().subList(0, 1));
			assertThatThrownBy(() -> this.index.rebuild()).isInstanceOf(IllegalStateException.class);
		}
		assertThat(found("")).hasSize(6);
		assertThat(this.index.status().state()).isEqualTo(IndexState.READY);
		this.index.rebuild().close();
	}

	@Test
	void givesTheSameRankingAfterARebuild() {
		RecallQuery question = this.ranking.question(
				Need.of("固态电池硫化物电解质", "寻找熟悉 sulfide electrolytes 的专家"), Audience.MATCHED, 100);
		Recall before = this.index.recall(question);
		try (ExpertiseIndex.Rebuild rebuild = this.index.rebuild()) {
			rebuild.put(SamplePeople.experts());
			rebuild.put(SamplePeople.demands());
			rebuild.commit();
		}
		assertThat(this.index.recall(question)).isEqualTo(before);
		assertThat(before.candidates()).isNotEmpty();
	}

	@Test
	void countsWhatEachMustCosts() {
		Need need = Need.of("固态电池", "")
				.withLanguages(new Need.Language("de", CefrLevel.C1, true, 1))
				.withCountries(Need.Country.of("CN", true),
						new Need.Country(Set.of("DE", "JP"), Set.of("work"), true, 1));
		RecallQuery question = this.ranking.question(need, Audience.MATCHED, 100);
		Tally tally = this.index.tally(question);
		assertThat(tally).isEqualTo(this.index.recall(question).tally());
		// Zhang, Weber and Satō; only Weber passes
		assertThat(tally.considered()).isEqualTo(3);
		assertThat(tally.passing()).isEqualTo(1);
		assertThat(tally.musts()).extracting(Tally.MustTally::excluded).containsExactly(2, 2, 2);
		assertThat(tally.musts()).extracting(Tally.MustTally::alone).containsExactly(0, 0, 0);
		Tally german = this.index.tally(this.ranking.question(
				Need.of("固态电池", "").withLanguages(new Need.Language("de", CefrLevel.C1, true, 1)), Audience.MATCHED,
				100));
		assertThat(german.musts()).extracting(Tally.MustTally::alone).containsExactly(2);
	}

	@Test
	void appliesMustsAsTheFactsSay() {
		List<Condition> conditions = List.of(new Condition.Speaks("de", CefrLevel.B1),
				new Condition.Speaks("de", CefrLevel.C1), new Condition.KnowsCountry(Set.of("DE"), Set.of()),
				new Condition.KnowsCountry(Set.of("DE", "JP"), Set.of("work")), new Condition.KnowsDomain("battery"),
				new Condition.KnowsDomain("solid-state-battery"), new Condition.HasCompetence("trade"),
				new Condition.Offers("advice"), new Condition.InCity(Set.of("hefei")),
				new Condition.ResidesIn(Set.of("DE")), new Condition.IsAvailable(), new Condition.IsVerified());
		for (Audience viewer : Audience.values()) {
			RecallQuery all = new RecallQuery(viewer, List.of(), List.of(), List.of(), List.of(), Set.of(), Set.of(),
					100, 0,
					true);
			List<ExpertFacts> facts = this.index.recall(all).candidates().stream().map(Recall.Candidate::facts)
					.toList();
			for (Condition one : conditions) {
				for (Condition other : conditions) {
					RecallQuery both = new RecallQuery(viewer, List.of(), List.of(), List.of(one, other), List.of(),
							Set.of(), Set.of(), 100, 0, true);
					Recall recall = this.index.recall(both);
					assertThat(recall.candidates().stream().map(Recall.Candidate::facts))
							.containsExactlyInAnyOrderElementsOf(
									facts.stream().filter(one::test).filter(other::test).toList());
					assertThat(recall.tally().passing()).isEqualTo(recall.candidates().size());
					assertThat(recall.tally().musts().getFirst().excluded())
							.isEqualTo((int) facts.stream().filter((known) -> !one.test(known)).count());
				}
			}
		}
	}

	@Test
	void appliesAFreeTermAsAMust() {
		Need need = Need.of("", "电池").withDomains(new Need.Domain("", "sulfide electrolytes", true, 1));
		assertThat(this.index.recall(this.ranking.question(need, Audience.MATCHED, 100)).candidates())
				.extracting((candidate) -> candidate.facts().id())
				.containsExactly(SamplePeople.WEBER);
	}

	@Test
	void tellsWhatMatchedAndHow() {
		List<MatchedTerm> matched = this.index
				.recall(this.ranking.question(Need.of("固态电池的技术难题", ""), Audience.PUBLIC, 100))
				.candidates()
				.stream()
				.filter((candidate) -> candidate.facts().id() == SamplePeople.WEBER)
				.flatMap((candidate) -> candidate.hits().getFirst().matched().stream())
				.toList();
		assertThat(matched).contains(new MatchedTerm("固态电池", "solid-state batteries", MatchedTerm.How.THESAURUS,
				"solid-state-battery", "solid-state-battery"));
	}

	@Test
	void leavesPeopleOutAndRestrictsToPeople() {
		RecallQuery question = this.ranking.question(Need.of("固态电池", "").without(Set.of(SamplePeople.ZHANG)),
				Audience.PUBLIC, 100);
		assertThat(this.index.recall(question).candidates()).extracting((candidate) -> candidate.facts().id())
				.containsExactly(SamplePeople.WEBER);
		assertThat(this.index.recall(question.restrictedTo(Set.of(SamplePeople.ZHANG))).candidates()).isEmpty();
		assertThat(this.index.recall(question.restrictedTo(Set.of(SamplePeople.WEBER))).candidates()).hasSize(1);
	}

	@Test
	void findsNeedsForAPerson() {
		assertThat(this.index.recallDemands(SamplePeople.MUELLER, Audience.PUBLIC, 10)).extracting(DemandHit::demandId)
				.startsWith(12L);
		assertThat(this.index.recallDemands(SamplePeople.WEBER, Audience.PUBLIC, 10)).extracting(DemandHit::demandId)
				.startsWith(11L);
		assertThat(this.index.recallDemands(999, Audience.PUBLIC, 10)).isEmpty();
	}

	@Test
	void knowsWhatAChangeOfTheThesaurusTouches() {
		Concept interfaces = new Concept("interface-impedance", "界面阻抗", List.of(), "hydrostatic guideway", List.of(),
				List.of(), List.of());
		assertThat(this.index.touchedBy(null, interfaces)).containsExactlyInAnyOrder(
				DocumentRef.expert(SamplePeople.ZHANG), DocumentRef.expert(SamplePeople.MUELLER));
		Concept battery = SamplePeople.THESAURUS.concept("battery").orElseThrow();
		assertThat(this.index.touchedBy(battery, null)).contains(DocumentRef.expert(SamplePeople.ZHANG),
				DocumentRef.expert(SamplePeople.WEBER), DocumentRef.demand(11));
		assertThat(this.index.mentioning(List.of("scale-up", "量产")))
				.containsExactlyInAnyOrder(DocumentRef.expert(SamplePeople.WEBER), DocumentRef.demand(11));
	}

	@Test
	void looksIntoTitlesByWordsOfEitherScript() {
		this.index.apply(List.of(titled(91, "人工智能的研究"), titled(92, "querying Q and tea")));
		assertThat(advanced("标题:人工智能研究")).containsExactly(91L);
		assertThat(advanced("title:\"tea\" title:Q")).containsExactly(92L);
		assertThat(advanced("title:\"q\"")).containsExactly(92L);
		assertThat(advanced("title:\"que\"")).isEmpty();
		assertThat(advanced("title:智能*")).containsExactly(91L);
		assertThat(advanced("title:query*")).containsExactly(92L);
	}

	private static IndexChange titled(long id, String title) {
		return new IndexChange.PutExpert(ExpertDocument.of(id, new Names("", "Titled " + id, ""))
				.pieces(List.of(new Piece("t", PieceKind.PUBLICATION, title, "Q querying 研究人工", null, Audience.PUBLIC)))
				.build());
	}

	@Test
	void countsAndFindsAndRemembersTheSamePeopleByADomain() {
		this.index.apply(List.of(new IndexChange.PutExpert(ExpertDocument.of(93, new Names("", "Free Words", ""))
				.freeDomains(List.of("固态电池"))
				.build())));
		DirectoryQuery all = DirectoryQuery.experts(Audience.PUBLIC, "");
		int counted = facet(this.index.directory(all), Facet.DOMAIN).getOrDefault("battery", 0);
		assertThat(this.index.directory(all.where(Facet.DOMAIN, "battery")).total()).isEqualTo(counted);
		RecallQuery question = this.ranking.question(
				Need.of("", "").withDomains(new Need.Domain("battery", "", true, 1)), Audience.PUBLIC, 100);
		assertThat(this.index.recall(question).candidates()).extracting((candidate) -> candidate.facts().id())
				.contains(93L);
		assertThat(this.index.recall(question).candidates())
				.allMatch((candidate) -> candidate.facts().domainClosure().contains("battery"));
	}

	@Test
	void findsByANewConceptOnceTheTouchedAreIn() {
		Concept separator = new Concept("separator", "隔膜", List.of(), "separator", List.of(), List.of(), List.of());
		Set<DocumentRef> touched = this.index.touchedBy(null, separator);
		List<Concept> concepts = new java.util.ArrayList<>(SamplePeople.THESAURUS.concepts());
		concepts.add(separator);
		this.index.useThesaurus(Thesaurus.of(concepts));
		this.index.apply(SamplePeople.experts().stream().filter((change) -> touched.contains(change.ref())).toList());
		assertThat(found("隔膜")).containsExactlyInAnyOrder(SamplePeople.ZHANG, SamplePeople.SATO);
	}

	@Test
	void cutsHighlightsBetweenWords() {
		String text = "preparation ".repeat(30) + "solid-state battery " + "manufacturing ".repeat(30);
		ExpertDocument person = ExpertDocument.of(90, new Names("", "Chen", ""))
				.pieces(List.of(new Piece("p", PieceKind.SUMMARY, "", text, null, Audience.PUBLIC)))
				.build();
		List<Highlight> highlights = this.index
				.highlights(DirectoryQuery.experts(Audience.PUBLIC, "固态电池"), List.of(person))
				.getOrDefault(90L, List.of());
		assertThat(highlights).singleElement()
				.satisfies((highlight) -> assertThat(highlight.text().strip().split(" ", -1))
						.isSubsetOf("preparation", "solid-state", "battery", "manufacturing"))
				.satisfies((highlight) -> assertThat(marked(highlight)).containsExactly("solid-state battery"));
	}

	@Test
	void cutsHighlightsWithinTheText() {
		String text = "固态电池".repeat(3) + "。".repeat(500) + "solid-state battery " + "x ".repeat(500);
		ExpertDocument person = ExpertDocument.of(90, new Names("陈", "", ""))
				.pieces(List.of(new Piece("p", PieceKind.SUMMARY, "", text, null, Audience.PUBLIC)))
				.build();
		List<Highlight> highlights = this.index
				.highlights(DirectoryQuery.experts(Audience.PUBLIC, "固态电池"), List.of(person))
				.getOrDefault(90L, List.of());
		assertThat(highlights).isNotEmpty();
		for (Highlight highlight : highlights) {
			int last = 0;
			for (Mark mark : highlight.marks()) {
				assertThat(mark.start()).isGreaterThanOrEqualTo(last).isLessThan(mark.end());
				last = mark.end();
			}
			assertThat(last).isLessThanOrEqualTo(highlight.text().length());
			assertThat(highlight.text().length()).isLessThanOrEqualTo(200);
		}
	}

}
