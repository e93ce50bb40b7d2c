package org.zhiqiao.platform.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

import org.zhiqiao.platform.ZhiqiaoApplication;
import org.zhiqiao.platform.testing.Browser;
import org.zhiqiao.search.DocumentRef;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.IndexChange;
import org.zhiqiao.search.text.Analysis;
import org.zhiqiao.search.text.Folding;

/**
 * How long a firm waits for the people who fit its need, over HTTP on this machine: the ranking, the reasons and the cards of
 * the first twenty, in an index that the benchmark of the engine has made, beside bare Lucene's query for the same words. Run
 * with -Dbench.main=org.zhiqiao.platform.matching.MatchOverHttp -Dbench.arguments="people-100000", the folder of that index
 */
final class MatchOverHttp {

	private static final int PIECES = 1_000;

	private static final int ROUNDS = 24;

	/** The last ones: a server takes some thousand requests to be warm. */
	private static final int MEASURED = 8;

	private static final int AT_ONCE = 2_000;

	private static final String EMAIL = "officer@bench.example";

	private static final String PASSWORD = "a long password of nobody";

	private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-01T00:00:00");

	private MatchOverHttp() {}

	public static void main(String[] arguments) throws IOException {
		var folder = Path.of(arguments[0]).toAbsolutePath();
		var people = Long.parseLong(folder.getFileName().toString().replaceAll("[^0-9]", ""));
		var needs = Files.readAllLines(folder.resolve("needs.tsv")).stream().map(line -> line.split("\t", -1)).toList();
		var data = Files.createTempDirectory("zhiqiao-bench-");
		try (var context = new SpringApplicationBuilder(ZhiqiaoApplication.class)
				.properties("zhiqiao.search.vectors=false", "logging.level.root=WARN", "spring.main.banner-mode=off")
				.web(WebApplicationType.SERVLET)
				.run("--server.port=0", "--zhiqiao.data-dir=" + data, "--zhiqiao.search.folder=" + folder)) {
			new Filling(context).fill(people, needs);
			var index = context.getBean(ExpertiseIndex.class);
			if (index.status().experts() != people || !index.status().reason().isEmpty()) {
				throw new IllegalStateException("Not an index of as many people, of this version: " + index.status());
			}
			var port = Objects
					.requireNonNull(context.getEnvironment().getProperty("local.server.port", Integer.class));
			measure(new Browser(port).signIn(EMAIL, PASSWORD), index, folder, people, needs);
		} finally {
			FileSystemUtils.deleteRecursively(data);
		}
	}

	private static void measure(Browser officer, ExpertiseIndex index, Path folder, long people, List<String[]> needs)
			throws IOException {
		var generation = Files.readString(folder.resolve("current")).strip();
		var answers = new ArrayList<Double>();
		var floors = new ArrayList<Double>();
		try (var reader = DirectoryReader.open(FSDirectory.open(folder.resolve("generation-" + generation)))) {
			var bare = new IndexSearcher(reader);
			bare.setQueryCache(null);
			for (var round = 0; round < ROUNDS; round++) {
				// Nothing is changed by it, but no answer is remembered from the round before.
				index.apply(List.of(new IndexChange.Remove(DocumentRef.demand(Long.MAX_VALUE))));
				for (var need = 0; need < needs.size(); need++) {
					var query = query(String.join(" ", needs.get(need)));
					var start = System.nanoTime();
					bare.search(query, PIECES);
					var middle = System.nanoTime();
					var answer = officer.post("/api/demands/" + (need + 1) + "/matches", Map.of());
					var end = System.nanoTime();
					if (answer.status() != 200 || answer.json().path("items").isEmpty()) {
						throw new IllegalStateException(answer.toString());
					}
					if (round >= ROUNDS - MEASURED) {
						floors.add((middle - start) / 1e6);
						answers.add((end - middle) / 1e6);
					}
				}
			}
		}
		System.out.printf(Locale.ROOT, "%,d people, %d needs, milliseconds p50 / p95 / p99%n", people, needs.size());
		System.out.println("bare query, of the best " + PIECES + " pieces: " + told(floors));
		System.out.println("match over HTTP, 20 people with reasons: " + told(answers));
		System.out.printf(Locale.ROOT, "match over HTTP to bare: %.2f (p99 %.2f)%n",
				at(answers, 0.5) / at(floors, 0.5), at(answers, 0.99) / at(floors, 0.99));
	}

	private static BooleanQuery query(String text) {
		Set<Term> terms = new LinkedHashSet<>();
		for (var token : Analysis.tokens(Folding.fold(text))) {
			terms.add(new Term(switch (token.cut()) {
				case WORD -> "x";
				case HAN -> "h";
				case BIGRAM -> "b";
			}, token.term()));
		}
		var query = new BooleanQuery.Builder();
		terms.forEach(term -> query.add(new TermQuery(term), Occur.SHOULD));
		return query.build();
	}

	private static String told(List<Double> times) {
		return "%.1f / %.1f / %.1f".formatted(at(times, 0.5), at(times, 0.95), at(times, 0.99));
	}

	private static double at(List<Double> times, double share) {
		var sorted = times.stream().sorted(Comparator.naturalOrder()).toList();
		return sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()));
	}

	/** The people of the index as rows, so that they may be shown, and the needs. */
	private static final class Filling {

		private static final List<String> GROUPS = List.of("basics", "background", "expertise", "languages",
				"countries", "evidence", "offers", "contact");

		private final JdbcTemplate jdbc;

		private final TransactionTemplate transactions;

		private final PasswordEncoder passwords;

		private Filling(ConfigurableApplicationContext context) {
			this.jdbc = context.getBean(JdbcTemplate.class);
			this.transactions = context.getBean(TransactionTemplate.class);
			this.passwords = context.getBean(PasswordEncoder.class);
		}

		private void fill(long people, List<String[]> needs) {
			var experts = new ArrayList<@Nullable Object[]>();
			var groups = new ArrayList<@Nullable Object[]>();
			for (var id = 1L; id <= people; id++) {
				experts.add(new Object[]{id, NOW, NOW, NOW});
				for (var group : GROUPS) {
					groups.add(new Object[]{id, group, group.equals("contact") ? "private" : "public"});
				}
				if (experts.size() == AT_ONCE || id == people) {
					insert("""
							INSERT INTO expert (id, version, state, residence, published_at, verification_status, created_at,
								updated_at) VALUES (?, 1, 'published', 'CN', ?, 'unverified', ?, ?)""", experts);
					insert("""
							INSERT INTO expert_group (expert_id, field_group, source, visibility)
							VALUES (?, ?, 'self', ?)""", groups);
				}
			}
			var demands = new ArrayList<@Nullable Object[]>();
			for (var need : needs) {
				demands.add(new Object[]{demands.size() + 1, need[0], need[1], NOW, NOW, NOW});
			}
			insert("""
					INSERT INTO demand (id, version, sample, kind, title, description, city, confidentiality, state,
						published_at, created_at, updated_at)
					VALUES (?, 1, TRUE, 'technology', ?, ?, 'hefei', 'REGISTERED', 'PUBLISHED', ?, ?, ?)""", demands);
			this.jdbc.update("""
					INSERT INTO account (id, version, email, password_hash, display_name, language, locked, sample,
						created_at) VALUES (1, 1, ?, ?, '省', 'zh-CN', FALSE, TRUE, ?)""", EMAIL,
					this.passwords.encode(PASSWORD), NOW);
			this.jdbc.update("INSERT INTO account_role (account_id, role) VALUES (1, 'PROVINCIAL_OFFICER')");
			this.jdbc.execute("ANALYZE");
		}

		private void insert(String sql, List<@Nullable Object[]> rows) {
			this.transactions.executeWithoutResult(_ -> this.jdbc.batchUpdate(sql, rows));
			rows.clear();
		}

	}

}
