package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.Map;

/**
 * A panel as it is kept.
 *
 * @param rules the version of the pack that it began with
 * @param duties numbers of accounts
 */
record Panel(long id, int version, int rules, PanelContent content, Map<Duty, Long> duties, Instant createdAt,
		Instant updatedAt) {

	Panel {
		duties = Map.copyOf(duties);
	}

	boolean has(Duty duty, long account) {
		return Long.valueOf(account).equals(this.duties.get(duty));
	}

}
