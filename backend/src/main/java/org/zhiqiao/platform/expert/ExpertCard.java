package org.zhiqiao.platform.expert;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.platform.taxonomy.ConceptRef;

/**
 * An expert in a list: as much as the viewer may see.
 *
 * @param affiliation where the person works
 * @param residence ISO 3166-1 alpha-2
 * @param verified whether an officer has checked the profile as it stands
 * @param sample whether the person is made up
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExpertCard(long id, Names names, Title title, @Nullable Bilingual affiliation, @Nullable String residence,
		Bilingual summary, List<ConceptRef> domains, List<LanguageSkill> languages, List<CountryExperience> countries,
		boolean verified, boolean sample, Instant updatedAt) {

}
