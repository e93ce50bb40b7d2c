package org.zhiqiao.platform.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;

/** Whatever a rule or an obstacle is called in code has its words wherever people read it. */
class PanelTextsTest {

	private final RulePacks packs = new RulePacks(JsonMapper.builder().build());

	@ParameterizedTest
	@ValueSource(strings = {"zh_CN", "en"})
	void haveWordsForEveryObstacleAndUnit(String language) throws IOException {
		var dossier = words("dossier", language);
		var choice = words("choice", language);
		assertThat(Arrays.stream(Obstacle.values()).map(one -> "dossier.reason." + one.code()))
				.isSubsetOf(keys(dossier));
		assertThat(Arrays.stream(Obstacle.values())
				.filter(one -> !one.ofGroup())
				.map(one -> "field.choice-" + one.code())).isSubsetOf(keys(choice));
		assertThat(this.packs.latest().rules().stream().flatMap(rule -> Stream.ofNullable(rule.number()))
				.map(number -> "dossier.unit." + number.unit())).isSubsetOf(keys(dossier));
	}

	private static Iterable<String> keys(Properties words) {
		return words.stringPropertyNames();
	}

	private static Properties words(String module, String language) throws IOException {
		var words = new Properties();
		try (var in = PanelTextsTest.class
				.getResourceAsStream("/messages/" + module + "_" + language + ".properties")) {
			words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
		}
		return words;
	}

}
