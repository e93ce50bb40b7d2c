package org.zhiqiao.platform.expert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What was recorded of people, from whoever keeps records. */
@Component
class RecordedEvidence {

	private final ObjectProvider<RecordedWorks> works;

	RecordedEvidence(ObjectProvider<RecordedWorks> works) {
		this.works = works;
	}

	List<RecordedWork> of(long expert) {
		return of(List.of(expert)).getOrDefault(expert, List.of());
	}

	Map<Long, List<RecordedWork>> of(Collection<Long> experts) {
		var all = new HashMap<Long, List<RecordedWork>>();
		if (!experts.isEmpty()) {
			this.works.orderedStream()
					.forEach(source -> source.of(experts)
							.forEach((id, found) -> all.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(found)));
		}
		return all;
	}

}
