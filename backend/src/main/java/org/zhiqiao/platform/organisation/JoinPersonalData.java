package org.zhiqiao.platform.organisation;

import org.springframework.stereotype.Component;
import org.zhiqiao.platform.account.PersonalData;

/** For which organisations somebody asked to act. */
@Component
class JoinPersonalData implements PersonalData {

	private final JoinTable table;

	JoinPersonalData(JoinTable table) {
		this.table = table;
	}

	@Override
	public String section() {
		return "joinRequests";
	}

	@Override
	public Object export(long accountId) {
		return this.table.of(accountId);
	}

	@Override
	public void erase(long accountId) {
		this.table.forget(accountId);
	}

}
