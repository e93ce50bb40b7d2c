package org.zhiqiao.platform.panel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.zhiqiao.platform.panel.DrawList.Entry;
import org.zhiqiao.platform.panel.DrawList.Exclusion;
import org.zhiqiao.platform.panel.DrawList.Stratum;
import org.zhiqiao.platform.panel.DrawTranscript.Officer;
import tools.jackson.databind.json.JsonMapper;

/** What the stand-alone verifier says of a transcript, and of one that was changed. */
class VerifyDrawTest {

	private static final Instant FROZEN = Instant.parse("2026-05-04T02:00:00Z");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@TempDir
	private static Path folder;

	private static Path verifier;

	private static Method verify;

	private static Method read;

	/** Compiled once to ask it thousands of times; {@link #verifiesAsItIsDownloaded} starts it as a person does. */
	@BeforeAll
	static void compile() throws Exception {
		verifier = folder.resolve("VerifyDraw.java");
		try (var source = Objects.requireNonNull(VerifyDrawTest.class.getResourceAsStream("/draw/VerifyDraw.java"))) {
			Files.copy(source, verifier);
		}
		var errors = new ByteArrayOutputStream();
		assertThat(ToolProvider.getSystemJavaCompiler()
				.run(null, null, errors, "--release", "17", "-Xlint:all", "-Werror", "-cp", folder.toString(), "-d",
						folder.toString(),
						verifier.toString()))
				.as(errors.toString(UTF_8)).isZero();
		var loader = new URLClassLoader(new URL[]{folder.toUri().toURL()}, null);
		verify = loader.loadClass("VerifyDraw").getDeclaredMethod("verify", Map.class);
		verify.setAccessible(true);
		read = loader.loadClass("VerifyDraw$Json").getDeclaredMethod("read", byte[].class);
		read.setAccessible(true);
	}

	@Test
	void verifiesAsItIsDownloaded() throws Exception {
		var transcript = folder.resolve("transcript.json");
		Files.write(transcript, json());
		var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Dstdout.encoding=UTF-8", verifier.toString(), transcript.toString()).redirectErrorStream(true)
				.start();
		var said = new String(process.getInputStream().readAllBytes(), UTF_8);
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as(said).isZero();
		assertThat(said).contains("VERIFIED", "一致");
		drawn().strata().forEach(stratum -> assertThat(said).contains(stratum.stratum() + ": " + stratum.members()));
	}

	@Test
	void noticesEveryByteThatIsChanged() throws Exception {
		var json = json();
		assertThat(isVerified(json)).isTrue();
		var whole = JSON.readTree(json);
		for (var at = 0; at < json.length; at++) {
			for (var change : new int[]{1, 2, 16, 32}) {
				var changed = json.clone();
				changed[at] ^= (byte) change;
				if (isVerified(changed)) {
					// Only what says the same in other characters may pass.
					assertThat(JSON.readTree(changed)).as("%s at %s", change, at).isEqualTo(whole);
				}
			}
		}
	}

	/** The check in the browser is tested on the same transcript; -Dzhiqiao.transcript.write=true writes it anew. */
	@Test
	void isWhatTheBrowserChecksToo() throws Exception {
		var fixture = Path.of("../frontend-static/src/features/panel/transcript.fixture.json");
		if (Boolean.getBoolean("zhiqiao.transcript.write")) {
			Files.write(fixture, json());
		}
		assertThat(Files.readString(fixture)).isEqualTo(new String(json(), UTF_8));
	}

	@Test
	void takesNeitherMoreNorLess() throws Exception {
		var text = new String(json(), UTF_8);
		for (var changed : List.of(text.substring(0, text.length() - 1), text + "x",
				text.replaceFirst("\"seal\"", "\"seal2\""),
				text.replaceFirst("\\{", "{\"more\":1,"), text.replaceFirst("\"most\":2", "\"most\":2,\"most\":2"),
				text.replaceFirst("\"most\":2", "\"most\":2.0"), "", "[]", "null")) {
			assertThat(isVerified(changed.getBytes(UTF_8))).as(changed).isFalse();
		}
	}

	/** Whoever changes the outcome and computes every hash anew is still caught: the draw does not follow. */
	@Test
	void noticesAnOutcomeThatWasChosen() throws Exception {
		var drawn = drawn();
		var first = drawn.strata().getFirst();
		var chosen = new Draw.Drawn(first.stratum(), first.order().subList(1, 3), first.order());
		var forged = new DrawTranscript(drawn.format(), drawn.list(), drawn.listHash(), drawn.officers(),
				drawn.frozenAt(), drawn.seed(), List.of(chosen, drawn.strata().get(1)), drawn.seal());
		assertThat(isVerified(JSON.writeValueAsBytes(forged))).isFalse();
	}

	@Test
	void wantsTwoRolesAndTheRightOrder() {
		var first = officer("程皖生", "PROVINCIAL_OFFICER", 1, FROZEN.minusSeconds(60));
		var late = officer("纪监", "AUDITOR", 2, FROZEN.plusSeconds(1));
		assertThatThrownBy(() -> DrawTranscript.draw(list(), FROZEN, List.of(first, first)))
				.hasMessageContaining("different roles");
		assertThatThrownBy(() -> DrawTranscript.draw(list(), FROZEN, List.of(first, late))).hasMessageContaining("纪监");
		assertThatThrownBy(() -> new Officer("甲", "AUDITOR", first.commitment(), FROZEN, "00".repeat(32), FROZEN))
				.hasMessageContaining("commitment");
	}

	private static boolean isVerified(byte[] json) throws IllegalAccessException {
		try {
			verify.invoke(null, read.invoke(null, (Object) json));
			return true;
		} catch (InvocationTargetException | IllegalArgumentException wrong) {
			return false;
		}
	}

	private static byte[] json() {
		return JSON.writeValueAsBytes(drawn());
	}

	private static DrawTranscript drawn() {
		return DrawTranscript.draw(list(), FROZEN,
				List.of(officer("程皖生", "PROVINCIAL_OFFICER", 1, FROZEN.minus(Duration.ofHours(1))),
						officer("Marta \"Eye\" 監", "AUDITOR", 2, FROZEN)));
	}

	private static DrawList list() {
		return new DrawList("三个项目的评审", 2,
				List.of(new Stratum("省内", 2, entries(1, 6)), new Stratum("海外", 1, entries(11, 3))),
				List.of(new Exclusion(7, "陈七", "与申报单位同一单位（2024 年至今）"), new Exclusion(20, "Zoë O’Neil", "declined")));
	}

	private static List<Entry> entries(long first, int count) {
		return LongStream.range(first, first + count)
				.mapToObj(person -> new Entry(person, "专家" + person, (person % 3 == 2) ? -(1L << 52) : person % 3))
				.toList();
	}

	private static Officer officer(String name, String role, int fill, Instant committed) {
		var secret = new byte[DrawHash.SECRET];
		Arrays.fill(secret, (byte) fill);
		return new Officer(name, role, DrawHash.hex(DrawHash.commitment(secret)), committed,
				HexFormat.of().formatHex(secret), FROZEN.plusSeconds(90));
	}

}
