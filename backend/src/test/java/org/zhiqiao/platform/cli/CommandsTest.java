package org.zhiqiao.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private java.util.OptionalInt run(String... arguments) {
		return Commands.run(List.of(arguments), new PrintStream(this.out, true, StandardCharsets.UTF_8),
				new PrintStream(this.err, true, StandardCharsets.UTF_8));
	}

	@Test
	void leavesSettingsToThePlatform() {
		assertThat(run()).isEmpty();
		assertThat(run("--server.port=8081")).isEmpty();
	}

	@Test
	void printsItsUsage() {
		assertThat(run("help")).hasValue(0);
		assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("rank --experts FILE");
	}

	@Test
	void refusesAnUnknownCommandWithTheUsage() {
		assertThat(run("rnak", "--experts", "x")).hasValue(2);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains("no command rnak").contains("Usage:");
	}

	@Test
	void ranksTheExpertsOfAFile(@TempDir Path folder) throws IOException {
		var experts = Files.writeString(folder.resolve("experts.jsonl"), """
				{"id":"e1","summary":"Solid-state battery electrolytes","languages":[{"code":"de","level":"C1"}]}
				{"id":"e2","summary":"Tea processing"}
				""");
		var demands = Files.writeString(folder.resolve("demands.jsonl"), """
				{"id":"d1","title":"固态电池电解质"}
				""");
		var run = folder.resolve("run.tsv");
		assertThat(run("rank", "--experts", experts.toString(), "--demands", demands.toString(), "--run",
				run.toString())).hasValue(0);
		assertThat(Files.readAllLines(run).getFirst()).startsWith("d1\te1\t1\t");
	}

	@Test
	void namesTheWrongLine(@TempDir Path folder) throws IOException {
		var experts = Files.writeString(folder.resolve("experts.jsonl"), "{\"id\":\"e1\"}\n{\"id\":7,\"works\":3}\n");
		var demands = Files.writeString(folder.resolve("demands.jsonl"), "{\"id\":\"d1\",\"title\":\"x\"}\n");
		assertThat(run("rank", "--experts", experts.toString(), "--demands", demands.toString(), "--run",
				folder.resolve("run.tsv").toString())).hasValue(1);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains("2").contains("works");
	}

}
