package org.zhiqiao.platform.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Who may call what: {@code authorisation/<module>.tsv}, a line for each endpoint with
 * method, path and the expected answer for nobody and for each role.
 */
record AuthorisationTable(Map<Endpoint, List<String>> rows) {

	/** The columns after method and path: nobody, then the roles in their order. */
	static final int COLUMNS = 1 + Role.values().length;

	private static final Set<String> EXPECTATIONS = Set.of("401", "403", "ok", "own");

	/**
	 * What can be called.
	 *
	 * @param method an HTTP method, or ANY for a handler that takes all
	 */
	record Endpoint(String method, String path) implements Comparable<Endpoint> {

		@Override
		public int compareTo(Endpoint other) {
			return (this.path + " " + this.method).compareTo(other.path + " " + other.method);
		}

		@Override
		public String toString() {
			return this.method + " " + this.path;
		}

	}

	static AuthorisationTable load() {
		var rows = new LinkedHashMap<Endpoint, List<String>>();
		try {
			for (Resource file : new PathMatchingResourcePatternResolver()
					.getResources("classpath*:authorisation/*.tsv")) {
				try (var reader = new BufferedReader(
						new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
					reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
						List<String> cells = List.of(line.split("\t", -1)).stream().map(String::strip).toList();
						if (cells.size() != 2 + COLUMNS
								|| !EXPECTATIONS.containsAll(cells.subList(2, cells.size()))) {
							throw new IllegalStateException(file.getFilename() + ": " + line);
						}
						var endpoint = new Endpoint(cells.get(0), cells.get(1));
						if (rows.put(endpoint, cells.subList(2, cells.size())) != null) {
							throw new IllegalStateException(file.getFilename() + ": twice: " + endpoint);
						}
					});
				}
			}
		} catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
		return new AuthorisationTable(rows);
	}

	/** Endpoints without a row. */
	Set<Endpoint> missing(Set<Endpoint> running) {
		var missing = new TreeSet<>(running);
		missing.removeAll(this.rows.keySet());
		return missing;
	}

	/** Rows without an endpoint. */
	Set<Endpoint> stale(Set<Endpoint> running) {
		var stale = new TreeSet<>(this.rows.keySet());
		stale.removeAll(running);
		return stale;
	}

	/** Whether an answer is what a cell expects. */
	static boolean fits(String expected, int status) {
		return switch (expected) {
			case "ok" -> (status != 401 && status != 403 && status < 500) || status == 503;
			case "own" -> status != 401 && status < 500;
			default -> status == Integer.parseInt(expected);
		};
	}

	/** The columns' names. */
	static List<String> columns() {
		var names = new ArrayList<String>();
		names.add("anonymous");
		Stream.of(Role.values()).map(Enum::name).forEach(names::add);
		return names;
	}

}
