package org.zhiqiao.platform.expert;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.taxonomy.Bilingual;

/**
 * Something that the administration has reviewed and recorded, and that names a person as taking part.
 *
 * @param kind a word of the module that keeps it
 * @param text what it is about, for a search
 * @param evidence whether it shows what the person can do, rather than where they were
 * @param countries ISO 3166-1 alpha-2, of the partners; whether the person was there it does not say
 */
public record RecordedWork(long id, String kind, Bilingual title, String text, boolean evidence,
		@Nullable Bilingual host, List<String> countries, @Nullable Integer fromYear, @Nullable Integer toYear) {

	public RecordedWork {
		countries = List.copyOf(countries);
	}

	/** Under which the person keeps it off their profile, beside the evidence they took out. */
	String key() {
		return "recorded:" + this.id;
	}

}
