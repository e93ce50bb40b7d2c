package org.zhiqiao.platform.panel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import org.zhiqiao.platform.panel.ReviewSetup.ReviewCriterion;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is usually judged, by what a panel is for: from {@code panel/criteria.json}. */
@Component
class CriteriaTemplates {

	private final Map<String, List<ReviewCriterion>> ofUse;

	CriteriaTemplates(JsonMapper json) {
		try (var in = new ClassPathResource("panel/criteria.json").getInputStream()) {
			this.ofUse = json.readValue(in, new TypeReference<Map<String, List<ReviewCriterion>>>() {});
		} catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** Empty for a use that has come since. */
	List<ReviewCriterion> of(String use) {
		return this.ofUse.getOrDefault(use, List.of());
	}

}
