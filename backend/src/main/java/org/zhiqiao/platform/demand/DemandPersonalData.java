package org.zhiqiao.platform.demand;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.account.PersonalData;

/** The needs somebody posted. */
@Component
class DemandPersonalData implements PersonalData {

	private final Demands demands;

	DemandPersonalData(Demands demands) {
		this.demands = demands;
	}

	@Override
	public String section() {
		return "demands";
	}

	@Override
	public Object export(long accountId) {
		return this.demands.postedBy(accountId);
	}

	@Override
	public void erase(long accountId) {
		this.demands.forget(accountId);
	}

}
