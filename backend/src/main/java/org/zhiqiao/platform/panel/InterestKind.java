package org.zhiqiao.platform.panel;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.zhiqiao.platform.panel.conflict.Facts.Tie;

/** What somebody has to do with another, as they declare it. */
enum InterestKind {

	/** Spouse, direct blood relation, collateral to the third degree, near in-law. */
	@JsonProperty("family")
	FAMILY(Tie.Kind.FAMILY),
	/** Money or shares. */
	@JsonProperty("financial")
	FINANCIAL(Tie.Kind.FINANCIAL),
	/** The other supervised the person's doctoral thesis. */
	@JsonProperty("supervisor")
	SUPERVISOR(Tie.Kind.SUPERVISION),
	/** The person supervised the other's doctoral thesis. */
	@JsonProperty("student")
	STUDENT(Tie.Kind.SUPERVISION),
	/** One directs the work or the studies of the other. */
	@JsonProperty("supervision")
	SUPERVISION(Tie.Kind.SUPERVISION),
	/** Anything else that may harm fairness. */
	@JsonProperty("other")
	OTHER(Tie.Kind.OTHER);

	private final Tie.Kind tie;

	InterestKind(Tie.Kind tie) {
		this.tie = tie;
	}

	/** As the rules know it. */
	Tie.Kind tie() {
		return this.tie;
	}

	/** Whether only people can be tied so. */
	boolean ofStudies() {
		return this == SUPERVISOR || this == STUDENT;
	}

	/** Of a tie that both are told of alike. */
	InterestKind mutual() {
		return ofStudies() ? SUPERVISION : this;
	}

}
