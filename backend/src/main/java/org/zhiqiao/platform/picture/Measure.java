package org.zhiqiao.platform.picture;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is counted over the years. */
enum Measure {

	/** Projects that began in the year. */
	@JsonProperty("projectsStarted")
	PROJECTS_STARTED("projects-started"),
	/** Projects that went on in the year. */
	@JsonProperty("projectsRunning")
	PROJECTS_RUNNING("projects-running"),
	/** Bases that there were in the year. */
	@JsonProperty("bases")
	BASES("bases"),
	/** Needs that were published in the year and are still, or are over, as far as the reader may know of them. */
	@JsonProperty("needs")
	NEEDS("needs"),
	/** People who were published in the year and are still; somebody who came back counts when they did. */
	@JsonProperty("people")
	PEOPLE("people");

	private final String word;

	Measure(String word) {
		this.word = word;
	}

	/** As the texts name it. */
	String word() {
		return this.word;
	}

}
