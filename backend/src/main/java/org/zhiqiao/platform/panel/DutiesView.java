package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.panel.PanelView.Official;

/**
 * Who does what for a panel, and who did before.
 *
 * @param handedOn the first one first
 */
record DutiesView(long panel, List<HeldDuty> duties, List<HandedOn> handedOn) {

	/**
	 * @param name none once the account is gone
	 * @param able whether the person can still do it
	 * @param mayHandOn whether the reader can give it to somebody else now
	 * @param candidates who could take it over; none unless the reader can give it to somebody
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record HeldDuty(Duty duty, @Nullable String name, boolean able, boolean mayHandOn, List<Official> candidates) {

	}

	/**
	 * Somebody took over a duty. Names are left out once an account is gone.
	 *
	 * @param by who decided it
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record HandedOn(Duty duty, @Nullable String from, @Nullable String to, @Nullable String by, String reason,
			Instant at) {

	}

}
