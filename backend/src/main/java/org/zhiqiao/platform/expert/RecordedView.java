package org.zhiqiao.platform.expert;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.taxonomy.Bilingual;

/**
 * Something recorded by the administration that names the person; see {@link RecordedWork}.
 *
 * @param hidden whether the person keeps it off their profile: nobody finds them by it, and only those in charge see it here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordedView(long id, String kind, Bilingual title, @Nullable Bilingual host, List<String> countries,
		@Nullable Integer fromYear, @Nullable Integer toYear, boolean evidence, boolean hidden) {

	static RecordedView of(RecordedWork work, boolean hidden) {
		return new RecordedView(work.id(), work.kind(), work.title(), work.host(), work.countries(), work.fromYear(),
				work.toYear(), work.evidence(), hidden);
	}

}
