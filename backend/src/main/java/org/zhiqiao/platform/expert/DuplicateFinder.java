package org.zhiqiao.platform.expert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Finds profiles that may be of the same person. A name alone is only a hint: short Chinese names have many bearers. */
@Component
class DuplicateFinder {

	/** More bearers of one name say nothing about any of them. */
	private static final int MOST = 200;

	private final ExpertTable table;

	DuplicateFinder(ExpertTable table) {
		this.table = table;
	}

	/** The others, the surest first; {@code self} is left out. */
	List<Duplicate> find(Profile profile, @Nullable Long self) {
		var ids = profile.basics().identifiers();
		var email = profile.contact().email();
		var candidates = new LinkedHashSet<Long>();
		Optional.ofNullable(ids.orcid()).ifPresent((orcid) -> candidates.addAll(this.table.withOrcid(orcid)));
		Optional.ofNullable(ids.openalex())
				.ifPresent((openalex) -> candidates.addAll(this.table.withOpenalex(openalex)));
		Optional.ofNullable(email).ifPresent((address) -> candidates.addAll(this.table.withEmail(address)));
		var namesakes = this.table.withNameKeys(NameKeys.of(profile.basics().names()));
		candidates.addAll(namesakes);
		if (self != null) {
			candidates.remove(self);
		}
		return this.table.identities(candidates.stream().limit(MOST).toList())
				.stream()
				.filter((other) -> other.state() != State.GONE)
				.flatMap((other) -> judge(profile, other, namesakes.contains(other.expertId())).stream())
				.sorted(Comparator.comparing(Duplicate::certainty).thenComparingLong(Duplicate::expertId))
				.toList();
	}

	private static Optional<Duplicate> judge(Profile profile, Identity other, boolean sameName) {
		var ours = profile.basics().identifiers();
		var theirs = other.identifiers();
		var reasons = new ArrayList<Duplicate.Reason>();
		if (ours.orcid() != null && ours.orcid().equals(theirs.orcid())) {
			reasons.add(Duplicate.Reason.SAME_ORCID);
		}
		if (ours.openalex() != null && ours.openalex().equals(theirs.openalex())) {
			reasons.add(Duplicate.Reason.SAME_OPENALEX);
		}
		var email = profile.contact().email();
		if (email != null && email.equalsIgnoreCase(other.email())) {
			reasons.add(Duplicate.Reason.SAME_EMAIL);
		}
		if (sameName) {
			// Two different ORCID iDs are two people, however much else they share.
			var differ = ours.orcid() != null && theirs.orcid() != null && !ours.orcid().equals(theirs.orcid());
			reasons.add((!differ && shareEmployer(profile.affiliations(), other.affiliations()))
					? Duplicate.Reason.SAME_NAME_AND_AFFILIATION
					: Duplicate.Reason.SAME_NAME);
		}
		return reasons.isEmpty() ? Optional.empty() : Optional.of(Duplicate.of(other.expertId(), reasons));
	}

	private static boolean shareEmployer(List<Affiliation> one, List<Affiliation> two) {
		return one.stream()
				.anyMatch((ours) -> two.stream()
						.anyMatch((theirs) -> ours.overlaps(theirs) && sameEmployer(ours, theirs)));
	}

	private static boolean sameEmployer(Affiliation one, Affiliation two) {
		if (one.organisationId() != null && one.organisationId().equals(two.organisationId())) {
			return true;
		}
		var names = plainNames(one);
		return plainNames(two).stream().anyMatch(names::contains);
	}

	private static List<String> plainNames(Affiliation affiliation) {
		return Stream.of(affiliation.name().zh(), affiliation.name().en())
				.filter(Objects::nonNull)
				.map(NameKeys::plain)
				.filter((name) -> !name.isEmpty())
				.toList();
	}

}
