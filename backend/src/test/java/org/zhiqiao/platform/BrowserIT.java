package org.zhiqiao.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.zhiqiao.platform.testing.Facility;
import org.zhiqiao.platform.testing.Needs;

/** Lets Playwright look at every page of this very platform, as the demonstration runs it, and tell its stories there. */
@Needs(Facility.CHROMIUM)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
// The stories leave their people and needs behind.
@DirtiesContext
class BrowserIT {

	@LocalServerPort
	private int port;

	/** Each by itself: two at a time. */
	@Test
	void everyPageIsSoundInARealBrowser() throws Exception {
		play("pages", "--project=shell", "--project=pages", "--workers=2");
	}

	@Test
	void storiesHoldInARealBrowser() throws Exception {
		play("stories", "--project=stories");
	}

	private void play(String report, String... options) throws Exception {
		var command = new ArrayList<>(List.of("npm", "run", "e2e", "--", "--reporter=list,junit"));
		command.addAll(List.of(options));
		ProcessBuilder playwright = new ProcessBuilder(command).directory(Path.of("../frontend-static").toFile())
				.redirectErrorStream(true);
		// The environment has the browser's path already: that is what this test needs.
		playwright.environment()
				.putAll(Map.of("ZHIQIAO_E2E_URL", "http://127.0.0.1:" + this.port, "ZHIQIAO_DEV_PORT",
						String.valueOf(freePort()), "PLAYWRIGHT_JUNIT_OUTPUT_FILE",
						"target/playwright-reports/" + report + ".xml"));
		Process process = playwright.start();
		try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
			output.lines().forEach(System.out::println);
		} finally {
			process.descendants().forEach(ProcessHandle::destroy);
			process.destroy();
		}
		assertThat(process.waitFor()).as("exit code of Playwright, whose report is above").isZero();
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
