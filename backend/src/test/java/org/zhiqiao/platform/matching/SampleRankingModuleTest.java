package org.zhiqiao.platform.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

import org.zhiqiao.platform.demand.DemandContent;
import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.platform.search.DocumentSource;
import org.zhiqiao.platform.taxonomy.Concepts;
import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;
import org.zhiqiao.search.Knowledge;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.embedding.BundledModel;
import org.zhiqiao.search.embedding.Embedding;
import org.zhiqiao.search.embedding.SentenceModel;
import org.zhiqiao.search.lucene.LuceneExpertiseIndex;
import org.zhiqiao.search.text.Thesaurus;
import org.zhiqiao.search.ranking.Contribution;
import org.zhiqiao.search.ranking.ExpertRanking;
import org.zhiqiao.search.ranking.Match;
import org.zhiqiao.search.ranking.Matching;
import org.zhiqiao.search.ranking.Need;
import org.zhiqiao.search.ranking.Ranking;
import org.zhiqiao.search.ranking.Weights;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ranking over the whole sample: whom a careful reader would put first comes first, and the points add up. */
@SpringBootTest
@ActiveProfiles("demo")
@OnDatabase(Engine.H2)
class SampleRankingModuleTest {

	/** A need says whom it should find; among so many first people there has to be one of them. */
	private static final int FIRST = 3;

	@Autowired
	private List<DocumentSource> sources;

	@Autowired
	private Demands demands;

	@Autowired
	private NeedReader reader;

	@Autowired
	private Concepts concepts;

	@Autowired
	private JdbcClient jdbc;

	private final Map<Long, String> people = new HashMap<>();

	private final Map<String, DemandContent> needs = new LinkedHashMap<>();

	private final Map<String, Set<String>> expected = new HashMap<>();

	/** The model that ships; what it said is kept from test to test. */
	private static final SentenceModel MODEL = new SentenceModel() {

		private final SentenceModel bundled = new BundledModel();

		private final Map<String, float[]> known = new ConcurrentHashMap<>();

		@Override
		public String name() {
			return this.bundled.name();
		}

		@Override
		public boolean multilingual() {
			return this.bundled.multilingual();
		}

		@Override
		public float[] embed(String text) {
			return this.known.computeIfAbsent(text, this.bundled::embed);
		}

	};

	private ExpertiseIndex index = LuceneExpertiseIndex.inMemory(Knowledge.ofWords(Thesaurus.of(List.of())));

	@BeforeEach
	void fill() throws IOException {
		this.index.close();
		this.index = LuceneExpertiseIndex
				.inMemory(Knowledge.withVectors(this.concepts.current(), new Embedding(MODEL)));
		for (var source : this.sources) {
			var documents = source.load(source.idsAfter(0, 1000));
			this.index.computeVectors(documents);
			this.index.apply(documents);
		}
		// Both were put in in the order of their files.
		var experts = ids("expert");
		var lines = lines("experts.jsonl");
		for (var i = 0; i < lines.size(); i++) {
			this.people.put(experts.get(i), lines.get(i).get("key").asString());
		}
		var numbers = ids("demand");
		var wanted = lines("demands.jsonl");
		for (var i = 0; i < wanted.size(); i++) {
			var key = wanted.get(i).get("key").asString();
			this.needs.put(key, this.demands.find(numbers.get(i)).orElseThrow().content());
			this.expected.put(key,
					wanted.get(i).get("expected").valueStream().map(JsonNode::asString).collect(Collectors.toSet()));
		}
	}

	@AfterEach
	void close() {
		this.index.close();
	}

	private List<Long> ids(String table) {
		return this.jdbc.sql("SELECT id FROM " + table + " ORDER BY id").query((row, _) -> row.getLong(1)).list();
	}

	private static List<JsonNode> lines(String file) throws IOException {
		var json = JsonMapper.builder().build();
		try (var lines = new BufferedReader(new InputStreamReader(
				new ClassPathResource("sample/" + file).getInputStream(), StandardCharsets.UTF_8))) {
			return lines.lines().map(json::readTree).toList();
		}
	}

	private Ranking rank(Need need, Weights weights) {
		return new Matching(this.index,
				new ExpertRanking(this.concepts.current(), InstantSource.fixed(Instant.parse("2026-03-01T00:00:00Z"))))
				.match(need, Audience.MATCHED, weights);
	}

	private List<String> first(Need need, int count) {
		return rank(need, Weights.DEFAULT).matches()
				.stream()
				.limit(count)
				.map(match -> Objects.requireNonNull(this.people.get(match.expertId())))
				.toList();
	}

	/** The same need with every must as a wish: then nobody is left out. */
	private static Need wishing(Need need) {
		return new Need(need.title(), need.description(),
				need.domains().stream().map(d -> new Need.Domain(d.code(), d.term(), false, d.weight())).toList(),
				need.languages().stream().map(l -> new Need.Language(l.code(), l.level(), false, l.weight())).toList(),
				need.countries().stream().map(c -> new Need.Country(c.alpha2(), c.kinds(), false, c.weight())).toList(),
				need.competences().stream().map(c -> new Need.Competence(c.code(), false, c.weight())).toList(),
				need.others(), need.except());
	}

	@Test
	void addsTheContributionsUpToTheScore() {
		var pairs = 0;
		for (var content : this.needs.entrySet()) {
			var need = this.reader.read(content.getValue()).need();
			for (var asked : List.of(need, wishing(need))) {
				for (var weights : List.of(Weights.DEFAULT, new Weights(1, 0, 3, 7), new Weights(0, 0, 0, 0))) {
					pairs += checkSums(content.getKey(), rank(asked, weights));
				}
				var usual = rank(asked, Weights.DEFAULT);
				var other = new Weights(3, 1, 1, 0);
				assertThat(usual.reweighted(other)).isEqualTo(rank(asked, other));
			}
		}
		assertThat(pairs).isGreaterThan(1000);
	}

	private int checkSums(String need, Ranking ranking) {
		var before = Double.POSITIVE_INFINITY;
		for (Match match : ranking.matches()) {
			assertThat(match.contributions().stream().mapToDouble(Contribution::points).sum())
					.as("%s for %s", this.people.get(match.expertId()), need)
					.isCloseTo(match.score(), within(1e-9));
			assertThat(match.contributions().stream().mapToDouble(Contribution::weight).sum()).isCloseTo(1,
					within(1e-9));
			assertThat(match.score()).isBetween(0.0, 100.0).isLessThanOrEqualTo(before);
			before = match.score();
		}
		return ranking.matches().size();
	}

	@Test
	void putsThePeopleFirstWhomACarefulReaderWould() {
		var missed = new ArrayList<String>();
		this.needs.forEach((key, content) -> {
			var wanted = this.expected.getOrDefault(key, Set.of());
			var first = first(this.reader.read(content).need(), FIRST);
			if (!wanted.isEmpty() && first.stream().noneMatch(wanted::contains)) {
				missed.add(key + " wants " + wanted + " but gets " + first);
			}
		});
		assertThat(missed).isEmpty();
	}

	/** Only the words: no concept is chosen, no language, no country. */
	@Test
	void findsThemByTheWordsAlone() {
		var asked = 0;
		var missed = new ArrayList<String>();
		for (var need : this.needs.entrySet()) {
			var wanted = this.expected.getOrDefault(need.getKey(), Set.of());
			if (wanted.isEmpty()) {
				continue;
			}
			asked++;
			var first = first(Need.of(need.getValue().title(), need.getValue().description()), FIRST);
			if (first.stream().noneMatch(wanted::contains)) {
				missed.add(need.getKey() + " wants " + wanted + " but gets " + first);
			}
		}
		assertThat(missed).as("of %d", asked).hasSizeLessThanOrEqualTo(asked / 5);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			硫化物固态电池电解质界面副反应与量产工艺 | Interface side reactions and volume production of sulfide solid-state battery electrolytes
			陶铝复合材料铸造热裂与凝固控制 | Hot tearing and solidification control in casting of ceramic-aluminium composites
			车载激光雷达在雨雾天气的感知与多传感器融合 | Automotive lidar perception in rain and fog with sensor fusion
			超薄柔性盖板玻璃离子交换强化 | Ion-exchange strengthening of ultra-thin flexible cover glass
			国际技术转移与孵化器合作 | International technology transfer and cooperation of incubators
			""")
	void ranksAlikeInBothLanguages(String chinese, String english) {
		var inChinese = first(Need.of(chinese, ""), FIRST);
		var inEnglish = first(Need.of(english, ""), FIRST);
		assertThat(inChinese).hasSize(FIRST);
		// Some fields have only two people in the sample; behind them comes whoever shares a common word.
		assertThat(inEnglish.stream().filter(inChinese::contains).count()).as("%s and %s", inChinese, inEnglish)
				.isGreaterThanOrEqualTo(FIRST - 1);
	}

	@Test
	void saysTheSameTwice() {
		for (var content : this.needs.values()) {
			var need = this.reader.read(content).need();
			assertThat(rank(need, Weights.DEFAULT)).isEqualTo(rank(need, Weights.DEFAULT));
		}
	}

}
