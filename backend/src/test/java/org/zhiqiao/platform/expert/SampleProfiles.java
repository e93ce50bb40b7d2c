package org.zhiqiao.platform.expert;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.platform.taxonomy.Bilingual;

/** Made-up people. */
public final class SampleProfiles {

	private SampleProfiles() {}

	/** A profile with something in every field. */
	public static SaveExpert full() {
		return new SaveExpert(new Names("张晓梅", "Xiaomei Zhang", null, List.of("Zhang X.")),
				new Title("senior", "教授", "Professor"), new Bilingual("研究固态电池。", "Works on solid-state batteries."),
				List.of(new Affiliation(null, new Bilingual("示例大学", "Example University"), "CN", 2017, null,
						"Professor"),
						new Affiliation(null, new Bilingual(null, "Musterinstitut Neustadt"), "DE", 2011, 2016,
								"Group leader")),
				List.of(new Degree("PhD", "Chemistry", "Musteruniversität", "DE", 2010)), "CN", "CN",
				List.of("solid-state-battery"), List.of("sulfide electrolytes"), List.of("nev-icv"),
				List.of(new LanguageSkill("zh", "native"), new LanguageSkill("de", "C1")),
				List.of(new CountryExperience("DE", "work", 2011, 2016, "Neustadt")), List.of("project-management"),
				List.of(new Evidence(null, "publication", "Sulfide electrolytes at scale", "We make them.", 2020,
						List.of("E. Muster"), "en", "10.1234/sulfide.1", null),
						new Evidence(null, "project", "试制线建设", null, 2022, List.of(), "zh", null, null)),
				List.of("advice"), new Availability("limited", LocalDate.of(2026, 1, 1), "周五"), "zh", "Asia/Shanghai",
				new Contact("xiaomei.zhang@example.org", "+86 551 0000", null),
				new Identifiers("0000-0002-1825-0097", "A5000000001"), null);
	}

	/** A person with a name, an employer and what publishing needs. */
	public static SaveExpert person(@Nullable String zh, @Nullable String latin, String employer) {
		var full = full();
		return new SaveExpert(new Names(zh, latin, null, List.of()), null, null,
				List.of(new Affiliation(null, new Bilingual(null, employer), "CN", 2010, null, null)), null, null, null,
				null, List.of("batteries"), null, full.languages(), null, null, null, null, null, null, null, null,
				null,
				null);
	}

	static SaveExpert with(SaveExpert given, Map<Group, SaveExpert.Choice> groups) {
		return new SaveExpert(given.names(), given.title(), given.summary(), given.affiliations(), given.degrees(),
				given.residence(), given.nationality(), given.domains(), given.freeDomains(), given.industries(),
				given.languages(), given.countries(), given.competences(), given.evidence(), given.offers(),
				given.availability(), given.preferredLanguage(), given.timeZone(), given.contact(),
				given.identifiers(), groups);
	}

	static SaveExpert with(SaveExpert given, @Nullable Contact contact, @Nullable Identifiers identifiers) {
		return new SaveExpert(given.names(), given.title(), given.summary(), given.affiliations(), given.degrees(),
				given.residence(), given.nationality(), given.domains(), given.freeDomains(), given.industries(),
				given.languages(), given.countries(), given.competences(), given.evidence(), given.offers(),
				given.availability(), given.preferredLanguage(), given.timeZone(), contact, identifiers,
				given.groups());
	}

	static SaveExpert withEvidence(SaveExpert given, List<@Nullable Evidence> evidence) {
		return new SaveExpert(given.names(), given.title(), given.summary(), given.affiliations(), given.degrees(),
				given.residence(), given.nationality(), given.domains(), given.freeDomains(), given.industries(),
				given.languages(), given.countries(), given.competences(), evidence, given.offers(),
				given.availability(), given.preferredLanguage(), given.timeZone(), given.contact(),
				given.identifiers(), given.groups());
	}

}
