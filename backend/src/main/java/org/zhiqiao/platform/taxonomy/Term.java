package org.zhiqiao.platform.taxonomy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a small vocabulary.
 *
 * @param code stable within its scheme
 * @param note what it means, may be empty
 * @param source where it comes from, e.g. a section of the founding paper
 * @param retired no longer offered, but still named where it was used
 * @param version 0 when it is first stored
 * @param facts what the scheme says further about its entries, e.g. {@code industries} of a
 * cluster
 */
public record Term(Scheme scheme, String code, Bilingual label, Bilingual note, @Nullable String source,
		boolean retired, int position, int version, Map<String, List<String>> facts) {

	/** The values of a fact; none if it is not given. */
	public List<String> facts(String name) {
		return this.facts.getOrDefault(name, List.of());
	}

	Term atVersion(int next) {
		return new Term(this.scheme, this.code, this.label, this.note, this.source, this.retired, this.position, next,
				this.facts);
	}

	Term asRetired(boolean nowRetired) {
		return new Term(this.scheme, this.code, this.label, this.note, this.source, nowRetired, this.position,
				this.version, this.facts);
	}

}
