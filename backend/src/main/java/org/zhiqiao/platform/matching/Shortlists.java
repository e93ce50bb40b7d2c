package org.zhiqiao.platform.matching;

import java.time.Instant;
import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may know of shortlists: numbers. */
@Service
public class Shortlists {

	private final ShortlistTable table;

	Shortlists(ShortlistTable table) {
		this.table = table;
	}

	/** On how many shortlists people were put since some time and still are, by the people. */
	@Transactional(readOnly = true)
	public Map<Long, Integer> since(Instant since) {
		return this.table.since(since);
	}

}
