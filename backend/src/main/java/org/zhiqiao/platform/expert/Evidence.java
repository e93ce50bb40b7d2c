package org.zhiqiao.platform.expert;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Something that shows what a person can do: a publication, a project, a patent, a role, an award …
 *
 * @param id none before it is stored
 * @param kind a code of the vocabulary
 * @param abstractText what it is about
 * @param with with whom
 * @param language BCP 47, of title and abstract
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Evidence(@Nullable Long id, String kind, String title,
		@JsonProperty("abstract") @Nullable String abstractText, @Nullable Integer year, List<String> with,
		@Nullable String language, @Nullable String doi, @Nullable String openalex) {

	public Evidence {
		with = (with != null) ? List.copyOf(with) : List.of();
	}

	/** Tells two pieces of evidence apart across sources: the DOI if there is one, else kind-less title and year. */
	public String key() {
		if (this.doi != null) {
			return "doi:" + this.doi.toLowerCase(Locale.ROOT);
		}
		return titleKey();
	}

	String titleKey() {
		var title = NameKeys.plain(this.title);
		return "title:" + ((title.length() > 200) ? title.substring(0, 200) : title) + ":"
				+ ((this.year != null) ? this.year.toString() : "");
	}

	/** Whether both describe the same thing: same DOI or OpenAlex id, or, where these do not differ, same title and year. */
	boolean sameAs(Evidence other) {
		if (this.doi != null && other.doi != null) {
			return this.doi.equalsIgnoreCase(other.doi);
		}
		if (this.openalex != null && other.openalex != null) {
			return this.openalex.equals(other.openalex);
		}
		return titleKey().equals(other.titleKey());
	}

	Evidence withId(@Nullable Long id) {
		return new Evidence(id, this.kind, this.title, this.abstractText, this.year, this.with, this.language, this.doi,
				this.openalex);
	}

	/** What this one leaves open, taken from the other. */
	Evidence filledFrom(Evidence other) {
		return new Evidence(this.id, this.kind, this.title,
				(this.abstractText != null) ? this.abstractText : other.abstractText,
				(this.year != null) ? this.year : other.year, this.with.isEmpty() ? other.with : this.with,
				(this.language != null) ? this.language : other.language, (this.doi != null) ? this.doi : other.doi,
				(this.openalex != null) ? this.openalex : other.openalex);
	}

}
