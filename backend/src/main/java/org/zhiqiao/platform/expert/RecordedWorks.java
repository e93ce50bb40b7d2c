package org.zhiqiao.platform.expert;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Tells what was recorded of people's cooperation; whoever keeps those records knows it. */
public interface RecordedWorks {

	/** What counts at this moment, by the numbers of the profiles, the latest first; nobody's consent or visibility heeded. */
	Map<Long, List<RecordedWork>> of(Collection<Long> experts);

}
