package org.zhiqiao.platform.expert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.taxonomy.Bilingual;

/**
 * Puts two profiles of one person together. The one that stays wins where both say something; lists are united; of two
 * visibilities and of two states that somebody chose the one that shows less is kept, and nothing that was taken out comes back.
 */
final class ExpertMerge {

	/** As many entries as a profile may list. */
	private static final int MOST = 100;

	private ExpertMerge() {}

	static Expert merged(Expert stays, Expert goes, Instant now) {
		var exclusions = new HashSet<>(stays.exclusions());
		exclusions.addAll(goes.exclusions());
		var profile = merged(stays.profile(), goes.profile());
		profile = profile.withEvidence(profile.evidence()
				.stream()
				.filter((piece) -> !exclusions.contains(piece.key()) && !exclusions.contains(piece.titleKey()))
				.toList());
		var groups = new EnumMap<Group, GroupState>(Group.class);
		for (var group : Group.values()) {
			var ours = stays.group(group);
			var theirs = goes.group(group);
			var from = group.empty(stays.profile()) ? theirs : ours;
			// What nobody confirmed as a whole is not confirmed.
			var confirmed = group.same(profile, stays.profile())
					? ours.confirmedOn()
					: group.same(profile, goes.profile()) ? theirs.confirmedOn() : null;
			groups.put(group,
					new GroupState(from.source(), confirmed, ours.visibility().stricter(theirs.visibility())));
		}
		var state = state(stays, goes);
		var merged = stays.with(profile, groups, exclusions, now)
				.withAccount((stays.accountId() != null) ? stays.accountId() : goes.accountId());
		return (state == merged.state()) ? merged : merged.with(state, now);
	}

	/** A draft that belongs to nobody, such as one held back since it looked like somebody known, hides nobody else. */
	private static State state(Expert stays, Expert goes) {
		if (unclaimedDraft(goes)) {
			return stays.state();
		}
		return unclaimedDraft(stays) ? goes.state() : stays.state().stricter(goes.state());
	}

	private static boolean unclaimedDraft(Expert expert) {
		return expert.state() == State.DRAFT && expert.accountId() == null;
	}

	/** What the first leaves open, filled from the second. */
	static Profile merged(Profile one, Profile two) {
		var basics = merged(one.basics(), two.basics());
		var affiliations = union(one.affiliations(), two.affiliations(), ExpertMerge::samePost);
		// The present affiliation is the first profile's, if it has one.
		var current = (one.basics().affiliation() != null) ? one.basics().affiliation() : Profile.current(affiliations);
		var earlier = new ArrayList<>(affiliations);
		if (current != null) {
			earlier.remove(current);
		}
		return new Profile(
				new Profile.Basics(basics.names(), basics.title(), basics.summary(), current, basics.residence(),
						basics.identifiers()),
				new Profile.Background(List.copyOf(earlier),
						union(one.background().degrees(), two.background().degrees(), ExpertMerge::sameDegree),
						first(one.background().nationality(), two.background().nationality())),
				new Profile.Expertise(union(one.expertise().domains(), two.expertise().domains()),
						union(one.expertise().freeDomains(), two.expertise().freeDomains()),
						union(one.expertise().industries(), two.expertise().industries()),
						union(one.expertise().competences(), two.expertise().competences())),
				union(one.languages(), two.languages(), (ours, theirs) -> ours.code().equals(theirs.code())),
				union(one.countries(), two.countries(), ExpertMerge::sameStay),
				evidence(one.evidence(), two.evidence()),
				new Profile.Offers(union(one.offers().offers(), two.offers().offers()),
						one.offers().availability().equals(Availability.UNKNOWN)
								? two.offers().availability()
								: one.offers().availability(),
						first(one.offers().preferredLanguage(), two.offers().preferredLanguage()),
						first(one.offers().timeZone(), two.offers().timeZone())),
				new Contact(first(one.contact().email(), two.contact().email()),
						first(one.contact().phone(), two.contact().phone()),
						first(one.contact().other(), two.contact().other())));
	}

	private static Profile.Basics merged(Profile.Basics one, Profile.Basics two) {
		return new Profile.Basics(merged(one.names(), two.names()),
				new Title(first(one.title().level(), two.title().level()), first(one.title().zh(), two.title().zh()),
						first(one.title().en(), two.title().en())),
				new Bilingual(first(one.summary().zh(), two.summary().zh()),
						first(one.summary().en(), two.summary().en())),
				one.affiliation(), first(one.residence(), two.residence()),
				new Identifiers(first(one.identifiers().orcid(), two.identifiers().orcid()),
						first(one.identifiers().openalex(), two.identifiers().openalex())));
	}

	/** A spelling of the second that the first does not have becomes one of its other names. */
	private static Names merged(Names one, Names two) {
		var zh = first(one.zh(), two.zh());
		var latin = first(one.latin(), two.latin());
		var own = first(one.nativeScript(), two.nativeScript());
		var others = new LinkedHashSet<>(one.others());
		Stream.concat(Stream.of(two.zh(), two.latin(), two.nativeScript()).filter(Objects::nonNull),
				two.others().stream())
				.filter((name) -> !name.equals(zh) && !name.equals(latin) && !name.equals(own))
				.forEach(others::add);
		return new Names(zh, latin, own, others.stream().limit(50).toList());
	}

	static List<Evidence> evidence(List<Evidence> one, List<Evidence> two) {
		var all = new ArrayList<>(one);
		for (var theirs : two) {
			var known = all.stream().filter((ours) -> ours.sameAs(theirs)).findFirst();
			if (known.isPresent()) {
				all.set(all.indexOf(known.get()), known.get().filledFrom(theirs));
			} else if (all.size() < ProfileCheck.MOST_EVIDENCE) {
				all.add(theirs.withId(null));
			}
		}
		return List.copyOf(all);
	}

	private static boolean samePost(Affiliation one, Affiliation two) {
		return one.overlaps(two)
				&& (sameName(one.name().zh(), two.name().zh()) || sameName(one.name().en(), two.name().en())
						|| (one.organisationId() != null && one.organisationId().equals(two.organisationId())))
				&& (one.role() == null || two.role() == null || sameName(one.role(), two.role()));
	}

	private static boolean sameDegree(Degree one, Degree two) {
		return sameName(one.institution(), two.institution()) && (sameName(one.level(), two.level())
				|| (one.year() != null && one.year().equals(two.year())));
	}

	private static boolean sameStay(CountryExperience one, CountryExperience two) {
		return one.code().equals(two.code()) && one.kind().equals(two.kind())
				&& (one.from() == null || two.from() == null || one.from().equals(two.from()));
	}

	private static boolean sameName(@Nullable String one, @Nullable String two) {
		return one != null && two != null && NameKeys.plain(one).equals(NameKeys.plain(two));
	}

	private static <T extends @Nullable Object> T first(T one, T two) {
		return (one != null) ? one : two;
	}

	private static List<String> union(List<String> one, List<String> two) {
		var all = new LinkedHashSet<>(one);
		all.addAll(two);
		return List.copyOf(all);
	}

	private static <T> List<T> union(List<T> one, List<T> two, BiPredicate<T, T> same) {
		var all = new ArrayList<>(one);
		for (var theirs : two) {
			if (all.size() < MOST && all.stream().noneMatch((ours) -> same.test(ours, theirs))) {
				all.add(theirs);
			}
		}
		return List.copyOf(all);
	}

}
