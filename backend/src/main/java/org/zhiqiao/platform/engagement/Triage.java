package org.zhiqiao.platform.engagement;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.demand.DemandCard;
import org.zhiqiao.platform.demand.DemandState;
import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.platform.engagement.TriageView.Verdict;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.InvalidState;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.Overtaken;
import org.zhiqiao.platform.problem.ProblemException;

/** Officers say of needs whether people can work with them. */
@Service
class Triage {

	private final TriageTable table;

	private final EngagementTable engagements;

	private final EngagementMails mails;

	private final Demands demands;

	private final AuditLog audit;

	private final Clock clock;

	Triage(TriageTable table, EngagementTable engagements, EngagementMails mails, Demands demands, AuditLog audit,
			Clock clock) {
		this.table = table;
		this.engagements = engagements;
		this.mails = mails;
		this.demands = demands;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * A need with what was thought of it and how many engagements there are.
	 *
	 * @param engagements by their state
	 */
	record TriageLine(DemandCard need, @Nullable TriageView triage, Map<String, Long> engagements) {

	}

	record TriagePage(List<TriageLine> items, long total, int page, int size, long undecided) {

	}

	@Transactional(readOnly = true)
	TriagePage page(Actor officer, int page, int size) {
		var city = TriageTable.cityOf(officer);
		var ids = this.table.open(city, (page - 1) * size, size);
		var decided = this.table.of(ids);
		var cards = this.demands.cards(ids, officer)
				.stream()
				.collect(Collectors.toMap(DemandCard::id, Function.identity()));
		return new TriagePage(ids.stream().filter(cards::containsKey).map(id -> {
			var counts = new HashMap<String, Long>();
			this.engagements.ofDemand(id).forEach(one -> counts.merge(one.state().code(), 1L, Long::sum));
			return new TriageLine(java.util.Objects.requireNonNull(cards.get(id)), decided.get(id), counts);
		}).toList(), this.table.countOpen(city), page, size, this.table.countUndecided(city));
	}

	/** @param version that was read; 0 for none yet */
	@Overtaken
	@Transactional
	TriageView decide(long id, int version, Verdict verdict, @Nullable String remarks, Actor officer) {
		var demand = this.demands.find(id)
				.filter(_ -> this.demands.seen(id, officer).isPresent())
				.orElseThrow(() -> new NotFound("demand", id));
		if (!this.demands.answersFor(demand, officer)) {
			throw new NotAllowed("city");
		}
		if (demand.state() != DemandState.SUBMITTED && demand.state() != DemandState.PUBLISHED) {
			throw new InvalidState("demand", "triage-" + demand.state().code(), "triage");
		}
		if (verdict == Verdict.REFINE && remarks == null) {
			throw new InvalidInput("/remarks", "required");
		}
		var before = this.table.view(id);
		if (version == 0 && before != null) {
			throw new org.zhiqiao.platform.problem.StaleVersion("triage", id, before.version());
		}
		this.table.decide(id, version, verdict, remarks, officer.accountId(), Moments.exact(this.clock.instant()));
		this.audit.record("demand.triaged", "demand", id, (before != null) ? Map.of("verdict", before.verdict()) : null,
				Map.of("verdict", verdict));
		this.mails.triaged(demand, "engagement-triage",
				new ProblemException.Word("engagement.triage." + verdict.name().toLowerCase(java.util.Locale.ROOT)),
				(remarks != null) ? remarks : "—");
		return this.table.find(id).orElseThrow();
	}

}
