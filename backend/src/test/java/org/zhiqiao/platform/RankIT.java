package org.zhiqiao.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line of the packaged application, whose classes come from inside the file. */
class RankIT {

	@TempDir
	private Path folder;

	@Test
	void ranksFromTheCommandLine() throws Exception {
		var experts = Files.writeString(this.folder.resolve("experts.jsonl"), """
				{"id": "b", "works": [{"id": "w1", "title": "Irrigation of rice fields"}]}
				{"id": "a", "works": [{"id": "w2", "title": "Sulfide electrolytes for solid-state batteries"}]}
				""");
		var demands = Files.writeString(this.folder.resolve("demands.jsonl"), """
				{"id": "d", "title": "固态电池电解质"}
				""");
		var run = this.folder.resolve("run.tsv");
		var log = this.folder.resolve("rank.log");
		var process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
				"--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-jar",
				System.getProperty("zhiqiao.jar"), "rank", "--experts", experts.toString(), "--demands",
				demands.toString(), "--run", run.toString())
				.directory(this.folder.toFile())
				.redirectErrorStream(true)
				.redirectOutput(log.toFile())
				.start();
		assertThat(process.waitFor()).as(Files.readString(log)).isZero();
		assertThat(Files.readAllLines(run)).hasSize(2).first().asString().startsWith("d\ta\t1\t");
	}

}
