package org.zhiqiao.search;

import java.util.List;
import java.util.Set;

/**
 * What the viewer may know of a person besides the evidence; groups that the viewer may not see
 * are empty, and then count as if the person had not told.
 *
 * @param domains codes of the declared concepts
 * @param evidencedDomains codes of the concepts that visible evidence mentions
 * @param domainClosure both, with all concepts above them
 * @param available false also where the viewer may not know
 * @param declines whether the person is not available, told to the caller whoever the viewer is: to leave them out, not to show it
 * @param pieces number of visible pieces of evidence
 */
public record ExpertFacts(long id, List<String> domains, Set<String> evidencedDomains, Set<String> domainClosure,
		List<String> industries, List<LanguageSkill> languages, List<CountryExperience> countries,
		List<String> competences, List<String> offers, String city, String residence, boolean verified,
		boolean available, boolean declines, int pieces, long updatedEpochMs) {

}
