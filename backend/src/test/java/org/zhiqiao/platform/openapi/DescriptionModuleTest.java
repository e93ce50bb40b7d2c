package org.zhiqiao.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhiqiao.platform.testing.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The front end's types are made from the committed description, so it has to be the one
 * of the running application. To write it anew:
 * {@code mvn -pl backend -am test -Dtest=DescriptionModuleTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dzhiqiao.openapi.write=true}, then
 * {@code npm run api:types} in {@code frontend-static}.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DescriptionModuleTest {

	private static final JsonMapper SORTED = JsonMapper.builder()
			.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
			.enable(SerializationFeature.INDENT_OUTPUT)
			.build();

	@LocalServerPort
	private int port;

	@Test
	void isTheCommittedOne() throws IOException {
		String running = sorted(new Browser(this.port).get("/v3/api-docs").json());
		Path committed = Path.of("..", "frontend-static", "openapi.json");
		if (Boolean.getBoolean("zhiqiao.openapi.write")) {
			Files.writeString(committed, running);
		}
		assertThat(sorted(SORTED.readTree(committed.toFile())))
				.as("frontend-static/openapi.json is not what the application offers; see this test for how to renew it")
				.isEqualTo(running);
	}

	@Test
	void describesProblemsAndNullness() {
		JsonNode description = new Browser(this.port).get("/v3/api-docs").json();
		assertThat(description.path("openapi").asString()).isEqualTo("3.1.0");
		assertThat(description
				.at("/paths/~1api~1session/post/responses/default/content/application~1problem+json/schema/$ref")
				.asString()).isEqualTo("#/components/schemas/Problem");
		JsonNode account = description.at("/components/schemas/AccountView");
		assertThat(account.path("required").toString()).contains("email").doesNotContain("city");
		assertThat(account.at("/properties/city/type").toString()).contains("null", "string");
		assertThat(description.at("/components/schemas/SessionView/properties/account/anyOf/1/type").asString())
				.isEqualTo("null");
	}

	private static String sorted(JsonNode description) {
		return SORTED.writeValueAsString(SORTED.treeToValue(description, Object.class)).replace("\r\n", "\n") + "\n";
	}

}
