package org.zhiqiao.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.DirectoryPage;
import org.zhiqiao.search.DirectoryPage.DirectoryHit;
import org.zhiqiao.search.DirectoryQuery;
import org.zhiqiao.search.DirectorySort;
import org.zhiqiao.search.DocumentKind;
import org.zhiqiao.search.DocumentRef;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.Facet;
import org.zhiqiao.search.FacetCount;
import org.zhiqiao.search.FactNames;
import org.zhiqiao.search.IndexChange;
import org.zhiqiao.search.Knowledge;
import org.zhiqiao.search.SamplePeople;
import org.zhiqiao.search.StoryDocument;
import org.zhiqiao.search.StoryDocument.Text;

/**
 * Stories and studies are found as people and needs are, and do not get in their way.
 */
class StoriesTest {

	private static final DocumentRef NEWS = DocumentRef.story(1);

	private static final DocumentRef CASE = DocumentRef.story(2);

	/** The same key as the first article. */
	private static final DocumentRef STUDY = DocumentRef.study(1);

	private ExpertiseIndex index;

	@BeforeEach
	void fill() {
		this.index = LuceneExpertiseIndex.inMemory(Knowledge.ofWords(SamplePeople.THESAURUS));
		this.index.apply(SamplePeople.experts());
		this.index.apply(SamplePeople.demands());
		this.index.apply(stories());
	}

	@AfterEach
	void close() {
		this.index.close();
	}

	private static List<IndexChange> stories() {
		return List.of(
				put(NEWS, "news", List.of(new Text("zh", "皖德团队在合肥签约", "双方将共同研究固态电池，并培养博士。")), List.of("皖江示例新材料有限公司"),
						List.of("new-materials"), List.of("DE"), 3_000),
				put(CASE, "case",
						List.of(new Text("zh", "一个小镇的温室", "番茄有了新的品种。"),
								new Text("en", "A greenhouse in a small town", "Tomatoes of a new kind.")),
						List.of(), List.of("green-food"), List.of("NL"), 1_000),
				put(STUDY, "study", List.of(new Text("en", "Where solid-state batteries are heading",
						"A survey of sulfide electrolytes.")), List.of("Ada Example"), List.of(), List.of(), 2_000));
	}

	private static IndexChange put(DocumentRef ref, String kind, List<Text> texts, List<String> names,
			List<String> industries, List<String> countries, long published) {
		return new IndexChange.PutStory(new StoryDocument(ref, kind, texts, names, List.of(), industries, countries,
				List.of("hefei"), published));
	}

	private List<DocumentRef> found(DirectoryQuery query) {
		return this.index.directory(query).hits().stream().map(DirectoryHit::ref).toList();
	}

	private List<DocumentRef> found(String text) {
		return found(DirectoryQuery.stories(Audience.PUBLIC, text));
	}

	@ParameterizedTest
	@ValueSource(strings = {"固态电池", "solid-state battery", "Solid State Batteries", "固態電池", "电池", "energy storage"})
	void findsAConceptInEitherLanguage(String typed) {
		assertThat(found(typed)).containsExactlyInAnyOrder(NEWS, STUDY);
	}

	@Test
	void findsWordsOfTitlesTextsAndNames() {
		assertThat(found("温室")).containsExactly(CASE);
		assertThat(found("tomatoes")).containsExactly(CASE);
		assertThat(found("皖江示例新材料")).containsExactly(NEWS);
		assertThat(found("Ada Example")).containsExactly(STUDY);
		assertThat(found("vacuum cleaner")).isEmpty();
		FactNames names = FactNames.builder().name("荷兰", Facet.COUNTRY, "NL").build();
		assertThat(found(DirectoryQuery.stories(Audience.PUBLIC, "荷兰 温室").knowing(names))).containsExactly(CASE);
	}

	@Test
	void emphasisesWhatWasFoundInTheOtherLanguage() {
		DirectoryPage page = this.index.directory(DirectoryQuery.stories(Audience.PUBLIC, "solid-state battery"));
		DirectoryHit news = page.hits().stream().filter((hit) -> hit.ref().equals(NEWS)).findFirst().orElseThrow();
		assertThat(news.highlights()).singleElement().satisfies((highlight) -> {
			assertThat(highlight.source()).isEqualTo("description");
			assertThat(highlight.marks()).singleElement()
					.satisfies((mark) -> assertThat(highlight.text().substring(mark.start(), mark.end()))
							.isEqualTo("固态电池"));
		});
		assertThat(page.understood()).contains("solid-state-battery");
	}

	@Test
	void countsFacetsAndNarrowsByThem() {
		DirectoryQuery all = DirectoryQuery.stories(Audience.PUBLIC, "");
		DirectoryPage page = this.index.directory(all);
		assertThat(page.total()).isEqualTo(3);
		assertThat(page.facets().get(Facet.KIND)).containsExactly(new FacetCount("case", 1), new FacetCount("news", 1),
				new FacetCount("study", 1));
		assertThat(page.facets().get(Facet.LANGUAGE)).containsExactly(new FacetCount("en", 2), new FacetCount("zh", 2));
		assertThat(page.facets().get(Facet.CITY)).containsExactly(new FacetCount("hefei", 3));
		assertThat(found(all.where(Facet.KIND, "study", "case"))).containsExactly(STUDY, CASE);
		assertThat(found(all.where(Facet.COUNTRY, "DE"))).containsExactly(NEWS);
		assertThat(found(all.where(Facet.LANGUAGE, "en"))).containsExactly(STUDY, CASE);
		assertThat(found(all.where(Facet.INDUSTRY, "green-food"))).containsExactly(CASE);
		assertThat(found(all.where(Facet.DOMAIN, "solid-state-battery"))).containsExactly(NEWS, STUDY);
	}

	@Test
	void sortsAndPages() {
		DirectoryQuery all = DirectoryQuery.stories(Audience.PUBLIC, "").sortedBy(DirectorySort.UPDATED);
		assertThat(found(all)).containsExactly(NEWS, STUDY, CASE);
		assertThat(found(all.page(1, 1))).containsExactly(STUDY);
		assertThat(found(all.sortedBy(DirectorySort.NAME))).containsExactlyInAnyOrder(NEWS, STUDY, CASE);
	}

	@Test
	void keepsPeopleNeedsAndStoriesApart() {
		assertThat(found(DirectoryQuery.experts(Audience.MATCHED, "固态电池"))).allMatch(
				(ref) -> ref.kind() == DocumentKind.EXPERT);
		assertThat(found(DirectoryQuery.demands(Audience.MATCHED, "固态电池"))).containsExactly(DocumentRef.demand(11));
		assertThat(this.index.status().experts()).isEqualTo(6);
		assertThat(this.index.status().demands()).isEqualTo(2);
		assertThat(this.index.status().stories()).isEqualTo(3);
		assertThatThrownBy(() -> new StoryDocument(DocumentRef.expert(1), "news", List.of(), List.of(), List.of(),
				List.of(), List.of(), List.of(), 0)).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void followsThePublishedAndTheWithdrawn() {
		this.index.apply(List.of(new IndexChange.Remove(STUDY)));
		assertThat(found("")).containsExactly(NEWS, CASE);
		this.index.apply(List.of(put(NEWS, "news", List.of(new Text("zh", "另有主题", "风电叶片。")), List.of(), List.of(),
				List.of(), 3_000)));
		assertThat(found("固态电池")).isEmpty();
		assertThat(found("风电叶片")).containsExactly(NEWS);
		this.index.apply(stories());
		this.index.apply(stories());
		assertThat(found("")).containsExactly(NEWS, STUDY, CASE);
	}

	@Test
	void knowsWhichOfThemAChangeOfTheThesaurusTouches() {
		assertThat(this.index.mentioning(Set.of("番茄"))).containsExactly(CASE);
		var concept = SamplePeople.THESAURUS.concept("solid-state-battery").orElseThrow();
		assertThat(this.index.touchedBy(concept, null)).contains(NEWS, STUDY).doesNotContain(CASE);
	}

	@Test
	void understandsTheQueryLanguage() {
		assertThat(found(DirectoryQuery.stories(Audience.PUBLIC, "title:batteries AND kind:study").inAdvancedMode()))
				.containsExactly(STUDY);
		assertThatThrownBy(() -> found(DirectoryQuery.stories(Audience.PUBLIC, "open:true").inAdvancedMode()))
				.isInstanceOf(org.zhiqiao.search.QuerySyntaxException.class);
	}

	@Test
	void survivesARebuildAndTheEndOfTheProcess(@TempDir Path folder) {
		try (ExpertiseIndex disk = LuceneExpertiseIndex.open(folder, Knowledge.ofWords(SamplePeople.THESAURUS))) {
			try (ExpertiseIndex.Rebuild rebuild = disk.rebuild()) {
				rebuild.put(stories());
				rebuild.commit();
			}
		}
		try (ExpertiseIndex disk = LuceneExpertiseIndex.open(folder, Knowledge.ofWords(SamplePeople.THESAURUS))) {
			assertThat(disk.directory(DirectoryQuery.stories(Audience.PUBLIC, "固态电池")).hits())
					.extracting(DirectoryHit::ref)
					.containsExactlyInAnyOrder(NEWS, STUDY);
		}
	}

}
