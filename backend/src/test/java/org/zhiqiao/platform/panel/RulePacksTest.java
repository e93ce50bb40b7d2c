package org.zhiqiao.platform.panel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.json.JsonMapper;

/** A pack that panels may have begun with is never changed: what is to be otherwise is a pack of its own. */
class RulePacksTest {

	@ParameterizedTest
	@CsvSource({"1, b5f9beb7ae67718d12050356cff96e6d3641fa418f3c383c6021281d52ca5b37",
			"2, a2eb4916a468dcbdc161b8a93683d50082b1836627a7cde8e7b4ba3085c1dcfe",
			"3, cc76fe04e4136bdeda535965094de7209f5c62d6eb8243d5605175ad7ee54073",
			"4, e7d244bedadc87c88ec93076622b8211c2e8b7c9961ca53a0126589a386cc70c"})
	void isAsItWas(int version, String hash) throws Exception {
		try (var pack = Objects.requireNonNull(getClass().getResourceAsStream("/panel/rules-" + version + ".json"))) {
			var text = new String(pack.readAllBytes(), UTF_8).replace("\r\n", "\n");
			assertThat(HexFormat.of()
					.formatHex(MessageDigest.getInstance("SHA-256")
							.digest(text.getBytes(UTF_8))))
					.isEqualTo(hash);
		}
	}

	@Test
	void gaveEachPackItsNumber() {
		var packs = new RulePacks(JsonMapper.builder().build());
		IntStream.rangeClosed(1, 4).forEach(number -> assertThat(packs.version(number).version()).isEqualTo(number));
		assertThat(packs.latest().version()).as("its hash stands here, too").isEqualTo(4);
	}

}
