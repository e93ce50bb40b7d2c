package org.zhiqiao.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.testing.Browser;
import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;
import tools.jackson.databind.JsonNode;

/** A damaged sentence model is told to the administrator, and keeps nobody from starting or searching. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@OnDatabase(Engine.H2)
class BrokenModelModuleTest {

	private static final String PASSWORD = "copper kettle at dawn";

	@TempDir
	private static Path folder;

	@LocalServerPort
	private int port;

	@Autowired
	private Accounts accounts;

	@DynamicPropertySource
	static void damaged(DynamicPropertyRegistry settings) {
		settings.add("zhiqiao.search.vectors", () -> true);
		settings.add("zhiqiao.search.model", () -> {
			try {
				Files.write(folder.resolve("model.onnx"), new byte[]{8, 7, 18, 0, 99});
				Files.writeString(folder.resolve("tokenizer.json"), "{\"model\": {");
				return folder.toString();
			} catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

	@Test
	void startsByWordsAloneAndSaysSo() {
		this.accounts.createSample(new Accounts.NewPerson("model@example.org", PASSWORD, "Model", Locale.ENGLISH,
				EnumSet.of(Role.ADMINISTRATOR), null));
		JsonNode status = new Browser(this.port).signIn("model@example.org", PASSWORD).get("/api/index").json();
		assertThat(status.path("modelTrouble").asString()).contains(folder.toString(), "cannot be loaded");
		assertThat(status.has("model")).isFalse();
		assertThat(new Browser(this.port).get("/api/directory/experts?q=battery").status()).isIn(200, 503);
		assertThat(new Browser(this.port).get("/actuator/health").json().path("status").asString()).isEqualTo("UP");
	}

}
