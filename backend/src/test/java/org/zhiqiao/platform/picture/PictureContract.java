package org.zhiqiao.platform.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

import org.zhiqiao.platform.expert.CountedRows;
import org.zhiqiao.platform.picture.GapMatrix.Gap;
import org.zhiqiao.platform.picture.GapMatrix.GapCell;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.taxonomy.Vocabulary;
import org.zhiqiao.platform.testing.Browser;

/** Each figure against a plain count over the sample: every row is read, and counted here. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "zhiqiao.search.vectors=false")
@ActiveProfiles("demo")
abstract class PictureContract {

	private static final Duration LONGEST = Duration.ofSeconds(60);

	@LocalServerPort
	private int port;

	@Autowired
	private Picture picture;

	@Autowired
	private Vocabulary vocabulary;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void countsByCityToTheLastRow() {
		for (var country : new String[]{null, "DE", "JP"}) {
			var matrix = this.picture.byCity(country, null);
			assertThat(matrix.places()).hasSize(16);
			assertThat(matrix.industries()).hasSize(10);
			var needs = plain(links("demand_industry", "demand_id", "code"), cities("demand", "state = 'PUBLISHED'"),
					(country != null) ? asked() : null, country);
			var people = plain(links("expert_industry", "expert_id", "industry"), workplaces(),
					(country != null) ? links("expert_country", "expert_id", "country") : null, country);
			var projects = plain(cooperation("industry"), cities("cooperation", "kind = 'PROJECT'"),
					(country != null) ? cooperation("country") : null, country);
			var bases = plain(cooperation("industry"), cities("cooperation", "kind = 'BASE'"),
					(country != null) ? cooperation("country") : null, country);
			var outcomes = outcomes(links("demand_industry", "demand_id", "code"),
					cities("demand", "state IN ('PUBLISHED', 'CLOSED')"), (country != null) ? asked() : null, country);
			compare(matrix, needs, people, projects, bases, outcomes);
		}
	}

	@Test
	void countsByCountryToTheLastRow() {
		for (var city : new String[]{null, "hefei"}) {
			var matrix = this.picture.byCountry(city, null);
			compare(matrix,
					plain(links("demand_industry", "demand_id", "code"),
							only(asked(), city,
									cities("demand", "state = 'PUBLISHED'"), published()),
							null, null),
					plain(links("expert_industry", "expert_id", "industry"),
							only(links("expert_country", "expert_id", "country"), city, workplaces(),
									workplacesOrNot()),
							null, null),
					plain(cooperation("industry"),
							only(cooperation("country"), city, cities("cooperation", "kind = 'PROJECT'"),
									cities("cooperation", "kind = 'PROJECT'").keySet()),
							null, null),
					plain(cooperation("industry"),
							only(cooperation("country"), city, cities("cooperation", "kind = 'BASE'"),
									cities("cooperation", "kind = 'BASE'").keySet()),
							null, null),
					outcomes(links("demand_industry", "demand_id", "code"),
							only(asked(), city, cities("demand", "state IN ('PUBLISHED', 'CLOSED')"),
									asked().keySet()),
							null, null));
		}
	}

	/** The figures above rest on one narrow row for each person. */
	@Test
	void countsPeopleByWhatTheirProfilesSay() {
		CountedRows.mustFollowProfiles(this.jdbc);
	}

	/** What an officer of a city sees when they open the list behind a figure. */
	@Test
	void countsWhatTheListsBehindTheFiguresHold() {
		var officer = new Browser(this.port).signIn("hefei@demo.zhiqiao.example", "qiao-demo-2026");
		filled(officer);
		for (var query : List.of("columns=city", "columns=city&country=DE", "columns=country",
				"columns=country&city=hefei",
				"columns=country&language=de")) {
			var matrix = officer.get("/api/picture/gaps?" + query).json();
			var byCity = query.startsWith("columns=city");
			var more = query.replaceFirst("columns=(city|country)&?", "");
			for (var cell : matrix.path("cells")) {
				var here = "industry=" + cell.path("industry").asString() + (byCity ? "&city=" : "&country=")
						+ cell.path("place").asString() + "&size=1&" + more;
				assertThat(total(officer, "/api/directory/demands?" + here.replaceAll("&language=\\w+", "")))
						.as("needs %s", here)
						.isEqualTo(cell.path("needs").asLong());
				assertThat(total(officer, "/api/directory/experts?" + here)).as("people %s", here)
						.isEqualTo(cell.path("people").asLong());
				assertThat(total(officer, "/api/cooperation?kind=project&" + here)).as("projects %s", here)
						.isEqualTo(cell.path("projects").asLong());
				assertThat(total(officer, "/api/cooperation?kind=base&" + here)).as("bases %s", here)
						.isEqualTo(cell.path("bases").asLong());
				assertThat(total(officer, "/api/engagements/outcomes?" + here)).as("outcomes %s", here)
						.isEqualTo(cell.path("outcomes").asLong());
			}
		}
	}

	/** Waits until the index holds everybody and everything that it should. */
	private void filled(Browser officer) {
		var people = this.jdbc.sql("""
				SELECT COUNT(*) FROM expert e WHERE e.state = 'published' AND NOT EXISTS (SELECT 1 FROM expert_group g
					WHERE g.expert_id = e.id AND g.field_group = 'basics' AND g.visibility = 'private')""")
				.query(Long.class)
				.single();
		var needs = this.jdbc.sql("SELECT COUNT(*) FROM demand WHERE state = 'PUBLISHED'").query(Long.class).single();
		var end = System.nanoTime() + LONGEST.toNanos();
		while (total(officer, "/api/directory/experts?size=1") != people
				|| total(officer, "/api/directory/demands?size=1") != needs) {
			assertThat(System.nanoTime()).as("the index holds %s people and %s needs", people, needs).isLessThan(end);
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
		}
	}

	private static long total(Browser browser, String path) {
		return browser.get(path).json().path("total").asLong();
	}

	/** The sample has some, so that the figures above are not all nothing. */
	@Test
	void countsWhatCameOfNeeds() {
		assertThat(this.picture.byCity(null, null).cells().stream().mapToLong(GapCell::outcomes).sum()).isPositive();
		assertThat(this.picture.byCountry(null, null).cells().stream().mapToLong(GapCell::outcomes).sum())
				.isPositive();
	}

	@Test
	void tellsPeopleByTheirLanguage() {
		var all = people(this.picture.byCountry(null, null));
		var speaking = people(this.picture.byCountry(null, "de"));
		assertThat(speaking).isPositive().isLessThan(all);
		assertThat(people(this.picture.byCountry(null, "sw"))).isLessThan(speaking);
	}

	@Test
	void showsWhatIsMissing() {
		var matrix = this.picture.byCity(null, null);
		for (var cell : matrix.cells()) {
			if (cell.needs() > 0 && cell.people() == 0) {
				assertThat(cell.gap()).as("%s", cell).isEqualTo(Gap.PEOPLE);
			} else if (cell.leading() && cell.projects() + cell.bases() == 0) {
				assertThat(cell.gap()).as("%s", cell).isEqualTo(Gap.COOPERATION);
			} else {
				assertThat(cell.gap()).as("%s", cell).isNull();
			}
		}
		// The paper: Huaibei's leading industry is ceramic aluminium, which is a new material.
		assertThat(matrix.cells()).filteredOn(cell -> cell.place().equals("huaibei") && cell.leading())
				.extracting(GapCell::industry)
				.contains("new-materials");
	}

	@Test
	void saysWhatIsUnknown() {
		assertThatThrownBy(() -> this.picture.byCity("XX", null)).isInstanceOf(InvalidInput.class);
		assertThatThrownBy(() -> this.picture.byCountry("atlantis", null)).isInstanceOf(InvalidInput.class);
		assertThatThrownBy(() -> this.picture.byCity(null, "klingon")).isInstanceOf(InvalidInput.class);
	}

	private static long people(GapMatrix matrix) {
		return matrix.cells().stream().mapToLong(GapCell::people).sum();
	}

	private static void compare(GapMatrix matrix, Map<List<String>, Long> needs, Map<List<String>, Long> people,
			Map<List<String>, Long> projects, Map<List<String>, Long> bases, Map<List<String>, Long> outcomes) {
		var seen = new HashSet<List<String>>();
		for (var cell : matrix.cells()) {
			var at = List.of(cell.industry(), cell.place());
			assertThat(seen.add(at)).isTrue();
			assertThat(List.of(cell.needs(), cell.people(), cell.projects(), cell.bases(), cell.outcomes()))
					.as("%s", at)
					.isEqualTo(List.of(needs.getOrDefault(at, 0L), people.getOrDefault(at, 0L),
							projects.getOrDefault(at, 0L), bases.getOrDefault(at, 0L),
							outcomes.getOrDefault(at, 0L)));
		}
		for (var counted : List.of(needs, people, projects, bases, outcomes)) {
			assertThat(counted.keySet().stream().filter(at -> !at.contains("CN"))).isSubsetOf(seen);
		}
		assertThat(seen).noneMatch(at -> at.contains("CN"));
	}

	/** How many things have a line and a column, of those that are about a country if one is given. */
	private static Map<List<String>, Long> plain(Map<Long, Set<String>> lines, Map<Long, Set<String>> columns,
			@Nullable Map<Long, Set<String>> countries, @Nullable String country) {
		var counts = new HashMap<List<String>, Long>();
		columns.forEach((thing, places) -> {
			if (countries == null || countries.getOrDefault(thing, Set.of()).contains(country)) {
				for (var line : lines.getOrDefault(thing, Set.of())) {
					places.forEach(place -> counts.merge(List.of(line, place), 1L, Long::sum));
				}
			}
		});
		return counts;
	}

	/** As above, each need as often as it has come to something. */
	private Map<List<String>, Long> outcomes(Map<Long, Set<String>> lines, Map<Long, Set<String>> columns,
			@Nullable Map<Long, Set<String>> countries, @Nullable String country) {
		var counts = new HashMap<List<String>, Long>();
		this.jdbc.sql("SELECT demand_id FROM engagement WHERE state IN ('AGREED', 'CONTRACT', 'DONE')")
				.query(Long.class)
				.list()
				.forEach(need -> plain(lines, Map.of(need, columns.getOrDefault(need, Set.of())), countries, country)
						.forEach((at, one) -> counts.merge(at, one, Long::sum)));
		return counts;
	}

	private static Map<Long, Set<String>> only(Map<Long, Set<String>> all, @Nullable String city,
			Map<Long, Set<String>> cities, Set<Long> any) {
		var some = new HashMap<>(all);
		some.keySet()
				.removeIf(thing -> (city == null)
						? !any.contains(thing)
						: !cities.getOrDefault(thing, Set.of()).contains(city));
		return some;
	}

	private Map<Long, Set<String>> links(String table, String thing, String code) {
		return read("SELECT " + thing + ", " + code + " FROM " + table);
	}

	/** Countries that needs ask for, also as those of a region, unless the need is confidential. */
	private Map<Long, Set<String>> asked() {
		var all = read("SELECT demand_id, code FROM demand_country");
		read("SELECT demand_id, region FROM demand_country").forEach((need, regions) -> regions
				.forEach(region -> this.vocabulary.countriesOf(region)
						.stream()
						.filter(country -> country.length() == 2)
						.forEach(country -> all.computeIfAbsent(need, _ -> new HashSet<>()).add(country))));
		all.keySet()
				.retainAll(read("SELECT id, state FROM demand WHERE confidentiality IN ('PUBLIC', 'REGISTERED')")
						.keySet());
		return all;
	}

	private Map<Long, Set<String>> cooperation(String kind) {
		return read("SELECT cooperation_id, code FROM cooperation_link WHERE kind = '" + kind + "'");
	}

	private Map<Long, Set<String>> cities(String table, String which) {
		return read("SELECT id, city FROM " + table + " WHERE city IS NOT NULL AND " + which);
	}

	private Set<Long> published() {
		return read("SELECT id, state FROM demand WHERE state = 'PUBLISHED'").keySet();
	}

	private Map<Long, Set<String>> workplaces() {
		return read("""
				SELECT a.expert_id, o.city FROM expert_affiliation a JOIN organisation o ON o.id = a.organisation_id
					JOIN expert e ON e.id = a.expert_id
				WHERE a.pos = 0 AND o.city IS NOT NULL AND e.state = 'published'""");
	}

	private Set<Long> workplacesOrNot() {
		return read("SELECT id, state FROM expert WHERE state = 'published'").keySet();
	}

	private Map<Long, Set<String>> read(String sql) {
		var all = new HashMap<Long, Set<String>>();
		this.jdbc.sql(sql).query(row -> {
			var code = row.getString(2);
			if (code != null) {
				all.computeIfAbsent(row.getLong(1), _ -> new HashSet<>()).add(code);
			}
		});
		return all;
	}

}
