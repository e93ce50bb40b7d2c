package org.zhiqiao.platform.expert;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a group of fields came from. */
public enum Source {

	/** The person. */
	@JsonProperty("self")
	SELF("self"),
	/** The ORCID public record. */
	@JsonProperty("import:orcid")
	ORCID("import:orcid"),
	/** OpenAlex. */
	@JsonProperty("import:openalex")
	OPENALEX("import:openalex"),
	/** A list kept by an office. */
	@JsonProperty("import:spreadsheet")
	SPREADSHEET("import:spreadsheet"),
	/** An officer, by hand. */
	@JsonProperty("official")
	OFFICIAL("official"),
	/** The made-up sample. */
	@JsonProperty("sample")
	SAMPLE("sample");

	private final String code;

	Source(String code) {
		this.code = code;
	}

	public String code() {
		return this.code;
	}

	boolean isImport() {
		return this == ORCID || this == OPENALEX || this == SPREADSHEET;
	}

	static Source of(String code) {
		for (var source : values()) {
			if (source.code.equals(code)) {
				return source;
			}
		}
		throw new IllegalArgumentException("No such source: " + code);
	}

}
