package org.zhiqiao.platform.picture;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

import org.zhiqiao.platform.ZhiqiaoApplication;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.picture.ConcentrationView.By;
import org.zhiqiao.platform.picture.FigureService.Years;
import org.zhiqiao.platform.taxonomy.Counted;
import org.zhiqiao.platform.taxonomy.Scheme;
import org.zhiqiao.platform.taxonomy.Term;
import org.zhiqiao.platform.taxonomy.Vocabulary;
import org.zhiqiao.platform.testing.Browser;
import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.Facility;
import org.zhiqiao.platform.testing.FreshDatabase;

/**
 * How long the picture takes over 100,000 people, 20,000 needs, 5,000 projects and 500 bases, which are the same each time: in H2
 * and, if there is one, in MySQL. On a busy machine only the processor's time can be compared, which for H2 is all there is. How many
 * rounds can be given, and after it H2 or MYSQL, if the other is not wanted. Run with -Dbench.main=org.zhiqiao.platform.picture.PictureBench
 */
final class PictureBench {

	private static final int PEOPLE = 100_000;

	private static final int NEEDS = 20_000;

	private static final int PROJECTS = 5_000;

	private static final int BASES = 500;

	private static final int ORGANISATIONS = 3_000;

	private static final int AT_ONCE = 2_000;

	private static final long SEED = 20261129;

	private static final Actor READER = new Actor(1, "省", Set.of(Role.PROVINCIAL_OFFICER), null, null);

	private static final String EMAIL = "officer@bench.example";

	private static final String PASSWORD = "a long password of nobody";

	/** The tables that figures are counted from. */
	private static final List<String> COUNTED = List.of("expert", "expert_group", "expert_counted", "organisation",
			"demand", "demand_industry", "demand_country", "cooperation", "cooperation_link", "engagement",
			"exposure", "panel_member", "panel_review");

	private static final Map<String, String> KEYS = Map.of("expert_group", "expert_id", "expert_counted",
			"expert_id", "demand_industry", "demand_id", "demand_country", "demand_id", "cooperation_link",
			"cooperation_id", "exposure", "expert_id", "panel_member", "panel_id", "panel_review", "panel_id");

	private PictureBench() {}

	public static void main(String[] arguments) throws IOException {
		var rounds = (arguments.length > 0) ? Integer.parseInt(arguments[0]) : 9;
		var only = (arguments.length > 1) ? Engine.valueOf(arguments[1]) : null;
		if (only != Engine.MYSQL) {
			var folder = Files.createTempDirectory("zhiqiao-bench-");
			try {
				measure("H2", rounds, Map.of("server.port", 0, "zhiqiao.data-dir", folder));
			} finally {
				FileSystemUtils.deleteRecursively(folder);
			}
		}
		if (only == Engine.H2) {
			return;
		}
		if (Facility.MYSQL.location().isEmpty()) {
			System.out.println("MySQL: there is none");
			return;
		}
		var data = Files.createTempDirectory("zhiqiao-bench-");
		try (var database = FreshDatabase.on(Engine.MYSQL)) {
			measure("MySQL", rounds,
					Map.of("server.port", 0, "zhiqiao.data-dir", data, "spring.datasource.url",
							database.url() + (database.url().contains("?") ? "&" : "?")
									+ "rewriteBatchedStatements=true",
							"spring.datasource.username", database.username(), "spring.datasource.password",
							database.password()));
		} finally {
			FileSystemUtils.deleteRecursively(data);
		}
	}

	private static void measure(String engine, int rounds, Map<String, Object> properties) {
		// As on the command line, since these have to go before what the application's own file says.
		var given = properties.entrySet()
				.stream()
				.map(one -> "--" + one.getKey() + "=" + one.getValue())
				.toArray(String[]::new);
		try (var context = new SpringApplicationBuilder(ZhiqiaoApplication.class)
				.properties("zhiqiao.search.vectors=false", "logging.level.root=WARN",
						"spring.main.banner-mode=off")
				.web(WebApplicationType.SERVLET)
				.run(given)) {
			var start = System.nanoTime();
			new Filling(context).fill(context);
			System.out.printf(Locale.ROOT,
					"%s: %d people, %d needs, %d projects, %d bases (seed %d), filled in %.0f s%n",
					engine, PEOPLE, NEEDS, PROJECTS, BASES, SEED, (System.nanoTime() - start) / 1e9);
			var jdbc = context.getBean(JdbcTemplate.class);
			jdbc.execute(engine.equals("H2") ? "ANALYZE" : "ANALYZE TABLE " + String.join(", ", COUNTED));
			var port = Objects
					.requireNonNull(context.getEnvironment().getProperty("local.server.port", Integer.class));
			var officer = new Browser(port).signIn(EMAIL, PASSWORD);
			index(officer);
			var picture = context.getBean(Picture.class);
			var figures = context.getBean(FigureService.class);
			var balance = context.getBean(BalanceService.class);
			var reports = context.getBean(ReportService.class);
			System.out.println("| seconds, best / median / worst | " + engine + " | the first | our processor |");
			System.out.println("|---|---|---|---|");
			var clock = new Timing(jdbc, rounds);
			clock.time("matrix by city", () -> picture.byCity(null, null));
			clock.time("matrix by city, about one country", () -> picture.byCity("DE", null));
			clock.time("matrix by city, of who speaks a language", () -> picture.byCity(null, "de"));
			clock.time("matrix by country", () -> picture.byCountry(null, null));
			clock.time("matrix by country, of a city", () -> picture.byCountry("hefei", null));
			clock.time("matrix by country, of who speaks a language", () -> picture.byCountry(null, "de"));
			clock.time("card of a city", () -> card(officer, "city=hefei"));
			clock.time("card of a country", () -> card(officer, "country=DE"));
			clock.time("concentration by industry",
					() -> figures.concentration(By.INDUSTRY, null, Years.ALL, READER));
			clock.time("concentration by country", () -> figures.concentration(By.COUNTRY, null, Years.ALL, READER));
			clock.time("concentration by country, of a city",
					() -> figures.concentration(By.COUNTRY, "hefei", Years.ALL, READER));
			clock.time("trend", () -> figures.trend(Counted.ALL, Years.ALL, READER));
			clock.time("trend of a city", () -> figures.trend(Counted.of("hefei"), Years.ALL, READER));
			clock.time("trend about one country",
					() -> figures.trend(new Counted(null, null, "DE"), Years.ALL, READER));
			clock.time("flows of projects",
					() -> figures.flows(FlowView.FlowKind.PROJECT, Counted.ALL, Years.ALL));
			clock.time("flows of bases", () -> figures.flows(FlowView.FlowKind.BASE, Counted.ALL, Years.ALL));
			clock.time("balance", () -> balance.balance(2025));
			clock.time("bases followed up", () -> ok(officer.get("/api/cooperation/follow-up?year=2025")));
			clock.time("all figures of the report",
					() -> reports.report(null, 2025, null, READER, Locale.SIMPLIFIED_CHINESE));
		}
	}

	/** What the page of a city or a country asks, one after the other. */
	private static Object card(Browser officer, String of) {
		return Stream
				.of("/api/directory/experts?size=1&", "/api/directory/demands?size=5&",
						"/api/cooperation?kind=project&size=5&", "/api/cooperation?kind=base&size=20&")
				.map(path -> ok(officer.get(path + of)))
				.toList();
	}

	private static Browser.Answer ok(Browser.Answer answer) {
		if (answer.status() != 200) {
			throw new IllegalStateException(answer.toString());
		}
		return answer;
	}

	/** The rows were made behind its back. */
	private static void index(Browser officer) {
		var start = System.nanoTime();
		if (officer.post("/api/index/rebuild", Map.of()).status() >= 400) {
			throw new IllegalStateException("The index is not filled");
		}
		while (true) {
			var view = ok(officer.get("/api/index")).json();
			if (view.path("rebuild").has("failure")) {
				throw new IllegalStateException(view.toString());
			}
			if (!view.path("rebuild").path("running").asBoolean() && view.path("experts").asLong() > 0) {
				System.out.printf(Locale.ROOT, "%d people in the index in %.0f s%n", view.path("experts").asLong(),
						(System.nanoTime() - start) / 1e9);
				return;
			}
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
		}
	}

	private static final class Timing {

		private final JdbcTemplate jdbc;

		private final int rounds;

		private Timing(JdbcTemplate jdbc, int rounds) {
			this.jdbc = jdbc;
			this.rounds = rounds;
		}

		/** Neither the first round, in which nothing is compiled yet, nor what a database remembers of the round before. */
		private void time(String what, Supplier<?> work) {
			var times = new ArrayList<Double>();
			var thread = ManagementFactory.getThreadMXBean();
			var processor = Double.MAX_VALUE;
			var first = 0.0;
			for (var round = 0; round <= this.rounds; round++) {
				for (var table : COUNTED) {
					// A write that changes nothing, after which a database must count anew.
					var key = KEYS.getOrDefault(table, "id");
					this.jdbc.update("UPDATE " + table + " SET " + key + " = " + key + " WHERE " + key + " = 1");
				}
				var start = System.nanoTime();
				var processorStart = thread.getCurrentThreadCpuTime();
				if (work.get() == null) {
					throw new IllegalStateException(what);
				}
				var seconds = (System.nanoTime() - start) / 1e9;
				if (round == 0) {
					first = seconds;
				} else {
					times.add(seconds);
					processor = Math.min(processor, (thread.getCurrentThreadCpuTime() - processorStart) / 1e9);
				}
			}
			var sorted = times.stream().sorted().toList();
			System.out.printf(Locale.ROOT, "| %s | %.2f / %.2f / %.2f | %.2f | %.2f |%n", what, sorted.getFirst(),
					sorted.get(sorted.size() / 2), sorted.getLast(), first, processor);
		}

	}

	/** The same rows each time. */
	private static final class Filling {

		private static final List<String> GROUPS = List.of("basics", "background", "expertise", "languages",
				"countries",
				"evidence", "offers", "contact");

		private static final String DRAW = """
				INSERT INTO panel_draw (panel_id, number, state, opened_at) VALUES (?, 1, 'FROZEN', ?)""";

		private final Random random = new Random(SEED);

		private final JdbcTemplate jdbc;

		private final TransactionTemplate transactions;

		private final List<String> cities;

		private final List<String> industries;

		private final List<String> countries;

		private final List<String> regions;

		private final LocalDateTime now = LocalDateTime.parse("2026-11-01T00:00:00");

		private Filling(ConfigurableApplicationContext context) {
			this.jdbc = context.getBean(JdbcTemplate.class);
			this.transactions = context.getBean(TransactionTemplate.class);
			var vocabulary = context.getBean(Vocabulary.class);
			this.cities = codes(vocabulary, Scheme.CITIES);
			this.industries = codes(vocabulary, Scheme.INDUSTRIES);
			this.countries = codes(vocabulary, Scheme.COUNTRIES).subList(0, 60);
			this.regions = codes(vocabulary, Scheme.REGIONS);
		}

		private static List<String> codes(Vocabulary vocabulary, Scheme scheme) {
			return vocabulary.terms(scheme).stream().map(Term::code).toList();
		}

		private void fill(ConfigurableApplicationContext context) {
			organisations();
			people();
			needs();
			cooperation();
			outcomes();
			attention();
			panels();
			officer(context);
		}

		/** What came of a tenth of the needs. */
		private void outcomes() {
			var rows = new ArrayList<@Nullable Object[]>();
			for (var id = 1L; id <= NEEDS / 10; id++) {
				rows.add(new Object[]{id, id * 10, 1L + this.random.nextInt(PEOPLE),
						one(List.of("AGREED", "CONTRACT", "DONE")), this.now, this.now});
			}
			insert("""
					INSERT INTO engagement (id, version, demand_id, expert_id, sample, initiator, state, standing, full_text,
						created_at, updated_at) VALUES (?, 1, ?, ?, TRUE, 'OWNER', ?, 1, FALSE, ?, ?)""", rows);
		}

		/** The rankings of thirty needs a day, for as long as the balance looks back. */
		private void attention() {
			var rows = new ArrayList<@Nullable Object[]>();
			for (var day = 0; day < 90; day++) {
				for (var need = 1L; need <= 30; need++) {
					for (var place = 0; place < 20; place++) {
						rows.add(
								new Object[]{LocalDate.now(Moments.HERE).minusDays(day), 1L + need * 3_000 + place * 31L
										+ this.random.nextInt(30), need});
					}
				}
			}
			insert("INSERT INTO exposure (shown_on, expert_id, demand_id, on_top) VALUES (?, ?, ?, TRUE)", rows);
		}

		/** Panels of seven whose results were settled last year. */
		private void panels() {
			var panels = new ArrayList<@Nullable Object[]>();
			var draws = new ArrayList<@Nullable Object[]>();
			var reviews = new ArrayList<@Nullable Object[]>();
			var members = new ArrayList<@Nullable Object[]>();
			var settled = LocalDateTime.parse("2025-06-01T00:00:00");
			for (var id = 1L; id <= 500; id++) {
				panels.add(new Object[]{id, "评审" + id, this.now, this.now});
				draws.add(new Object[]{id, settled});
				reviews.add(new Object[]{id, settled, settled, settled, settled});
				for (var seat = 0; seat < 7; seat++) {
					members.add(new Object[]{id, 1L + this.random.nextInt(1_000) * 7L + seat, settled});
				}
			}
			insert("""
					INSERT INTO panel (id, version, title, panel_use, rules, content, created_at, updated_at)
					VALUES (?, 1, ?, 'project', 1,
						'{"title":"评审","use":"project","items":[],"groups":[],"rules":[]}', ?, ?)""", panels);
			insert(DRAW, draws);
			insert("""
					INSERT INTO panel_review (panel_id, version, setup, due, created_at, settled_at,
						assessment_reminded_at) VALUES (?, 1, '{}', ?, ?, ?, ?)""", reviews);
			insert("INSERT INTO panel_member (panel_id, draw, expert_id, seated_at) VALUES (?, 1, ?, ?)", members);
		}

		private void officer(ConfigurableApplicationContext context) {
			this.jdbc.update("""
					INSERT INTO account (id, version, email, password_hash, display_name, language, locked, sample,
						created_at) VALUES (1, 1, ?, ?, '省', 'zh-CN', FALSE, TRUE, ?)""", EMAIL,
					context.getBean(PasswordEncoder.class).encode(PASSWORD), this.now);
			for (var role : List.of("PROVINCIAL_OFFICER", "ADMINISTRATOR")) {
				this.jdbc.update("INSERT INTO account_role (account_id, role) VALUES (1, ?)", role);
			}
		}

		private void organisations() {
			var rows = new ArrayList<@Nullable Object[]>();
			for (var id = 1L; id <= ORGANISATIONS; id++) {
				rows.add(new Object[]{id, "单位" + id, (id % 3 == 0) ? null : one(this.cities), this.now, this.now});
			}
			insert("""
					INSERT INTO organisation (id, version, name_zh, city, confirmed, sample, created_at, updated_at, sort_key)
					VALUES (?, 1, ?, ?, TRUE, TRUE, ?, ?, '')""", rows);
		}

		private void people() {
			var people = new ArrayList<@Nullable Object[]>();
			var works = new ArrayList<@Nullable Object[]>();
			var industriesOf = new ArrayList<@Nullable Object[]>();
			var countriesOf = new ArrayList<@Nullable Object[]>();
			var languages = new ArrayList<@Nullable Object[]>();
			var groups = new ArrayList<@Nullable Object[]>();
			for (var id = 1L; id <= PEOPLE; id++) {
				people.add(new Object[]{id, (this.random.nextInt(20) == 0) ? "draft" : "published",
						(this.random.nextInt(4) == 0) ? one(this.countries) : "CN", some(), this.now, this.now});
				works.add(new Object[]{id, 1L + this.random.nextInt(ORGANISATIONS)});
				place(id, few(this.industries, 3), industriesOf);
				place(id, few(this.countries, 4), countriesOf);
				place(id, few(List.of("en", "de", "fr", "ja", "ru"), 3), languages);
				var hides = this.random.nextInt(20) == 0;
				for (var group : GROUPS) {
					var hidden = group.equals("contact") || (hides && this.random.nextInt(3) == 0);
					groups.add(new Object[]{id, group, hidden ? "private" : "public"});
				}
				if (people.size() == AT_ONCE) {
					insert("""
							INSERT INTO expert (id, version, state, residence, published_at, verification_status, created_at,
								updated_at) VALUES (?, 1, ?, ?, ?, 'unverified', ?, ?)""", people);
					insert("INSERT INTO expert_affiliation (expert_id, pos, organisation_id) VALUES (?, 0, ?)", works);
					insert("INSERT INTO expert_industry (expert_id, pos, industry) VALUES (?, ?, ?)", industriesOf);
					insert("INSERT INTO expert_country (expert_id, pos, country, kind) VALUES (?, ?, ?, 'work')",
							countriesOf);
					insert("""
							INSERT INTO expert_language (expert_id, pos, language_code, language_level)
							VALUES (?, ?, ?, 'B2')""", languages);
					insert("""
							INSERT INTO expert_group (expert_id, field_group, source, visibility) VALUES (?, ?, 'self', ?)""",
							groups);
				}
			}
			insert("""
					INSERT INTO expert_counted (expert_id, organisation_id, industries, countries, languages)
					SELECT e.id,
						(SELECT a.organisation_id FROM expert_affiliation a WHERE a.expert_id = e.id AND a.pos = 0),
						(SELECT GROUP_CONCAT(i.industry ORDER BY i.industry SEPARATOR ' ') FROM expert_industry i
							WHERE i.expert_id = e.id),
						(SELECT GROUP_CONCAT(c.country ORDER BY c.country SEPARATOR ' ') FROM expert_country c
							WHERE c.expert_id = e.id),
						(SELECT GROUP_CONCAT(l.language_code ORDER BY l.language_code SEPARATOR ' ')
							FROM expert_language l WHERE l.expert_id = e.id)
					FROM expert e WHERE e.id > ?""", new ArrayList<>(List.<@Nullable Object[]>of(new Object[]{0})));
		}

		private void needs() {
			var needs = new ArrayList<@Nullable Object[]>();
			var industriesOf = new ArrayList<@Nullable Object[]>();
			var countriesOf = new ArrayList<@Nullable Object[]>();
			for (var id = 1L; id <= NEEDS; id++) {
				var closed = this.random.nextInt(3) == 0;
				needs.add(new Object[]{id, "需求" + id, one(this.cities),
						(this.random.nextInt(10) == 0) ? "CONFIDENTIAL" : "REGISTERED",
						closed ? "CLOSED" : "PUBLISHED", some(), closed ? some() : null, closed ? "SOLVED" : null,
						this.now, this.now});
				place(id, few(this.industries, 3), industriesOf);
				var countries = few(this.countries, 3);
				for (var place = 0; place < countries.size(); place++) {
					var region = this.random.nextInt(5) == 0;
					countriesOf.add(new Object[]{id, place, region ? null : countries.get(place),
							region ? one(this.regions) : null});
				}
			}
			insert("""
					INSERT INTO demand (id, version, sample, kind, title, description, city, confidentiality, state,
						published_at, closed_at, outcome, created_at, updated_at)
					VALUES (?, 1, TRUE, 'technology', ?, '', ?, ?, ?, ?, ?, ?, ?, ?)""", needs);
			insert("INSERT INTO demand_industry (demand_id, place, code) VALUES (?, ?, ?)", industriesOf);
			insert("""
					INSERT INTO demand_country (demand_id, place, code, region, required, weight)
					VALUES (?, ?, ?, ?, FALSE, 1)""", countriesOf);
		}

		private void cooperation() {
			var all = new ArrayList<@Nullable Object[]>();
			var industriesOf = new ArrayList<@Nullable Object[]>();
			var countriesOf = new ArrayList<@Nullable Object[]>();
			var years = new ArrayList<@Nullable Object[]>();
			for (var id = 1L; id <= PROJECTS + BASES; id++) {
				var from = 2008 + this.random.nextInt(19);
				var base = id > PROJECTS;
				var city = one(this.cities);
				var to = base ? null : from + this.random.nextInt(5);
				var industries = few(this.industries, 3);
				var countries = few(this.countries, 3);
				var content = """
						{"kind":"%s","title":{"zh":"合作%d"},"city":"%s","industries":[%s],"domains":[],"countries":[%s],\
						"partners":[],"people":[],"fromYear":%d,"toYear":%s}""".formatted(base ? "base" : "project", id,
						city, quoted(industries), quoted(countries), from, to);
				all.add(new Object[]{id, base ? "BASE" : "PROJECT", content, content, city,
						one(List.of("firm", "university", "institute")), from, to, this.now, this.now, this.now});
				link(id, "industry", industries, industriesOf);
				link(id, "country", countries, countriesOf);
				if (base) {
					years.add(new Object[]{id, from < 2025 ? this.now : null, this.now});
				}
			}
			insert("""
					INSERT INTO cooperation (id, version, kind, sample, state, content, recorded, city, host_kind, from_year,
						to_year, recorded_at, created_at, updated_at)
					VALUES (?, 1, ?, TRUE, 'RECORDED', ?, ?, ?, ?, ?, ?, ?, ?, ?)""", all);
			var sql = "INSERT INTO cooperation_link (cooperation_id, kind, place, code) VALUES (?, ?, ?, ?)";
			insert(sql, industriesOf);
			insert(sql, countriesOf);
			insert("""
					INSERT INTO cooperation_year (cooperation_id, report_year, version, content, reported_at, updated_at)
					VALUES (?, 2025, 1, '{"measures":[],"note":null}', ?, ?)""", years);
		}

		private static String quoted(List<String> codes) {
			return codes.stream().map(code -> '"' + code + '"').collect(Collectors.joining(","));
		}

		private static void link(long id, String kind, List<String> codes, List<@Nullable Object[]> rows) {
			for (var place = 0; place < codes.size(); place++) {
				rows.add(new Object[]{id, kind, place, codes.get(place)});
			}
		}

		private static void place(long id, List<String> codes, List<@Nullable Object[]> rows) {
			for (var place = 0; place < codes.size(); place++) {
				rows.add(new Object[]{id, place, codes.get(place)});
			}
		}

		private void insert(String sql, List<@Nullable Object[]> rows) {
			// One by one each row would wait for the disk.
			this.transactions.executeWithoutResult(_ -> this.jdbc.batchUpdate(sql, rows));
			rows.clear();
		}

		private LocalDateTime some() {
			return this.now.minusHours(this.random.nextInt(10 * 365 * 24));
		}

		/** The first ones come more often, as in life. */
		private String one(List<String> codes) {
			return codes.get((int) (codes.size() * Math.pow(this.random.nextDouble(), 2)));
		}

		private List<String> few(List<String> codes, int most) {
			var few = new HashSet<String>();
			var count = 1 + this.random.nextInt(most);
			for (var i = 0; i < count; i++) {
				few.add(one(codes));
			}
			return few.stream().sorted().toList();
		}

	}

}
