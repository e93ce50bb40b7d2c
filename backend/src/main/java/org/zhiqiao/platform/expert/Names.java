package org.zhiqiao.platform.expert;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a person is called. At least one of the first three is needed.
 *
 * @param zh in Chinese characters
 * @param latin in Latin letters
 * @param nativeScript in the person's own script, if that is neither
 * @param others further spellings, former names
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Names(@Nullable String zh, @Nullable String latin, @Nullable String nativeScript,
		List<String> others) {

	public static final Names NONE = new Names(null, null, null, List.of());

	public Names {
		others = (others != null) ? List.copyOf(others) : List.of();
	}

	/** One name to address the person by: Chinese first, then Latin, then the own script; empty if there is none. */
	public String any() {
		return Stream.of(this.zh, this.latin, this.nativeScript).filter(Objects::nonNull).findFirst().orElse("");
	}

	boolean none() {
		return this.zh == null && this.latin == null && this.nativeScript == null;
	}

}
