package org.zhiqiao.platform.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks to a running server as the front end does: keeps its cookies, sends the forgery
 * token back, speaks JSON. It sends secure cookies over plain HTTP too, as no real browser
 * would, so that the settings of production can be tested.
 */
public final class Browser {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final JsonMapper JSON = JsonMapper.shared();

	private final String server;

	private final Map<String, String> cookies = new LinkedHashMap<>();

	private final Map<String, String> headers = new LinkedHashMap<>(Map.of("Accept-Language", "en"));

	/** A fresh browser for the server at a port of this machine. */
	public Browser(int port) {
		this.server = "http://127.0.0.1:" + port;
	}

	/** Sends a header with every request from now on. */
	public Browser with(String name, String value) {
		this.headers.put(name, value);
		return this;
	}

	/** Signs in and fails loudly if that is refused. */
	public Browser signIn(String email, String password) {
		Answer answer = post("/api/session", Map.of("email", email, "password", password));
		if (answer.status() != 200) {
			throw new IllegalStateException("Sign-in of " + email + " refused: " + answer);
		}
		return this;
	}

	public Answer get(String path) {
		return send("GET", path, null);
	}

	/** Opens something that does not end by itself; the caller closes the body. */
	public HttpResponse<InputStream> open(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.server + path));
		this.headers.forEach(request::setHeader);
		this.cookies.forEach((name, value) -> request.header("Cookie", name + "=" + value));
		try {
			return CLIENT.send(request.build(), BodyHandlers.ofInputStream());
		} catch (IOException failure) {
			throw new UncheckedIOException(failure);
		} catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(stopped);
		}
	}

	public Answer post(String path, Object body) {
		return send("POST", path, body);
	}

	public Answer put(String path, Object body) {
		return send("PUT", path, body);
	}

	public Answer patch(String path, Object body) {
		return send("PATCH", path, body);
	}

	public Answer delete(String path) {
		return send("DELETE", path, null);
	}

	/** Sends a body as JSON; a string is sent as it is. */
	public Answer send(String method, String path, @Nullable Object body) {
		BodyPublisher content = body == null
				? BodyPublishers.noBody()
				: BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
		return send(method, path, content, body == null ? null : "application/json");
	}

	/** Hands in a file, with further fields of the form. */
	public Answer upload(String path, String fileName, byte[] file, Map<String, String> fields) {
		String boundary = "----" + UUID.randomUUID();
		var before = new StringBuilder();
		fields.forEach(
				(name, value) -> before.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
						.formatted(boundary, name, value)));
		before.append(
				"--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
						.formatted(boundary, fileName));
		byte[] head = before.toString().getBytes(StandardCharsets.UTF_8);
		byte[] tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8);
		return send("POST", path, BodyPublishers.ofByteArrays(java.util.List.of(head, file, tail)),
				"multipart/form-data; boundary=" + boundary);
	}

	private Answer send(String method, String path, BodyPublisher body, @Nullable String contentType) {
		if (!method.equals("GET") && !this.cookies.containsKey("XSRF-TOKEN")
				&& !this.headers.containsKey("Authorization")) {
			get("/api/session");
		}
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.server + path)).method(method, body);
		this.headers.forEach(request::setHeader);
		if (contentType != null) {
			request.setHeader("Content-Type", contentType);
		}
		cookie("XSRF-TOKEN").filter(_ -> !this.headers.containsKey("X-XSRF-TOKEN"))
				.ifPresent(token -> request.setHeader("X-XSRF-TOKEN", token));
		if (!this.cookies.isEmpty()) {
			var all = new StringBuilder();
			this.cookies.forEach(
					(name, value) -> all.append(all.isEmpty() ? "" : "; ").append(name).append('=').append(value));
			request.setHeader("Cookie", all.toString());
		}
		try {
			HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
			response.headers().allValues("Set-Cookie").forEach(this::keep);
			return new Answer(response.statusCode(), response.headers(), response.body());
		} catch (IOException failure) {
			throw new UncheckedIOException(failure);
		} catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(stopped);
		}
	}

	private void keep(String header) {
		String pair = header.split(";", 2)[0];
		String name = pair.substring(0, pair.indexOf('='));
		String value = pair.substring(pair.indexOf('=') + 1);
		if (value.isEmpty()) {
			this.cookies.remove(name);
		} else {
			this.cookies.put(name, value);
		}
	}

	public Optional<String> cookie(String name) {
		return Optional.ofNullable(this.cookies.get(name));
	}

	/** Plants a cookie, as an attacker would. */
	public Browser plant(String name, String value) {
		this.cookies.put(name, value);
		return this;
	}

	/** What came back. */
	public static final class Answer {

		private final int status;

		private final HttpHeaders headers;

		private final byte[] body;

		private Answer(int status, HttpHeaders headers, byte[] body) {
			this.status = status;
			this.headers = headers;
			this.body = body;
		}

		public int status() {
			return this.status;
		}

		public HttpHeaders headers() {
			return this.headers;
		}

		public byte[] bytes() {
			return this.body.clone();
		}

		public String text() {
			return new String(this.body, StandardCharsets.UTF_8);
		}

		public JsonNode json() {
			return JSON.readTree(this.body);
		}

		/** The end of a problem's type, or nothing. */
		public String problem() {
			return header("Content-Type").startsWith("application/problem+json")
					? json().path("type").asString("").replace("/problems/", "")
					: "";
		}

		/** The first value of a header, or nothing. */
		public String header(String name) {
			return this.headers.firstValue(name).orElse("");
		}

		/** Whether status and body are the same. */
		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Answer that && this.status == that.status && text().equals(that.text());
		}

		@Override
		public int hashCode() {
			return this.status + text().hashCode();
		}

		@Override
		public String toString() {
			return this.status + " " + text();
		}

	}

}
