package org.zhiqiao.platform.expert;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.taxonomy.Bilingual;

/**
 * A whole profile as somebody wants to have it saved; what is left out is emptied, except for the visibility of a group, which
 * then stays as it is.
 *
 * @param domains codes of the thesaurus
 * @param groups the visibility wanted for each group of fields
 */
public record SaveExpert(@Nullable Names names, @Nullable Title title, @Nullable Bilingual summary,
		@Nullable List<@Nullable Affiliation> affiliations, @Nullable List<@Nullable Degree> degrees,
		@Nullable String residence, @Nullable String nationality, @Nullable List<@Nullable String> domains,
		@Nullable List<@Nullable String> freeDomains, @Nullable List<@Nullable String> industries,
		@Nullable List<@Nullable LanguageSkill> languages, @Nullable List<@Nullable CountryExperience> countries,
		@Nullable List<@Nullable String> competences, @Nullable List<@Nullable Evidence> evidence,
		@Nullable List<@Nullable String> offers, @Nullable Availability availability,
		@Nullable String preferredLanguage,
		@Nullable String timeZone, @Nullable Contact contact, @Nullable Identifiers identifiers,
		@Nullable Map<Group, Choice> groups) {

	/** What a person may choose for a group of fields. */
	public record Choice(@Nullable Visibility visibility) {

	}

	/** Nothing at all; readers of files start from here. */
	public static SaveExpert nothing() {
		return new SaveExpert(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
				null,
				null, null, null, null, null);
	}

	/**
	 * The contents in their normal form: trimmed, codes in their usual case, identifiers without addresses. Positions in lists
	 * stay, except that a simple value given twice counts once.
	 */
	Profile toProfile() {
		var affiliations = each(this.affiliations, SaveExpert::clean);
		var summary = (this.summary != null) ? this.summary : Bilingual.NONE;
		var ids = (this.identifiers != null) ? this.identifiers : Identifiers.NONE;
		var current = Profile.current(affiliations);
		return new Profile(
				new Profile.Basics(clean(this.names), clean(this.title),
						new Bilingual(text(summary.zh()), text(summary.en())), current, upper(this.residence),
						new Identifiers(ScholarlyId.plainOrcid(ids.orcid()),
								ScholarlyId.plainOpenalex(ids.openalex()))),
				new Profile.Background(Profile.earlier(affiliations), each(this.degrees, SaveExpert::clean),
						upper(this.nationality)),
				new Profile.Expertise(words(this.domains), words(this.freeDomains), words(this.industries),
						words(this.competences)),
				each(this.languages, SaveExpert::clean), each(this.countries, SaveExpert::clean),
				each(this.evidence, SaveExpert::clean),
				new Profile.Offers(words(this.offers), clean(this.availability), text(this.preferredLanguage),
						text(this.timeZone)),
				clean(this.contact));
	}

	/** The affiliations as given, for messages that point at one. */
	List<Affiliation> givenAffiliations() {
		return each(this.affiliations, SaveExpert::clean);
	}

	@Nullable
	Visibility visibility(Group group) {
		var choice = (this.groups != null) ? this.groups.get(group) : null;
		return (choice != null) ? choice.visibility() : null;
	}

	private static Names clean(@Nullable Names names) {
		return (names == null)
				? Names.NONE
				: new Names(line(names.zh()), line(names.latin()), line(names.nativeScript()), words(names.others()));
	}

	private static Title clean(@Nullable Title title) {
		return (title == null) ? Title.NONE : new Title(text(title.level()), line(title.zh()), line(title.en()));
	}

	private static Affiliation clean(@Nullable Affiliation given) {
		if (given == null) {
			return new Affiliation(null, Bilingual.NONE, null, null, null, null);
		}
		var name = Objects.requireNonNullElse(given.name(), Bilingual.NONE);
		return new Affiliation(given.organisationId(), new Bilingual(line(name.zh()), line(name.en())),
				upper(given.country()), given.from(), given.to(), line(given.role()));
	}

	private static Degree clean(@Nullable Degree given) {
		return (given == null)
				? new Degree(null, null, null, null, null)
				: new Degree(line(given.level()), line(given.field()), line(given.institution()),
						upper(given.country()),
						given.year());
	}

	private static LanguageSkill clean(@Nullable LanguageSkill given) {
		return (given == null)
				? new LanguageSkill("", "")
				: new LanguageSkill(plain(given.code()), plain(given.level()));
	}

	private static CountryExperience clean(@Nullable CountryExperience given) {
		return (given == null)
				? new CountryExperience("", "", null, null, null)
				: new CountryExperience(plain(given.code()).toUpperCase(Locale.ROOT), plain(given.kind()), given.from(),
						given.to(), text(given.note()));
	}

	private static Evidence clean(@Nullable Evidence given) {
		return (given == null)
				? new Evidence(null, "", "", null, null, List.of(), null, null, null)
				: new Evidence(given.id(), plain(given.kind()), Objects.requireNonNullElse(line(given.title()), ""),
						text(given.abstractText()), given.year(), words(given.with()), text(given.language()),
						ScholarlyId.plainDoi(given.doi()), ScholarlyId.plainOpenalex(given.openalex()));
	}

	private static Availability clean(@Nullable Availability given) {
		return (given == null)
				? Availability.UNKNOWN
				: new Availability(text(given.status()), given.from(), text(given.note()));
	}

	private static Contact clean(@Nullable Contact given) {
		if (given == null) {
			return Contact.NONE;
		}
		var email = text(given.email());
		return new Contact((email != null) ? email.toLowerCase(Locale.ROOT) : null, text(given.phone()),
				text(given.other()));
	}

	private static <T, R> List<R> each(@Nullable List<@Nullable T> given, Function<@Nullable T, R> clean) {
		return (given == null) ? List.of() : given.stream().map(clean).toList();
	}

	private static List<String> words(@Nullable List<? extends @Nullable String> given) {
		var words = new LinkedHashSet<String>();
		if (given != null) {
			for (var word : given) {
				var clean = line(word);
				if (clean != null) {
					words.add(clean);
				}
			}
		}
		return List.copyOf(words);
	}

	/** For codes that have to be there: empty instead of absent, so that the check can point at it. */
	private static String plain(@Nullable String text) {
		return (text != null) ? text.strip() : "";
	}

	private static @Nullable String upper(@Nullable String code) {
		var text = text(code);
		return (text != null) ? text.toUpperCase(Locale.ROOT) : null;
	}

	/** One line: control characters and line breaks become spaces. */
	private static @Nullable String line(@Nullable String text) {
		return (text != null) ? text(text.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\s\\u00a0\\u3000]+", " ")) : null;
	}

	/** Without space around it and without invisible control characters; none if nothing is left. */
	private static @Nullable String text(@Nullable String text) {
		if (text == null) {
			return null;
		}
		var clean = text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}\\u0080-\\u009f&&[^\\n\\t]]", "").strip();
		return clean.isEmpty() ? null : clean;
	}

}
