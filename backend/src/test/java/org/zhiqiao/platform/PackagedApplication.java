package org.zhiqiao.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The whole application as people run it, in a process of its own that can be killed. Its data outlive it. */
final class PackagedApplication {

	private static final Duration START = Duration.ofMinutes(2);

	private final Path folder;

	private final int port;

	private int starts;

	/** @param folder for its data, and for what it says */
	PackagedApplication(Path folder) throws IOException {
		this.folder = folder;
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.port = socket.getLocalPort();
		}
	}

	int port() {
		return this.port;
	}

	private static String jar() {
		var jar = System.getProperty("zhiqiao.jar");
		assertThat(jar).as("the packaged application, which the build names").isNotNull();
		return jar;
	}

	/** Unpacks it as people do who run it, so that it starts fast. */
	void unpack() throws Exception {
		var log = this.folder.resolve("prepare.log");
		var script = new ProcessBuilder("bash", "src/main/scripts/prepare", jar(), unpacked().toString())
				.redirectErrorStream(true)
				.redirectOutput(log.toFile());
		script.environment().put("JAVA_HOME", System.getProperty("java.home"));
		assertThat(script.start().waitFor()).as(() -> read(log)).isZero();
	}

	private Path unpacked() {
		return this.folder.resolve("application");
	}

	/** Starts it, unpacked if it was unpacked, and waits until it answers. */
	Process start(Map<String, String> settings) throws Exception {
		var log = this.folder.resolve("platform-" + ++this.starts + ".log");
		var command = Files.exists(unpacked())
				? new ProcessBuilder(unpacked().resolve("start").toString())
				: new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar());
		var builder = command.redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment()
				.putAll(Map.of("JAVA_HOME", System.getProperty("java.home"), "JDK_JAVA_OPTIONS",
						"-XX:TieredStopAtLevel=1 -Xmx512m", "SPRING_PROFILES_ACTIVE", "demo", "SERVER_PORT",
						String.valueOf(this.port), "ZHIQIAO_DATADIR", this.folder.resolve("data").toString()));
		builder.environment().putAll(settings);
		var process = builder.start();
		var until = Instant.now().plus(START);
		while (Instant.now().isBefore(until) && process.isAlive()) {
			if (ready()) {
				return process;
			}
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
		}
		process.destroyForcibly().waitFor();
		throw new AssertionError("the platform does not start at start " + this.starts + ":\n" + read(log));
	}

	private boolean ready() throws InterruptedException {
		try (var client = HttpClient.newHttpClient()) {
			var request = HttpRequest
					.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/actuator/health/readiness"))
					.timeout(Duration.ofSeconds(30))
					.build();
			return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		} catch (IOException notYet) {
			// Nobody listens yet.
			return false;
		}
	}

	private static String read(Path log) {
		try {
			return Files.readString(log);
		} catch (IOException gone) {
			throw new UncheckedIOException(gone);
		}
	}

}
