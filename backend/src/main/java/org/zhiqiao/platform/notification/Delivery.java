package org.zhiqiao.platform.notification;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a mail is. */
public enum Delivery {

	/** Not sent yet, or refused and to be tried again. */
	@JsonProperty("waiting")
	WAITING,
	/** A mail server has taken it. */
	@JsonProperty("sent")
	SENT,
	/** Given up. */
	@JsonProperty("failed")
	FAILED

}
