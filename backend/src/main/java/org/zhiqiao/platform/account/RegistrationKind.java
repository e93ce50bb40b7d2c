package org.zhiqiao.platform.account;

import com.fasterxml.jackson.annotation.JsonProperty;

/** As what somebody may register by themselves. */
enum RegistrationKind {

	@JsonProperty("expert")
	EXPERT(Role.EXPERT), @JsonProperty("firm")
	FIRM(Role.FIRM);

	private final Role role;

	RegistrationKind(Role role) {
		this.role = role;
	}

	Role role() {
		return this.role;
	}

}
