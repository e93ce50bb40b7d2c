package org.zhiqiao.platform.account;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an access token may be used for, within what its owner may do. */
enum Scope {

	/** Reading. */
	@JsonProperty("read")
	READ,
	/** Changing. */
	@JsonProperty("write")
	WRITE,
	/** Handing in files to import. */
	@JsonProperty("import")
	IMPORT,
	/** What the administrator's role allows. */
	@JsonProperty("admin")
	ADMIN

}
