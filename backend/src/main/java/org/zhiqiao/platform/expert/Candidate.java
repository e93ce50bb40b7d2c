package org.zhiqiao.platform.expert;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who might serve on a panel, with all that the rules for panels look at.
 *
 * @param accountId of the person, if they have one
 * @param checked by whom and when the profile was checked as it stands; none if nobody did
 * @param residence ISO 3166-1 alpha-2
 * @param affiliations the present one first
 * @param domains codes of concepts
 */
public record Candidate(long id, @Nullable Long accountId, Names names, Title title, @Nullable Check checked,
		@Nullable String residence, Availability availability, List<Affiliation> affiliations, List<Degree> degrees,
		List<String> domains, List<LanguageSkill> languages, List<CountryExperience> countries,
		List<Evidence> evidence) {

	/**
	 * An officer has confirmed what the profile claims.
	 *
	 * @param by the account; none after that officer has left
	 */
	public record Check(LocalDate on, @Nullable Long by) {

	}

	public Candidate {
		affiliations = List.copyOf(affiliations);
		degrees = List.copyOf(degrees);
		domains = List.copyOf(domains);
		languages = List.copyOf(languages);
		countries = List.copyOf(countries);
		evidence = List.copyOf(evidence);
	}

	/** Whether an officer has checked the profile as it stands. */
	public boolean verified() {
		return this.checked != null;
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
		var on = expert.verified() ? expert.verification().on() : null;
		return new Candidate(expert.id(), expert.accountId(), profile.basics().names(), profile.basics().title(),
				(on != null) ? new Check(on, expert.verification().by()) : null, profile.basics().residence(),
				profile.offers().availability(),
				profile.affiliations(), profile.background().degrees(), profile.expertise().domains(),
				profile.languages(), profile.countries(), profile.evidence());
	}

}
