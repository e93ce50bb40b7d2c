package org.zhiqiao.platform.account;

/** What somebody is on the platform; one person may be several. */
public enum Role {

	/** Keeps an own profile. */
	EXPERT,
	/** Acts for an organisation that posts needs. */
	FIRM,
	/** Works for one of Anhui's cities, and is bound to it. */
	CITY_OFFICER,
	/** Works for the province, for all its cities. */
	PROVINCIAL_OFFICER,
	/** Looks after imports and the quality of data. */
	INFORMATION_OFFICER,
	/** Reads the audit. */
	AUDITOR,
	/** Manages accounts, vocabulary and the index. */
	ADMINISTRATOR;

	/** The name under which Spring Security knows it. */
	public String authority() {
		return "ROLE_" + name();
	}

}
