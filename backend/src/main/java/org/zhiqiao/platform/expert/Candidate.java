package org.zhiqiao.platform.expert;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who might serve on a panel, with all that the rules for panels look at.
 *
 * @param accountId of the person, if they have one
 * @param verified whether an officer has checked the profile as it stands
 * @param residence ISO 3166-1 alpha-2
 * @param affiliations the present one first
 * @param domains codes of concepts
 */
public record Candidate(long id, @Nullable Long accountId, Names names, Title title, boolean verified,
		@Nullable String residence, Availability availability, List<Affiliation> affiliations, List<Degree> degrees,
		List<String> domains, List<LanguageSkill> languages, List<CountryExperience> countries,
		List<Evidence> evidence) {

	public Candidate {
		affiliations = List.copyOf(affiliations);
		degrees = List.copyOf(degrees);
		domains = List.copyOf(domains);
		languages = List.copyOf(languages);
		countries = List.copyOf(countries);
		evidence = List.copyOf(evidence);
	}

	/** Normal forms of the person's names; namesakes share them. */
	public Set<String> nameKeys() {
		return NameKeys.of(this.names);
	}

	/** Normal forms of a name as it stands on somebody's work. */
	public static Set<String> nameKeys(String name) {
		return NameKeys.of(new Names(null, null, null, List.of(name)));
	}

	static Candidate of(Expert expert) {
		var profile = expert.profile();
		return new Candidate(expert.id(), expert.accountId(), profile.basics().names(), profile.basics().title(),
				expert.verified(), profile.basics().residence(), profile.offers().availability(),
				profile.affiliations(), profile.background().degrees(), profile.expertise().domains(),
				profile.languages(), profile.countries(), profile.evidence());
	}

}
