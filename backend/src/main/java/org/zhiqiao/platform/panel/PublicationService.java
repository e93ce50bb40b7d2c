package org.zhiqiao.platform.panel;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.expert.Candidate;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.panel.Publication.PublishedMember;
import org.zhiqiao.platform.panel.Publication.PublishedPanels;
import org.zhiqiao.platform.panel.PublicationTable.Member;
import org.zhiqiao.platform.problem.InvalidState;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.taxonomy.Bilingual;

/** Publishes who sat on a panel, once its result is settled. Before that nobody learns that there is one. */
@Service
class PublicationService {

	private final PanelService panels;

	private final PanelTable panelTable;

	private final PublicationTable table;

	private final ReviewReader reader;

	private final ReviewMembers members;

	private final InvitationTable invitations;

	private final Experts experts;

	private final Organisations organisations;

	private final AuditLog audit;

	private final Clock clock;

	PublicationService(PanelService panels, PanelTable panelTable, PublicationTable table, ReviewReader reader,
			ReviewMembers members, InvitationTable invitations, Experts experts, Organisations organisations,
			AuditLog audit, Clock clock) {
		this.panels = panels;
		this.panelTable = panelTable;
		this.table = table;
		this.reader = reader;
		this.members = members;
		this.invitations = invitations;
		this.experts = experts;
		this.organisations = organisations;
		this.audit = audit;
		this.clock = clock;
	}

	/** Publishes the list as it was settled. It is not taken back. */
	@Transactional
	ReviewView publish(long panelId, Actor actor) {
		this.panelTable.lock(panelId);
		var panel = this.panels.visible(panelId, actor);
		if (!ReviewReader.organises(panel, actor)) {
			throw new NotAllowed("panel-duty");
		}
		var atHand = this.reader.atHand(panel).orElseThrow(() -> new NotFound("panel-review", panelId));
		var settledAt = atHand.review().settledAt();
		if (settledAt == null) {
			throw new InvalidState("panel-review", atHand.review().stage().word(), "review-publish");
		}
		if (this.table.publishedAt(panelId).isEmpty()) {
			var seated = atHand.standing()
					.orElseThrow()
					.counted()
					.members()
					.stream()
					.map(id -> this.invitations.find(id).orElseThrow())
					.toList();
			this.table.publish(panel, settledAt, members(panel, seated), actor.accountId(), this.clock.instant());
			this.audit.record("panel.list-published", "panel", panelId, null, Map.of("members", seated.size()));
		}
		return this.reader.view(panel, actor);
	}

	private List<Member> members(Panel panel, List<Invitation> seated) {
		var people = seated.stream().map(Invitation::expert).toList();
		var names = this.members.names(panel, people);
		var candidates = this.experts.candidates(people)
				.stream()
				.collect(Collectors.toMap(Candidate::id, Function.identity()));
		var organisations = this.organisations.all(
				candidates.values().stream().map(PoolReader::employer).filter(Objects::nonNull).toList());
		var members = new ArrayList<Member>();
		for (var invitation : seated) {
			var person = invitation.expert();
			var candidate = candidates.get(person);
			var employer = (candidate != null) ? PoolReader.employer(candidate) : null;
			var registered = (employer != null) ? organisations.get(employer) : null;
			members.add(new Member(person, new PublishedMember(names.get(person),
					(registered != null) ? registered.name() : written(candidate),
					this.members.selection(invitation))));
		}
		return members;
	}

	/** Of an organisation that is not registered. */
	private static @Nullable Bilingual written(@Nullable Candidate candidate) {
		return (candidate == null || candidate.affiliations().isEmpty())
				? null
				: candidate.affiliations().getFirst().name();
	}

	@Transactional(readOnly = true)
	PublishedPanels published(int page, int size) {
		return new PublishedPanels(this.table.page(page, size), this.table.count(), page, size);
	}

	@Transactional(readOnly = true)
	Publication find(long panel) {
		return this.table.find(panel).orElseThrow(() -> new NotFound("panel-publication", panel));
	}

}
