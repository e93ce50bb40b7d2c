package org.zhiqiao.platform.matching;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.search.ranking.Gain;
import org.zhiqiao.search.ranking.Improvement;

/**
 * What one gain would do to a person's place, without words. Which members are there depends on the kind:
 * <ul>
 * <li>{@code language}: {@code code}, {@code level}
 * <li>{@code country}: {@code countries}, of which one is enough, {@code experience} and {@code years}
 * <li>{@code competence}: {@code code}
 * </ul>
 *
 * @param experience the kind of experience
 * @param score 0 to 100, as it would be then
 * @param rank from 1, as it would be then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImprovementView(String kind, @Nullable String code, @Nullable String level, @Nullable List<String> countries,
		@Nullable String experience, @Nullable Integer years, double score, int rank) {

	static ImprovementView of(Improvement improvement) {
		var score = improvement.score();
		var rank = improvement.rank();
		return switch (improvement.gain()) {
			case Gain.Language gain ->
				new ImprovementView("language", gain.code(), ReasonViews.level(gain.level()), null, null, null, score,
						rank);
			case Gain.Country gain -> new ImprovementView("country", null, null,
					gain.alpha2().stream().sorted().toList(), gain.kind(), gain.years(), score, rank);
			case Gain.Competence gain ->
				new ImprovementView("competence", gain.code(), null, null, null, null, score, rank);
		};
	}

}
