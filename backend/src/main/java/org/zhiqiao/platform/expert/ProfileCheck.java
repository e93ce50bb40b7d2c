package org.zhiqiao.platform.expert;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.taxonomy.Concepts;
import org.zhiqiao.platform.taxonomy.Scheme;
import org.zhiqiao.platform.taxonomy.Vocabulary;

/** Whether a profile may be saved as it is, and whether it may be published. Each finding points at its field. */
@Component
class ProfileCheck {

	/** Nobody alive began anything before. */
	static final int FIRST_YEAR = 1900;

	static final int MOST_EVIDENCE = 1000;

	private static final Pattern EMAIL = Pattern
			.compile("[^\\s@<>\"(),;:]{1,64}@[^\\s@<>\"(),;:]{1,189}\\.[^\\s@<>\"(),;:.]{2,63}");

	private static final Pattern PHONE = Pattern.compile("[+0-9][-0-9 ()/.x]{3,58}");

	private static final Set<String> AVAILABILITY = Set.of("open", "limited", "none");

	private final Vocabulary vocabulary;

	private final Concepts concepts;

	private final Employers employers;

	private final Clock clock;

	ProfileCheck(Vocabulary vocabulary, Concepts concepts, Employers employers, Clock clock) {
		this.vocabulary = vocabulary;
		this.concepts = concepts;
		this.employers = employers;
		this.clock = clock;
	}

	/** Everything that is wrong with the contents; empty if they may be saved. */
	List<FieldError> errors(SaveExpert given) {
		var found = new Findings(LocalDate.now(this.clock).getYear());
		var profile = given.toProfile();
		basics(profile.basics(), found);
		affiliations(given.givenAffiliations(), found);
		background(profile.background(), found);
		expertise(profile.expertise(), found);
		languages(profile.languages(), found);
		countries(profile.countries(), found);
		evidence(profile.evidence(), found);
		offers(profile.offers(), found);
		contact(profile.contact(), found);
		return found.errors;
	}

	/** What still has to be filled in before others may find the profile. */
	List<FieldError> unpublishable(Expert expert) {
		var profile = expert.profile();
		var errors = new ArrayList<FieldError>();
		if (profile.basics().names().none()) {
			errors.add(new FieldError("/names", "name-needed"));
		}
		var expertise = profile.expertise();
		if (expertise.domains().isEmpty() && expertise.freeDomains().isEmpty() && profile.evidence().isEmpty()) {
			errors.add(new FieldError("/domains", "expertise-needed"));
		}
		// Records of publications name no languages, and nobody can be asked whose profile belongs to no account.
		if (profile.languages().isEmpty() && expert.accountId() != null) {
			errors.add(new FieldError("/languages", "language-needed"));
		}
		if (expert.visibility(Group.BASICS) == Visibility.PRIVATE) {
			errors.add(new FieldError("/groups/basics/visibility", "basics-private"));
		}
		return errors;
	}

	private void basics(Profile.Basics basics, Findings found) {
		var names = basics.names();
		if (names.none()) {
			found.add("/names", "name-needed");
		}
		found.length("/names/zh", names.zh(), 100);
		found.length("/names/latin", names.latin(), 200);
		found.length("/names/nativeScript", names.nativeScript(), 200);
		found.words("/names/others", names.others(), 50, 200);
		code("/title/level", Scheme.TITLE_LEVELS, basics.title().level(), found);
		found.length("/title/zh", basics.title().zh(), 100);
		found.length("/title/en", basics.title().en(), 200);
		found.length("/summary/zh", basics.summary().zh(), 5000);
		found.length("/summary/en", basics.summary().en(), 10000);
		code("/residence", Scheme.COUNTRIES, basics.residence(), found);
		var orcid = basics.identifiers().orcid();
		if (orcid != null && !ScholarlyId.isOrcid(orcid)) {
			found.add("/identifiers/orcid", "orcid", orcid);
		}
		var openalex = basics.identifiers().openalex();
		if (openalex != null && !(openalex.startsWith("A") && ScholarlyId.isOpenalex(openalex))) {
			found.add("/identifiers/openalex", "openalex-author", openalex);
		}
	}

	private void affiliations(List<Affiliation> affiliations, Findings found) {
		found.count("/affiliations", affiliations, 100);
		var unknown = this.employers.unknown(affiliations);
		for (var i = 0; i < affiliations.size(); i++) {
			var at = "/affiliations/" + i;
			var affiliation = affiliations.get(i);
			if (affiliation.name().zh() == null && affiliation.name().en() == null
					&& affiliation.organisationId() == null) {
				found.add(at + "/name", "required");
			}
			if (affiliation.organisationId() != null && unknown.contains(affiliation.organisationId())) {
				found.add(at + "/organisationId", "unknown-organisation", affiliation.organisationId().toString());
			}
			found.length(at + "/name/zh", affiliation.name().zh(), 300);
			found.length(at + "/name/en", affiliation.name().en(), 300);
			found.length(at + "/role", affiliation.role(), 300);
			code(at + "/country", Scheme.COUNTRIES, affiliation.country(), found);
			found.years(at, affiliation.from(), affiliation.to());
		}
	}

	private void background(Profile.Background background, Findings found) {
		found.count("/degrees", background.degrees(), 20);
		for (var i = 0; i < background.degrees().size(); i++) {
			var at = "/degrees/" + i;
			var degree = background.degrees().get(i);
			if (degree.level() == null && degree.field() == null && degree.institution() == null) {
				found.add(at + "/level", "required");
			}
			found.length(at + "/level", degree.level(), 100);
			found.length(at + "/field", degree.field(), 200);
			found.length(at + "/institution", degree.institution(), 300);
			code(at + "/country", Scheme.COUNTRIES, degree.country(), found);
			found.year(at + "/year", degree.year());
		}
		code("/nationality", Scheme.COUNTRIES, background.nationality(), found);
	}

	private void expertise(Profile.Expertise expertise, Findings found) {
		found.count("/domains", expertise.domains(), 50);
		var domains = expertise.domains();
		for (var i = 0; i < domains.size(); i++) {
			if (!this.concepts.knows(domains.get(i))) {
				found.add("/domains/" + i, "unknown-code", domains.get(i));
			}
		}
		found.words("/freeDomains", expertise.freeDomains(), 100, 200);
		codes("/industries", Scheme.INDUSTRIES, expertise.industries(), found);
		codes("/competences", Scheme.COMPETENCES, expertise.competences(), found);
	}

	private void languages(List<LanguageSkill> languages, Findings found) {
		found.count("/languages", languages, 30);
		var seen = new HashSet<String>();
		for (var i = 0; i < languages.size(); i++) {
			var at = "/languages/" + i;
			var language = languages.get(i);
			neededCode(at + "/code", Scheme.LANGUAGES, language.code(), found);
			neededCode(at + "/level", Scheme.LANGUAGE_LEVELS, language.level(), found);
			if (!language.code().isEmpty() && !seen.add(language.code())) {
				found.add(at + "/code", "twice");
			}
		}
	}

	private void countries(List<CountryExperience> countries, Findings found) {
		found.count("/countries", countries, 100);
		for (var i = 0; i < countries.size(); i++) {
			var at = "/countries/" + i;
			var country = countries.get(i);
			neededCode(at + "/code", Scheme.COUNTRIES, country.code(), found);
			neededCode(at + "/kind", Scheme.COUNTRY_EXPERIENCE_KINDS, country.kind(), found);
			found.years(at, country.from(), country.to());
			found.length(at + "/note", country.note(), 500);
		}
	}

	private void evidence(List<Evidence> evidence, Findings found) {
		found.count("/evidence", evidence, MOST_EVIDENCE);
		for (var i = 0; i < evidence.size(); i++) {
			var at = "/evidence/" + i;
			var piece = evidence.get(i);
			neededCode(at + "/kind", Scheme.EVIDENCE_KINDS, piece.kind(), found);
			if (piece.title().isEmpty()) {
				found.add(at + "/title", "required");
			}
			found.length(at + "/title", piece.title(), 1000);
			found.length(at + "/abstract", piece.abstractText(), 20000);
			found.year(at + "/year", piece.year());
			found.words(at + "/with", piece.with(), 200, 200);
			code(at + "/language", Scheme.LANGUAGES, piece.language(), found);
			if (piece.doi() != null && !ScholarlyId.isDoi(piece.doi())) {
				found.add(at + "/doi", "doi", piece.doi());
			}
			if (piece.openalex() != null && !ScholarlyId.isOpenalex(piece.openalex())) {
				found.add(at + "/openalex", "openalex-work", piece.openalex());
			}
		}
	}

	private void offers(Profile.Offers offers, Findings found) {
		codes("/offers", Scheme.OFFER_KINDS, offers.offers(), found);
		var status = offers.availability().status();
		if (status != null && !AVAILABILITY.contains(status)) {
			found.add("/availability/status", "unknown-code", status);
		}
		var from = offers.availability().from();
		if (from != null) {
			found.year("/availability/from", from.getYear() - 10);
		}
		found.length("/availability/note", offers.availability().note(), 1000);
		code("/preferredLanguage", Scheme.LANGUAGES, offers.preferredLanguage(), found);
		var zone = offers.timeZone();
		if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
			found.add("/timeZone", "time-zone", zone);
		}
	}

	private static void contact(Contact contact, Findings found) {
		found.length("/contact/email", contact.email(), 254);
		if (contact.email() != null && contact.email().length() <= 254 && !EMAIL.matcher(contact.email()).matches()) {
			found.add("/contact/email", "email");
		}
		if (contact.phone() != null && !PHONE.matcher(contact.phone()).matches()) {
			found.add("/contact/phone", "phone");
		}
		found.length("/contact/other", contact.other(), 1000);
	}

	private void neededCode(String pointer, Scheme scheme, String code, Findings found) {
		if (code.isEmpty()) {
			found.add(pointer, "required");
		} else {
			code(pointer, scheme, code, found);
		}
	}

	private void code(String pointer, Scheme scheme, @Nullable String code, Findings found) {
		if (code != null && !this.vocabulary.knows(scheme, code)) {
			found.add(pointer, "unknown-code", (code.length() > 60) ? code.substring(0, 60) + "…" : code);
		}
	}

	private void codes(String pointer, Scheme scheme, List<String> codes, Findings found) {
		for (var i = 0; i < codes.size(); i++) {
			code(pointer + "/" + i, scheme, codes.get(i), found);
		}
	}

	private static final class Findings {

		private final List<FieldError> errors = new ArrayList<>();

		private final int thisYear;

		private Findings(int thisYear) {
			this.thisYear = thisYear;
		}

		void add(String pointer, String code, Object... arguments) {
			this.errors.add(new FieldError(pointer, code, arguments));
		}

		void length(String pointer, @Nullable String text, int most) {
			if (text != null && text.length() > most) {
				add(pointer, "length-at-most", most);
			}
		}

		void count(String pointer, Collection<?> list, int most) {
			if (list.size() > most) {
				add(pointer, "count-at-most", most);
			}
		}

		void words(String pointer, List<String> words, int most, int length) {
			count(pointer, words, most);
			for (var i = 0; i < words.size(); i++) {
				length(pointer + "/" + i, words.get(i), length);
			}
		}

		void year(String pointer, @Nullable Integer year) {
			if (year != null && (year < FIRST_YEAR || year > this.thisYear + 1)) {
				add(pointer, "year-between", Integer.toString(FIRST_YEAR), Integer.toString(this.thisYear + 1));
			}
		}

		/** A stay or a post may be agreed for some years ahead. */
		void years(String at, @Nullable Integer from, @Nullable Integer to) {
			year(at + "/from", from);
			if (to != null && (to < FIRST_YEAR || to > this.thisYear + 10)) {
				add(at + "/to", "year-between", Integer.toString(FIRST_YEAR), Integer.toString(this.thisYear + 10));
			} else if (from != null && to != null && to < from) {
				add(at + "/to", "years-order");
			}
		}

	}

}
