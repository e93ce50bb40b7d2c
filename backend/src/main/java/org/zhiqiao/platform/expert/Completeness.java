package org.zhiqiao.platform.expert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of a profile is there, and what would make the person easier to find.
 *
 * @param percent 0 to 100
 * @param missing what to add, the most useful first; the texts are the front end's
 */
public record Completeness(int percent, List<Missing> missing) {

	/** Something to add to a group of fields. */
	public record Missing(Group group, String code) {

	}

	/** After this time a group that nobody confirmed counts as stale. */
	private static final int MONTHS_FRESH = 12;

	static Completeness of(Expert expert, LocalDate today) {
		var tally = new Tally();
		var profile = expert.profile();
		var basics = profile.basics();
		var expertise = profile.expertise();
		// What the search and the ranking look at weighs most.
		tally.count(15, !expertise.domains().isEmpty(), Group.EXPERTISE, "domains");
		tally.count(5, expertise.domains().size() >= 3, Group.EXPERTISE, "more-domains");
		tally.count(10, !profile.evidence().isEmpty(), Group.EVIDENCE, "evidence");
		tally.count(5, profile.evidence().size() >= 3, Group.EVIDENCE, "more-evidence");
		tally.count(5,
				!profile.evidence().isEmpty()
						&& profile.evidence().stream().filter((piece) -> piece.abstractText() != null).count()
								* 2 >= profile.evidence().size(),
				Group.EVIDENCE, "abstracts");
		tally.count(10, !profile.languages().isEmpty(), Group.LANGUAGES, "languages");
		tally.count(10, !profile.countries().isEmpty(), Group.COUNTRIES, "countries");
		tally.count(3,
				!profile.countries().isEmpty() && profile.countries().stream().allMatch((stay) -> stay.from() != null),
				Group.COUNTRIES, "country-years");
		tally.count(6, basics.summary().zh() != null || basics.summary().en() != null, Group.BASICS, "summary");
		tally.count(3, basics.summary().zh() != null && basics.summary().en() != null, Group.BASICS,
				"summary-both-languages");
		tally.count(4, basics.names().latin() != null, Group.BASICS, "name-latin");
		tally.count(5, basics.affiliation() != null, Group.BASICS, "affiliation");
		tally.count(3, basics.title().level() != null, Group.BASICS, "title");
		tally.count(3, basics.residence() != null, Group.BASICS, "residence");
		tally.count(2, basics.identifiers().orcid() != null, Group.BASICS, "orcid");
		tally.count(3, !profile.background().degrees().isEmpty(), Group.BACKGROUND, "degrees");
		tally.count(3, !expertise.competences().isEmpty(), Group.EXPERTISE, "competences");
		tally.count(2, !profile.offers().offers().isEmpty(), Group.OFFERS, "offers");
		tally.count(2, profile.offers().availability().status() != null, Group.OFFERS, "availability");
		tally.count(1, profile.contact().email() != null, Group.CONTACT, "email");
		// Not counted, but worth saying.
		if (expertise.domains().isEmpty() && !expertise.freeDomains().isEmpty()) {
			tally.say(Group.EXPERTISE, "only-free-domains");
		}
		for (var group : Group.values()) {
			var confirmed = expert.group(group).confirmedOn();
			if (!group.empty(profile) && (confirmed == null || confirmed.isBefore(today.minusMonths(MONTHS_FRESH)))) {
				tally.say(group, "confirm");
			}
			if (!group.empty(profile) && group != Group.CONTACT && expert.visibility(group) == Visibility.PRIVATE) {
				tally.say(group, "private");
			}
		}
		return new Completeness(tally.reached, List.copyOf(tally.missing));
	}

	private static final class Tally {

		private final List<Missing> missing = new ArrayList<>();

		private int reached;

		void count(int points, boolean there, Group group, String code) {
			if (there) {
				this.reached += points;
			} else {
				say(group, code);
			}
		}

		void say(Group group, String code) {
			this.missing.add(new Missing(group, code));
		}

	}

}
