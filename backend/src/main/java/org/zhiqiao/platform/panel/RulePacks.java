package org.zhiqiao.platform.panel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.TreeMap;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

import org.zhiqiao.platform.panel.RulePack.AssessmentRule;
import org.zhiqiao.platform.problem.NotFound;
import tools.jackson.databind.json.JsonMapper;

/** All packs of rules there ever were, from {@code panel/rules-*.json}. */
@Component
class RulePacks {

	private final TreeMap<Integer, RulePack> packs = new TreeMap<>();

	RulePacks(JsonMapper json) {
		try {
			for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:panel/rules-*.json")) {
				try (var in = file.getInputStream()) {
					var pack = json.readValue(in, RulePack.class);
					this.packs.put(pack.version(), pack);
				}
			}
		} catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
		if (this.packs.isEmpty()) {
			throw new IllegalStateException("There are no rules for panels");
		}
	}

	RulePack latest() {
		return Objects.requireNonNull(this.packs.lastEntry()).getValue();
	}

	RulePack version(int version) {
		var pack = this.packs.get(version);
		if (pack == null) {
			throw new NotFound("panel-rules", version);
		}
		return pack;
	}

	/** How the members of a panel under a pack are assessed: as it says, or as the first later pack does that says anything. */
	AssessmentRule assessment(int version) {
		return this.packs.tailMap(version)
				.values()
				.stream()
				.map(RulePack::assessment)
				.filter(Objects::nonNull)
				.findFirst()
				.orElseThrow(() -> new NotFound("panel-rules", version));
	}

}
