package org.zhiqiao.platform.panel.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

class DossierArchiveTest {

	private final DossierArchive archive = MadeUpDossier.archive();

	@Test
	void holdsEveryFileWithItsSum() throws IOException {
		var files = files(this.archive.zip(MadeUpDossier.of(20), MadeUpDossier.transcripts()));
		assertThat(files.keySet()).containsExactly("README.txt", "dossier.pdf", "dossier.json", "draws/draw-1.json",
				"draws/draw-2.json", "VerifyDraw.java", "SHA256SUMS");
		var sums = new String(files.remove("SHA256SUMS"), UTF_8);
		var expected = new StringBuilder();
		files.forEach((name, bytes) -> expected.append(DossierArchive.sha256(bytes)).append("  ").append(name)
				.append('\n'));
		assertThat(sums).isEqualTo(expected.toString());
		assertThat(files.get("draws/draw-1.json")).isEqualTo("{\"a\": 1}".getBytes(UTF_8));
		assertThat(new String(files.get("README.txt"), UTF_8)).contains("编号 17", "2026-03-11 10:30:15", "2041-03-10",
				"review panel 17", "SIL Open Font License");
	}

	@Test
	void isTheSameForTheSameContentOnAnyMachine() {
		var dossier = MadeUpDossier.of(20);
		var first = this.archive.zip(dossier, MadeUpDossier.transcripts());
		var zone = TimeZone.getDefault();
		try {
			TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
			assertThat(MadeUpDossier.archive().zip(dossier, MadeUpDossier.transcripts())).isEqualTo(first);
		} finally {
			TimeZone.setDefault(zone);
		}
	}

	@Test
	void bearsTheMomentOfTheExport() throws IOException {
		try (var zip = new ZipInputStream(
				new ByteArrayInputStream(this.archive.zip(MadeUpDossier.of(0), MadeUpDossier.transcripts())))) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				// A ZIP counts in steps of two seconds.
				assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(2026, 3, 11, 10, 30, 14));
			}
		}
	}

	@Test
	void tellsTheSameAsDataInAStableOrder() throws IOException {
		var json = new String(
				files(this.archive.zip(MadeUpDossier.of(20), MadeUpDossier.transcripts())).get("dossier.json"), UTF_8);
		assertThat(json).startsWith("{\n  \"panel\" : 17,\n  \"title\" : ");
		var tree = JsonMapper.builder().build().readTree(json);
		assertThat(tree.path("keepUntil").asString()).isEqualTo("2041-03-10");
		assertThat(tree.at("/draws/1/strata/0/members/1/name").asString()).isEqualTo("Zoë O’Neil");
		assertThat(tree.at("/draws/0/voiding/approvedBy").asString()).isEqualTo("沈清");
		assertThat(tree.at("/draws/1/invitations/1/replaces/number").asLong()).isEqualTo(101);
		assertThat(tree.at("/declarations/people/0/answers/1/ties/0/words").asString()).isEqualTo("持有少量股份");
		assertThat(tree.at("/review/minutes/0/answers/1/dissent").asString()).isEqualTo("样品数据不足，不同意推荐。");
	}

	@Test
	void isKeptForFifteenYearsFromALegalDay() {
		// Already the next day in China.
		assertThat(Dossier.keepUntil(java.time.Instant.parse("2026-03-10T20:00:00Z")))
				.isEqualTo(LocalDate.of(2041, 3, 11));
	}

	private static Map<String, byte[]> files(byte[] archive) throws IOException {
		var files = new LinkedHashMap<String, byte[]>();
		try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				files.put(entry.getName(), zip.readAllBytes());
			}
		}
		return files;
	}

}
