package org.zhiqiao.platform.expert;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.platform.taxonomy.ConceptRef;

/**
 * A profile as the viewer may see it.
 *
 * @param own whether it is the viewer's own
 * @param editable whether the viewer may change it
 * @param affiliations the present one first
 * @param recorded what the administration recorded of the person, shown to whoever sees their evidence
 * @param groups the groups that are shown, by their codes
 * @param hiddenGroups the groups that are left out
 * @param completeness only for those in charge of the profile
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExpertView(long id, int version, boolean sample, boolean own, boolean editable, State state,
		Verification.View verification, Names names, Title title, Bilingual summary, List<Affiliation> affiliations,
		List<Degree> degrees, @Nullable String residence, @Nullable String nationality, List<ConceptRef> domains,
		List<String> freeDomains, List<String> industries, List<LanguageSkill> languages,
		List<CountryExperience> countries,
		List<String> competences, List<Evidence> evidence, List<RecordedView> recorded, List<String> offers,
		@Nullable Availability availability,
		@Nullable String preferredLanguage, @Nullable String timeZone, @Nullable Contact contact,
		@Nullable Identifiers identifiers, Map<Group, GroupState> groups, List<Group> hiddenGroups,
		@Nullable Completeness completeness, @Nullable Instant publishedAt, Instant createdAt, Instant updatedAt) {

}
