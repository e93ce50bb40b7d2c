package org.zhiqiao.platform.expert;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may see a group of fields, from everybody to only the person and the officers in charge. */
public enum Visibility {

	/** Everybody, also without signing in. */
	@JsonProperty("public")
	PUBLIC,
	/** Whoever is signed in. */
	@JsonProperty("registered")
	REGISTERED,
	/** Firms for whose need the person was found. */
	@JsonProperty("matched")
	MATCHED,
	/** The person and the officers in charge. */
	@JsonProperty("private")
	PRIVATE;

	/** The one that shows less. */
	Visibility stricter(Visibility other) {
		return (compareTo(other) >= 0) ? this : other;
	}

}
