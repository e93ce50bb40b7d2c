package org.zhiqiao.platform.newsletter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import java.nio.charset.StandardCharsets;

/**
 * Topics somebody chose, read from and written as the query of an address.
 *
 * @param kinds some of {@link #KINDS}
 * @param industries codes; none for all
 * @param countries ISO 3166-1 alpha-2; none for all
 */
record Wishes(Set<String> kinds, Set<String> industries, Set<String> countries) {

	/** What there is to be told of. */
	static final List<String> KINDS = List.of("stories", "needs", "people", "projects");

	static final Set<String> NAMES = Set.of("kind", "industry", "country");

	Wishes {
		kinds = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(kinds));
		industries = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(industries));
		countries = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(countries));
	}

	static Wishes of(String query) {
		Map<String, List<String>> given = parameters(query);
		return new Wishes(Set.copyOf(given.getOrDefault("kind", List.of())),
				Set.copyOf(given.getOrDefault("industry", List.of())),
				Set.copyOf(given.getOrDefault("country", List.of())));
	}

	static Map<String, List<String>> parameters(String query) {
		return UriComponentsBuilder.newInstance()
				.query(query)
				.build()
				.getQueryParams()
				.entrySet()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey,
						entry -> entry.getValue()
								.stream()
								.filter(value -> value != null && !value.isBlank())
								.map(value -> UriUtils.decode(value.replace('+', ' '), StandardCharsets.UTF_8))
								.toList()));
	}

	/** Without the kinds: what searches of people and needs understand as well. */
	String narrowing() {
		return Stream
				.concat(this.industries.stream().sorted().map(code -> "industry=" + code),
						this.countries.stream().sorted().map(code -> "country=" + code))
				.collect(Collectors.joining("&"));
	}

	/** One value of each is enough, but each must be met. */
	boolean meets(List<String> ofIndustries, List<String> ofCountries) {
		return (this.industries.isEmpty() || ofIndustries.stream().anyMatch(this.industries::contains))
				&& (this.countries.isEmpty() || ofCountries.stream().anyMatch(this.countries::contains));
	}

}
