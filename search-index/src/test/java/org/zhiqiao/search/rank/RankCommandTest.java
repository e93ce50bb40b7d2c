package org.zhiqiao.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankCommandTest {

	private static final String EXPERTS = """
			{"id":"e1","name":"张晓梅","summary":"固态电池电解质研究","languages":[{"code":"zh","level":"native"}]}
			{"id":"e2","works":[{"id":"w","title":"Solid-state batteries","abstract":"Sulfide electrolytes.","year":2020}],"languages":[{"code":"de","level":"C1"}],"countries":[{"code":"DE","kind":"work","from":2010,"to":2015}]}
			{"id":"e3","domains":["gardening"]}
			""";

	@TempDir
	Path folder;

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private int run(String experts, String demands, String... more) throws IOException {
		Path expertFile = Files.writeString(this.folder.resolve("experts.jsonl"), experts);
		Path demandFile = Files.writeString(this.folder.resolve("demands.jsonl"), demands);
		List<String> arguments = new ArrayList<>(List.of("--experts", expertFile.toString(), "--demands",
				demandFile.toString(), "--run", this.folder.resolve("run.tsv").toString()));
		arguments.addAll(List.of(more));
		return command(arguments);
	}

	private int command(List<String> arguments) {
		return new RankCommand(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
				new PrintStream(this.err, true, StandardCharsets.UTF_8))
				.run(arguments);
	}

	@Test
	void ranksEverybody() throws IOException {
		assertThat(run(EXPERTS, "{\"id\":\"d1\",\"title\":\"固态电池\"}\n")).isZero();
		List<String[]> lines = Files.readAllLines(this.folder.resolve("run.tsv"))
				.stream()
				.map((line) -> line.split("\t", -1))
				.toList();
		assertThat(lines).hasSize(3).allSatisfy((line) -> assertThat(line).hasSize(4));
		assertThat(lines).extracting((line) -> line[2]).containsExactly("1", "2", "3");
		assertThat(lines.get(2)[1]).isEqualTo("e3");
		assertThat(Double.parseDouble(lines.get(2)[3])).isLessThan(5);
		assertThat(Double.parseDouble(lines.get(0)[3])).isBetween(1.0, 100.0);
	}

	@Test
	void leavesOutWhomAMustExcludesAndStopsAtTheTop() throws IOException {
		assertThat(run(EXPERTS,
				"{\"id\":\"d1\",\"description\":\"battery\",\"languages\":[{\"code\":\"de\",\"level\":\"B2\",\"must\":true}]}\n"))
				.isZero();
		assertThat(Files.readString(this.folder.resolve("run.tsv"))).startsWith("d1\te2\t1\t").hasLineCount(1);
		assertThat(run(EXPERTS, "{\"id\":\"d1\",\"description\":\"battery\"}\n", "--top", "2")).isZero();
		assertThat(Files.readString(this.folder.resolve("run.tsv"))).hasLineCount(2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
					{"id":"e"                                              | line 2: is not JSON
					[]                                                     | line 2: an object is expected
					{"name":"x"}                                           | line 2, field id: is missing
					{"id":"e1"}                                            | line 2, field id: was given
					{"id":"e","works":{}}                                  | line 2, field works: an array
					{"id":"e","works":[{"title":3}]}                       | line 2, field works[0].title: a text
					{"id":"e","works":[{"year":"2020"}]}                   | line 2, field works[0].year: a year
					{"id":"e","languages":[{"code":"de"}]}                 | line 2, field languages[0].level: is missing
					{"id":"e","languages":[{"code":"de","level":"D1"}]}    | line 2, field languages[0].level: a level
					{"id":"e","countries":[{"kind":"work"}]}               | line 2, field countries[0].code: is missing
					{"id":"e","domains":[""]}                              | line 2, field domains[0]: a text
					""")
	void namesTheWrongLineAndField(String line, String message) throws IOException {
		assertThat(run("{\"id\":\"e1\"}\n" + line + "\n", "{\"id\":\"d1\"}\n")).isEqualTo(1);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains("experts.jsonl, " + message);
		assertThat(this.folder.resolve("run.tsv")).doesNotExist();
	}

	@Test
	void checksNeedsAsWell() throws IOException {
		assertThat(run(EXPERTS, "{\"id\":\"d1\",\"languages\":[{\"code\":\"de\",\"must\":\"yes\"}]}\n")).isEqualTo(1);
		assertThat(this.err.toString(StandardCharsets.UTF_8))
				.contains("demands.jsonl, line 1, field languages[0].must: true or false");
	}

	@Test
	void explainsItsArguments() {
		assertThat(command(List.of("--experts", "x"))).isEqualTo(2);
		assertThat(command(List.of("--what"))).isEqualTo(2);
		assertThat(command(List.of("--experts", "x", "--demands", "y", "--run", "z", "--top", "0"))).isEqualTo(2);
		assertThat(command(List.of("--experts", "x-missing", "--demands", "y", "--run", "z"))).isEqualTo(1);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains("--demands is missing", "There is no file");
	}

}
