package org.zhiqiao.platform.expert;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import org.zhiqiao.platform.account.Role;

/**
 * Decides what somebody may see of an expert. Every view, card and export takes the contents from here; nothing else looks at
 * the visibility of a group.
 */
@Component
class ExpertDisclosure {

	private final ObjectProvider<MatchedPeople> matchedPeople;

	ExpertDisclosure(ObjectProvider<MatchedPeople> matchedPeople) {
		this.matchedPeople = matchedPeople;
	}

	/** How close the viewer is to the expert. */
	enum Sight {

		ANYBODY, REGISTERED, MATCHED, OFFICER, SELF;

		boolean sees(Visibility visibility) {
			return switch (visibility) {
				case PUBLIC -> true;
				case REGISTERED -> this != ANYBODY;
				case MATCHED -> this != ANYBODY && this != REGISTERED;
				case PRIVATE -> inCharge();
			};
		}

		/** The person, or somebody whose office it is: they also see what is not published. */
		boolean inCharge() {
			return this == OFFICER || this == SELF;
		}

	}

	/**
	 * What a viewer sees of an expert.
	 *
	 * @param profile only the groups that the viewer may see, the others empty
	 * @param groups the state of those groups
	 * @param hidden the groups that were left out
	 */
	record Disclosed(Expert expert, Sight sight, Profile profile, Map<Group, GroupState> groups, List<Group> hidden) {

	}

	/** What the viewer sees of each expert; those whom the viewer may not see at all are left out. */
	List<Disclosed> disclose(Collection<Expert> experts, Viewer viewer) {
		var sights = sights(experts, viewer);
		return experts.stream()
				.filter((expert) -> visible(expert, Objects.requireNonNull(sights.get(expert.id()))))
				.map((expert) -> disclose(expert, Objects.requireNonNull(sights.get(expert.id()))))
				.toList();
	}

	/** Everything, for the person concerned. */
	Disclosed complete(Expert expert) {
		return disclose(expert, Sight.SELF);
	}

	private static Disclosed disclose(Expert expert, Sight sight) {
		var shown = EnumSet.noneOf(Group.class);
		for (var group : Group.values()) {
			if (sight.sees(expert.visibility(group))) {
				shown.add(group);
			}
		}
		var states = new EnumMap<Group, GroupState>(Group.class);
		shown.forEach((group) -> states.put(group, expert.group(group)));
		return new Disclosed(expert, sight, expert.profile().only(shown), states,
				List.copyOf(EnumSet.complementOf(shown)));
	}

	private static boolean visible(Expert expert, Sight sight) {
		return switch (expert.state()) {
			case PUBLISHED -> sight.sees(expert.visibility(Group.BASICS));
			case DRAFT, WITHDRAWN -> sight.inCharge();
			case GONE -> false;
		};
	}

	private Map<Long, Sight> sights(Collection<Expert> experts, Viewer viewer) {
		var matched = matched(experts, viewer);
		var sights = new HashMap<Long, Sight>();
		for (var expert : experts) {
			sights.put(expert.id(), sight(expert, viewer, matched));
		}
		return sights;
	}

	private static Sight sight(Expert expert, Viewer viewer, Set<Long> matched) {
		var actor = viewer.actor();
		if (actor == null) {
			return Sight.ANYBODY;
		}
		if (expert.accountId() != null && expert.accountId() == actor.accountId()) {
			return Sight.SELF;
		}
		if (actor.is(Role.CITY_OFFICER, Role.PROVINCIAL_OFFICER, Role.ADMINISTRATOR)) {
			return Sight.OFFICER;
		}
		return (viewer.matchedWithAll() || matched.contains(expert.id())) ? Sight.MATCHED : Sight.REGISTERED;
	}

	private Set<Long> matched(Collection<Expert> experts, Viewer viewer) {
		var actor = viewer.actor();
		if (actor == null || viewer.matchedWithAll() || !actor.is(Role.FIRM)) {
			return Set.of();
		}
		// Asked only about people for whom it makes a difference, since the answer is not free.
		var ids = experts.stream()
				.filter((expert) -> expert.groups().values().stream()
						.anyMatch((group) -> group.visibility() == Visibility.MATCHED))
				.map(Expert::id)
				.toList();
		var matched = new HashSet<Long>();
		if (!ids.isEmpty()) {
			this.matchedPeople.orderedStream().forEach((people) -> matched.addAll(people.matchedWith(actor, ids)));
		}
		return matched;
	}

}
