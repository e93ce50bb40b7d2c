package org.zhiqiao.platform.expert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A profile with all that surrounds it.
 *
 * @param id 0 before it is stored
 * @param accountId whose profile it is, if that person has an account
 * @param mergedInto the profile that took over the contents
 * @param exclusions keys of evidence that the person took out, which no import brings back
 */
record Expert(long id, int version, State state, boolean sample, @Nullable Long accountId, @Nullable Long mergedInto,
		Verification verification, Profile profile, Map<Group, GroupState> groups, Set<String> exclusions,
		@Nullable Instant publishedAt, Instant createdAt, Instant updatedAt) {

	static Expert blank(boolean sample, @Nullable Long accountId, Instant now) {
		return new Expert(0, 0, State.DRAFT, sample, accountId, null, Verification.NONE, Profile.EMPTY,
				groups(Source.SELF, null), Set.of(), null, now, now);
	}

	static Map<Group, GroupState> groups(Source source, @Nullable LocalDate confirmedOn) {
		var groups = new EnumMap<Group, GroupState>(Group.class);
		for (var group : Group.values()) {
			groups.put(group, new GroupState(source, confirmedOn, group.usual()));
		}
		return groups;
	}

	GroupState group(Group group) {
		var state = this.groups.get(group);
		return (state != null) ? state : new GroupState(Source.SELF, null, group.usual());
	}

	Visibility visibility(Group group) {
		return group(group).visibility();
	}

	boolean published() {
		return this.state == State.PUBLISHED;
	}

	boolean verified() {
		return this.verification.status() == Verification.Status.VERIFIED;
	}

	Expert with(State state, Instant now) {
		return new Expert(this.id, this.version, state, this.sample, this.accountId, this.mergedInto, this.verification,
				this.profile, this.groups, this.exclusions, (state == State.PUBLISHED) ? now : this.publishedAt,
				this.createdAt, now);
	}

	Expert with(Verification verification, Instant now) {
		return new Expert(this.id, this.version, this.state, this.sample, this.accountId, this.mergedInto, verification,
				this.profile, this.groups, this.exclusions, this.publishedAt, this.createdAt, now);
	}

	/** New contents; what had been verified and has changed is to be verified again. */
	Expert with(Profile profile, Map<Group, GroupState> groups, Set<String> exclusions, Instant now) {
		var verification = profile.verified().equals(this.profile.verified())
				? this.verification
				: this.verification.overtaken(now);
		return new Expert(this.id, this.version, this.state, this.sample, this.accountId, this.mergedInto, verification,
				profile, groups, exclusions, this.publishedAt, this.createdAt, now);
	}

	Expert withAccount(@Nullable Long accountId) {
		return new Expert(this.id, this.version, this.state, this.sample, accountId, this.mergedInto, this.verification,
				this.profile, this.groups, this.exclusions, this.publishedAt, this.createdAt, this.updatedAt);
	}

	/** Only the number is left. */
	Expert gone(@Nullable Long mergedInto, Instant now) {
		return new Expert(this.id, this.version, State.GONE, this.sample, null, mergedInto, Verification.NONE,
				Profile.EMPTY,
				groups(Source.SELF, null), Set.of(), null, this.createdAt, now);
	}

}
