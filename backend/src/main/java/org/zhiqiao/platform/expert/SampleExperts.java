package org.zhiqiao.platform.expert;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.change.ChangeLog;
import org.zhiqiao.platform.change.SubjectKind;
import org.zhiqiao.platform.problem.InvalidInput;

/** Takes the made-up people of the sample in, published and marked as such. */
@Component
public class SampleExperts {

	private final ExpertTable table;

	private final ProfileCheck check;

	private final ChangeLog changes;

	private final AuditLog audit;

	private final Clock clock;

	SampleExperts(ExpertTable table, ProfileCheck check, ChangeLog changes, AuditLog audit, Clock clock) {
		this.table = table;
		this.check = check;
		this.changes = changes;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Takes one in and gives the number.
	 * @param accountId whose profile it is, if that person has an account
	 * @throws InvalidInput if the profile could not be saved or published by hand
	 */
	@Transactional
	public long add(SaveExpert given, @Nullable Long accountId, boolean verified) {
		var errors = this.check.errors(given);
		if (!errors.isEmpty()) {
			throw new InvalidInput(errors);
		}
		var profile = given.toProfile();
		var now = this.clock.instant();
		var today = LocalDate.now(this.clock);
		var groups = new EnumMap<Group, GroupState>(Group.class);
		for (var group : Group.values()) {
			groups.put(group, new GroupState(Source.SAMPLE, group.empty(profile) ? null : today,
					Objects.requireNonNullElse(given.visibility(group), group.usual())));
		}
		var blank = Expert.blank(true, accountId, now);
		var expert = blank.with(profile, groups, blank.exclusions(), now);
		errors = this.check.unpublishable(expert);
		if (!errors.isEmpty()) {
			throw new InvalidInput(errors);
		}
		expert = expert.with(State.PUBLISHED, now);
		if (verified) {
			expert = expert.with(new Verification(Verification.Status.VERIFIED, today, null, null, null), now);
		}
		var id = this.table.insert(expert);
		this.changes.changed(SubjectKind.EXPERT, id);
		this.audit.record("expert.created", "expert", id, null, ExpertService.facts(expert));
		return id;
	}

	/** Whether there is nobody at all. */
	@Transactional(readOnly = true)
	public boolean none() {
		return this.table.none();
	}

}
