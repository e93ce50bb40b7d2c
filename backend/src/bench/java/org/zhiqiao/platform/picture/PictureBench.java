package org.zhiqiao.platform.picture;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

import org.zhiqiao.platform.ZhiqiaoApplication;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.picture.ConcentrationView.By;
import org.zhiqiao.platform.picture.FigureService.Years;
import org.zhiqiao.platform.taxonomy.Counted;
import org.zhiqiao.platform.taxonomy.Scheme;
import org.zhiqiao.platform.taxonomy.Term;
import org.zhiqiao.platform.taxonomy.Vocabulary;
import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.Facility;
import org.zhiqiao.platform.testing.FreshDatabase;

/**
 * How long the picture takes over 100,000 people, 20,000 needs, 5,000 projects and 500 bases, which are the same each time: in H2
 * and, if there is one, in MySQL. On a busy machine only the processor's time can be compared, which for H2 is all there is. How many
 * rounds can be given. Run with -Dbench.main=org.zhiqiao.platform.picture.PictureBench
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

	private PictureBench() {}

	public static void main(String[] arguments) throws IOException {
		var rounds = (arguments.length > 0) ? Integer.parseInt(arguments[0]) : 9;
		var folder = Files.createTempDirectory("zhiqiao-bench-");
		try {
			measure("H2", rounds, Map.of("server.port", 0, "zhiqiao.data-dir", folder));
		} finally {
			FileSystemUtils.deleteRecursively(folder);
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
			new Filling(context).fill();
			System.out.printf(Locale.ROOT,
					"%s: %d people, %d needs, %d projects, %d bases (seed %d), filled in %.0f s%n",
					engine, PEOPLE, NEEDS, PROJECTS, BASES, SEED, (System.nanoTime() - start) / 1e9);
			var jdbc = context.getBean(JdbcTemplate.class);
			jdbc.execute(engine.equals("H2")
					? "ANALYZE"
					: "ANALYZE TABLE expert, expert_group, expert_industry, expert_country");
			var picture = context.getBean(Picture.class);
			var figures = context.getBean(FigureService.class);
			var reports = context.getBean(ReportService.class);
			time(jdbc, "matrix by city", rounds, () -> picture.byCity(null, null));
			time(jdbc, "matrix by country", rounds, () -> picture.byCountry(null, null));
			time(jdbc, "matrix by city, about one country", rounds, () -> picture.byCity("DE", null));
			time(jdbc, "concentration by industry", rounds,
					() -> figures.concentration(By.INDUSTRY, null, Years.ALL, READER));
			time(jdbc, "concentration by country", rounds,
					() -> figures.concentration(By.COUNTRY, null, Years.ALL, READER));
			time(jdbc, "concentration of a city", rounds,
					() -> figures.concentration(By.COUNTRY, "hefei", Years.ALL, READER));
			time(jdbc, "trend", rounds, () -> figures.trend(Counted.ALL, Years.ALL, READER));
			time(jdbc, "trend about one country", rounds,
					() -> figures.trend(new Counted(null, null, "DE"), Years.ALL, READER));
			time(jdbc, "flows", rounds, () -> figures.flows(FlowView.FlowKind.PROJECT, Counted.ALL, Years.ALL));
			time(jdbc, "report", rounds, () -> reports.report(null, 2025, null, READER, Locale.SIMPLIFIED_CHINESE));
		}
	}

	/** Neither the first round, in which nothing is compiled yet, nor what a database remembers of the round before. */
	private static void time(JdbcTemplate jdbc, String what, int rounds, Supplier<?> work) {
		var times = new ArrayList<Double>();
		var thread = ManagementFactory.getThreadMXBean();
		var processor = Double.MAX_VALUE;
		var first = 0.0;
		for (var round = 0; round <= rounds; round++) {
			for (var table : List.of("expert", "demand", "cooperation")) {
				jdbc.update("UPDATE " + table + " SET version = version + 1 WHERE id = 1");
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
		System.out.printf(Locale.ROOT,
				"  %-34s %.2f / %.2f / %.2f s (best / median / worst), the first %.2f s, our processor %.2f s%n",
				what, sorted.getFirst(), sorted.get(sorted.size() / 2), sorted.getLast(), first, processor);
	}

	/** The same rows each time. */
	private static final class Filling {

		private static final List<String> GROUPS = List.of("basics", "background", "expertise", "languages",
				"countries",
				"evidence", "offers", "contact");

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

		private void fill() {
			organisations();
			people();
			needs();
			cooperation();
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
					groups.add(new Object[]{id, group, hides && this.random.nextInt(3) == 0 ? "private" : "public"});
				}
				if (people.size() == AT_ONCE) {
					insert("""
							INSERT INTO expert (id, version, state, residence, published_at, verification_status, created_at,
								updated_at) VALUES (?, 1, ?, ?, ?, 'none', ?, ?)""", people);
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
			for (var id = 1L; id <= PROJECTS + BASES; id++) {
				var from = 2008 + this.random.nextInt(19);
				var base = id > PROJECTS;
				all.add(new Object[]{id, base ? "BASE" : "PROJECT", one(this.cities),
						one(List.of("firm", "university", "institute")), from,
						base ? null : from + this.random.nextInt(5), this.now, this.now, this.now});
				link(id, "industry", few(this.industries, 3), industriesOf);
				link(id, "country", few(this.countries, 3), countriesOf);
			}
			insert("""
					INSERT INTO cooperation (id, version, kind, sample, state, content, city, host_kind, from_year, to_year,
						recorded_at, created_at, updated_at)
					VALUES (?, 1, ?, TRUE, 'RECORDED', '{}', ?, ?, ?, ?, ?, ?, ?)""", all);
			var sql = "INSERT INTO cooperation_link (cooperation_id, kind, place, code) VALUES (?, ?, ?, ?)";
			insert(sql, industriesOf);
			insert(sql, countriesOf);
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
