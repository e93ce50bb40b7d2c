package org.zhiqiao.search;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A published need. Empty strings stand for what is not said.
 *
 * @param language BCP 47 tag of title and description
 * @param kind code, such as {@code technical-problem}
 * @param owner shown name of the firm or city that asks
 * @param domains codes of concepts
 * @param freeDomains domains that the thesaurus does not know
 * @param countries ISO 3166-1 alpha-2
 * @param languages BCP 47 tags
 * @param open whether it can still be answered
 */
public record DemandDocument(long id, String title, String description, String language, String kind, String owner,
		List<String> domains, List<String> freeDomains, List<String> industries, String city, List<String> countries,
		List<String> languages, Audience audience, boolean open, @Nullable LocalDate deadline, long updatedEpochMs) {

	public DemandDocument {
		domains = List.copyOf(domains);
		freeDomains = List.copyOf(freeDomains);
		industries = List.copyOf(industries);
		countries = List.copyOf(countries);
		languages = List.copyOf(languages);
	}

}
