package org.zhiqiao.platform.expert;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiqiao.platform.account.PersonalData;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.change.ChangeLog;
import org.zhiqiao.platform.change.SubjectKind;

/** What is known of a person as an expert: to take along, or to be forgotten. */
@Component
class ExpertPersonalData implements PersonalData {

	private final ExpertTable table;

	private final DuplicateTable duplicates;

	private final Tombstones tombstones;

	private final ExpertViews views;

	private final ChangeLog changes;

	private final AuditLog audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ExpertPersonalData(ExpertTable table, DuplicateTable duplicates, Tombstones tombstones, ExpertViews views,
			ChangeLog changes, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
		this.table = table;
		this.duplicates = duplicates;
		this.tombstones = tombstones;
		this.views = views;
		this.changes = changes;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	@Override
	public String section() {
		return "expert";
	}

	@Override
	@Transactional(readOnly = true)
	public Object export(long accountId) {
		return this.table.idOfAccount(accountId).flatMap(this.table::find).<Object>map((expert) -> {
			var all = new LinkedHashMap<String, Object>();
			all.put("profile", this.views.complete(expert));
			all.put("excludedEvidence", expert.exclusions());
			return all;
		}).orElseGet(Map::of);
	}

	@Override
	@Transactional
	public void erase(long accountId) {
		this.table.idOfAccount(accountId).ifPresent((id) -> {
			this.table.lock(id);
			var expert = this.table.find(id).orElseThrow();
			this.tombstones.add(expert.profile());
			this.table.update(expert, expert.gone(null, this.clock.instant()));
			this.duplicates.forget(id);
			this.changes.changed(SubjectKind.EXPERT, id);
			this.events.publishEvent(new ExpertErased(id));
			this.audit.record("expert.erased", "expert", id, null, null);
			this.audit.forget("expert", id);
		});
	}

}
