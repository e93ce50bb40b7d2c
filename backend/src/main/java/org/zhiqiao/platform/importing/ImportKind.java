package org.zhiqiao.platform.importing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.zhiqiao.platform.expert.Source;

/** What a file is. */
enum ImportKind {

	/** ORCID public records, JSON v3.0: one, or one a line. */
	@JsonProperty("orcid")
	ORCID(Source.ORCID),
	/** OpenAlex authors and works, one JSON object a line. */
	@JsonProperty("openalex")
	OPENALEX(Source.OPENALEX),
	/** The bilingual list, XLSX or CSV. */
	@JsonProperty("spreadsheet")
	SPREADSHEET(Source.SPREADSHEET);

	private final Source source;

	ImportKind(Source source) {
		this.source = source;
	}

	Source source() {
		return this.source;
	}

	String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
