package org.zhiqiao.platform.expert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.taxonomy.Bilingual;

/** What a profile says about a person, by groups of fields. Lists are never null, texts are trimmed and never empty. */
record Profile(Basics basics, Background background, Expertise expertise, List<LanguageSkill> languages,
		List<CountryExperience> countries, List<Evidence> evidence, Offers offers, Contact contact) {

	static final Profile EMPTY = new Profile(Basics.NONE, Background.NONE, Expertise.NONE, List.of(), List.of(),
			List.of(),
			Offers.NONE, Contact.NONE);

	record Basics(Names names, Title title, Bilingual summary, @Nullable Affiliation affiliation,
			@Nullable String residence,
			Identifiers identifiers) {

		static final Basics NONE = new Basics(Names.NONE, Title.NONE, Bilingual.NONE, null, null, Identifiers.NONE);

	}

	record Background(List<Affiliation> earlier, List<Degree> degrees, @Nullable String nationality) {

		static final Background NONE = new Background(List.of(), List.of(), null);

	}

	record Expertise(List<String> domains, List<String> freeDomains, List<String> industries,
			List<String> competences) {

		static final Expertise NONE = new Expertise(List.of(), List.of(), List.of(), List.of());

	}

	record Offers(List<String> offers, Availability availability, @Nullable String preferredLanguage,
			@Nullable String timeZone) {

		static final Offers NONE = new Offers(List.of(), Availability.UNKNOWN, null, null);

	}

	/** The present affiliation, then the others. */
	List<Affiliation> affiliations() {
		var all = new ArrayList<Affiliation>();
		if (this.basics.affiliation() != null) {
			all.add(this.basics.affiliation());
		}
		all.addAll(this.background.earlier());
		return all;
	}

	/** The one that lasts, in the order given; if all have ended, the one that ended last. */
	static @Nullable Affiliation current(List<Affiliation> affiliations) {
		return affiliations.stream()
				.filter((affiliation) -> affiliation.to() == null)
				.findFirst()
				.or(() -> affiliations.stream()
						.max(Comparator.comparing(Affiliation::to, Comparator.nullsLast(Comparator.naturalOrder()))))
				.orElse(null);
	}

	static List<Affiliation> earlier(List<Affiliation> affiliations) {
		var rest = new ArrayList<>(affiliations);
		var current = current(affiliations);
		if (current != null) {
			rest.remove(current);
		}
		return List.copyOf(rest);
	}

	/** Only these groups; the others are empty. */
	Profile only(Set<Group> groups) {
		return new Profile(groups.contains(Group.BASICS) ? this.basics : Basics.NONE,
				groups.contains(Group.BACKGROUND) ? this.background : Background.NONE,
				groups.contains(Group.EXPERTISE) ? this.expertise : Expertise.NONE,
				groups.contains(Group.LANGUAGES) ? this.languages : List.of(),
				groups.contains(Group.COUNTRIES) ? this.countries : List.of(),
				groups.contains(Group.EVIDENCE) ? this.evidence : List.of(),
				groups.contains(Group.OFFERS) ? this.offers : Offers.NONE,
				groups.contains(Group.CONTACT) ? this.contact : Contact.NONE);
	}

	Profile withEvidence(List<Evidence> evidence) {
		return new Profile(this.basics, this.background, this.expertise, this.languages, this.countries, evidence,
				this.offers, this.contact);
	}

	/** What an officer verifies: names, title, affiliations, degrees, evidence, identifiers. */
	List<Object> verified() {
		return List.of(this.basics.names(), this.basics.title(), affiliations(), this.background.degrees(),
				this.evidence.stream().map((piece) -> piece.withId(null)).toList(), this.basics.identifiers());
	}

}
