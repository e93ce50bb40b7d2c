package org.zhiqiao.platform.exposure;

import java.time.LocalDate;
import java.util.List;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.zhiqiao.platform.account.PersonalData;
import org.zhiqiao.platform.expert.Experts;

/** How often somebody was shown. Comes first: once the profile has gone nobody knows any more whose figures these are. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ExposurePersonalData implements PersonalData {

	private final ExposureTable table;

	private final Experts experts;

	ExposurePersonalData(ExposureTable table, Experts experts) {
		this.table = table;
		this.experts = experts;
	}

	@Override
	public String section() {
		return "exposure";
	}

	@Override
	public List<ExposureTable.Shown> export(long accountId) {
		return this.experts.idOfAccount(accountId)
				.map(expert -> this.table.of(expert, LocalDate.EPOCH))
				.stream()
				.toList();
	}

	@Override
	public void erase(long accountId) {
		this.experts.idOfAccount(accountId).ifPresent(this.table::forget);
	}

}
