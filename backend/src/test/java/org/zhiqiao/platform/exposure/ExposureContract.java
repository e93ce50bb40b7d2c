package org.zhiqiao.platform.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

import org.zhiqiao.platform.expert.ExpertsMerged;
import org.zhiqiao.platform.exposure.Attention.Asked;
import org.zhiqiao.platform.exposure.Attention.Showing;
import org.zhiqiao.platform.exposure.ExposureTable.Seen;
import org.zhiqiao.platform.testing.Browser;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.IndexState;
import tools.jackson.databind.JsonNode;

/** From a ranking that somebody looks at to the figures about it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
abstract class ExposureContract {

	private static final String PASSWORD = "qiao-demo-2026";

	private static final Asked ASKED = new Asked(1, Audience.MATCHED);

	private static final Duration LONGEST = Duration.ofMinutes(5);

	@LocalServerPort
	private int port;

	@Autowired
	private ExpertiseIndex index;

	@Autowired
	private ExposureTable table;

	@Autowired
	private ExposureFollower follower;

	@Autowired
	private JdbcClient jdbc;

	private long need;

	@BeforeEach
	void startWithNothing() {
		eventually("the sample is in the index", () -> this.index.status().state() == IndexState.READY
				&& this.index.status().experts() == published());
		eventually("its vectors are there", () -> this.index.withoutVectors(1).isEmpty());
		this.need = this.jdbc.sql("SELECT id FROM demand WHERE title = '雨雾天气下激光雷达感知失效'")
				.query((row, _) -> row.getLong(1))
				.single();
		this.jdbc.sql("DELETE FROM exposure").update();
	}

	@Test
	void countsWhoIsShownOnceADayForEachNeed() {
		var firm = signedIn("firm");
		var shown = ids(firm.post("/api/demands/" + this.need + "/matches", Map.of("size", 5)).json());
		assertThat(shown).hasSize(5);
		eventually("written down", () -> rows() == 5);
		assertThat(this.jdbc.sql("""
				SELECT COUNT(*) FROM exposure x JOIN demand d ON d.id = x.demand_id AND d.version = x.demand_version
				WHERE x.audience = 'MATCHED' AND x.domain_value IS NOT NULL""").query(Integer.class).single())
				.isEqualTo(5);
		// the same page again, by whomever, and then the next one
		firm.post("/api/demands/" + this.need + "/matches", Map.of("size", 5));
		signedIn("province").post("/api/demands/" + this.need + "/matches", Map.of("size", 5));
		var next = ids(firm.post("/api/demands/" + this.need + "/matches", Map.of("size", 5, "page", 2)).json());
		eventually("the next page is written down", () -> rows() == 5 + next.size());

		var figures = signedIn("province").get("/api/exposure").json();
		assertThat(figures.path("people").asLong()).isEqualTo(published());
		assertThat(figures.path("onTop").asInt()).isEqualTo(5 + next.size());
		assertThat(figures.path("days").asInt()).isEqualTo(90);
		assertThat(figures.path("gini").asDouble()).isBetween(0.5, 1.0);
		assertThat(figures.path("items")).hasSize(5 + next.size());
		for (var item : figures.path("items")) {
			assertThat(item.path("onTop").asInt()).isEqualTo(1);
			assertThat(item.path("needs").asInt()).isEqualTo(1);
		}
	}

	@Test
	void countsNeitherFilesNorPreviews() {
		var firm = signedIn("firm");
		assertThat(firm.get("/api/demands/" + this.need + "/matches.xlsx").status()).isEqualTo(200);
		assertThat(firm.get("/api/demands/" + this.need + "/outlook").status()).isEqualTo(200);
		firm.post("/api/demands/" + this.need + "/matches", Map.of("size", 1));
		eventually("written down", () -> rows() == 1);
	}

	@Test
	void tellsOnTopFromBelowAndForgetsWhatIsOld() {
		var today = LocalDate.of(2026, 5, 4);
		this.table.add(today, this.need, ASKED, seen(Map.of(1L, false, 2L, true)));
		this.table.add(today, this.need, ASKED, seen(Map.of(1L, true, 2L, false)));
		this.table.add(today.plusDays(1), this.need, ASKED, seen(Map.of(1L, false)));
		assertThat(this.table.of(1, today)).isEqualTo(new ExposureTable.Shown(1, 1, 1, 1));
		assertThat(this.table.of(2, today)).isEqualTo(new ExposureTable.Shown(2, 1, 0, 1));
		assertThat(this.table.of(1, today.plusDays(1))).isEqualTo(new ExposureTable.Shown(1, 0, 1, 1));
		assertThat(this.table.since(today)).extracting(ExposureTable.Shown::expertId).containsExactly(1L, 2L);
		this.table.forgetBefore(today.plusDays(1));
		assertThat(rows()).isOne();
		// a person and a need that have gone meanwhile
		this.table.add(today, this.need, ASKED, seen(Map.of(987_654L, true)));
		this.table.add(today, 987_654L, ASKED, seen(Map.of(1L, true)));
		assertThat(rows()).isOne();
	}

	@Test
	void keepsTheFiguresWithWhomTwoProfilesBecome() {
		var today = LocalDate.of(2026, 5, 4);
		this.table.add(today, this.need, ASKED, seen(Map.of(1L, true, 2L, false)));
		this.table.add(today.plusDays(1), this.need, ASKED, seen(Map.of(1L, true)));
		this.follower.follow(new ExpertsMerged(1, 2));
		assertThat(this.table.of(1, today)).isEqualTo(new ExposureTable.Shown(1, 0, 0, 0));
		assertThat(this.table.of(2, today)).isEqualTo(new ExposureTable.Shown(2, 2, 0, 1));
		assertThat(this.table.shownFor(this.need, today.plusDays(2))).containsExactly(
				new Showing(today, 2, ASKED, Map.of("domain", 0.5)),
				new Showing(today.plusDays(1), 2, ASKED, Map.of("domain", 0.5)));
		assertThat(this.table.shownFor(this.need, today.plusDays(1))).as("the day itself is not before it").hasSize(1);
		assertThat(this.table.shownFor(this.need, today)).isEmpty();
		assertThat(this.table.count(List.of(this.need), today.plusDays(1))).isOne();
		assertThat(this.table.count(List.of(), today.plusDays(1))).isZero();
	}

	@Test
	void keepsForWhichVersionAndForWhomTheValuesAre() {
		var today = LocalDate.of(2026, 5, 4);
		var later = new Asked(2, Audience.MATCHED);
		this.table.add(today, this.need, null, List.of(new Seen(1, true, Map.of())));
		this.table.add(today, this.need, ASKED, List.of(new Seen(2, true, Map.of("domain", 0.2)),
				new Seen(3, false, Map.of("domain", 0.3, "wishes", 1.0))));
		assertThat(this.table.shownFor(this.need, today.plusDays(1))).containsExactly(
				new Showing(today, 1, null, Map.of()), new Showing(today, 2, ASKED, Map.of("domain", 0.2)),
				new Showing(today, 3, ASKED, Map.of("domain", 0.3, "wishes", 1.0)));
		// The same page again later in the day, and then the need asks for something else.
		this.table.add(today, this.need, ASKED, List.of(new Seen(3, true, Map.of("domain", 0.9))));
		this.table.add(today, this.need, later, List.of(new Seen(2, false, Map.of("language", 0.4))));
		assertThat(this.table.shownFor(this.need, today.plusDays(1))).containsExactly(
				new Showing(today, 1, null, Map.of()), new Showing(today, 2, later, Map.of("language", 0.4)),
				new Showing(today, 3, ASKED, Map.of("domain", 0.3, "wishes", 1.0)));
		assertThat(this.table.of(2, today)).as("still on top").isEqualTo(new ExposureTable.Shown(2, 1, 0, 1));
		assertThat(this.table.of(3, today)).isEqualTo(new ExposureTable.Shown(3, 1, 0, 1));
		// Whoever stays keeps what was computed for them.
		this.follower.follow(new ExpertsMerged(3, 2));
		assertThat(this.table.shownFor(this.need, today.plusDays(1)))
				.contains(new Showing(today, 2, later, Map.of("language", 0.4)))
				.hasSize(2);
	}

	@Test
	void tellsAPersonTheirOwnFiguresAndNobodyElses() {
		var expert = signedIn("expert");
		var own = expert.get("/api/experts/mine").json().path("id").asLong();
		this.table.add(LocalDate.now(ExposureRecorder.HERE), this.need, ASKED, seen(Map.of(own, true, own + 1, true)));
		var figures = expert.get("/api/experts/" + own + "/exposure").json();
		assertThat(figures.path("onTop").asInt()).isEqualTo(1);
		assertThat(figures.has("chosen")).isFalse();
		assertThat(expert.get("/api/experts/" + (own + 1) + "/exposure").status()).isEqualTo(403);
		assertThat(expert.get("/api/exposure").status()).isEqualTo(403);
		var wrong = signedIn("province").with("Accept-Language", "zh-CN").get("/api/exposure?days=0");
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.text()).contains("days");
		var export = expert.get("/api/account/export");
		assertThat(export.json().at("/exposure/0/onTop").asInt()).as(export.text()).isEqualTo(1);
	}

	private long published() {
		return this.jdbc.sql("SELECT COUNT(*) FROM expert WHERE state = 'published'")
				.query((row, _) -> row.getLong(1))
				.single();
	}

	private int rows() {
		return this.jdbc.sql("SELECT COUNT(*) FROM exposure").query((row, _) -> row.getInt(1)).single();
	}

	private Browser signedIn(String name) {
		return new Browser(this.port).signIn(name + "@demo.zhiqiao.example", PASSWORD);
	}

	private static List<Long> ids(JsonNode page) {
		var ids = new ArrayList<Long>();
		page.path("items").forEach(item -> ids.add(item.at("/card/id").asLong()));
		return ids;
	}

	private static void eventually(String what, BooleanSupplier met) {
		var end = System.nanoTime() + LONGEST.toNanos();
		while (!met.getAsBoolean()) {
			assertThat(System.nanoTime()).as(what).isLessThan(end);
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
		}
	}

	private static List<ExposureTable.Seen> seen(Map<Long, Boolean> onTop) {
		return onTop.entrySet()
				.stream()
				.map(one -> new ExposureTable.Seen(one.getKey(), one.getValue(), Map.of("domain", 0.5)))
				.toList();
	}

}
