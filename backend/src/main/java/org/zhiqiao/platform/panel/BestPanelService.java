package org.zhiqiao.platform.panel;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.expert.Viewer;
import org.zhiqiao.platform.panel.BestPanelView.NextPanel;
import org.zhiqiao.platform.panel.BestPanelView.SeatChange;
import org.zhiqiao.platform.panel.BestPanelView.StandIn;
import org.zhiqiao.platform.panel.DeclarationsView.TiedCandidates;
import org.zhiqiao.platform.panel.solve.PanelSolution;
import org.zhiqiao.platform.panel.solve.PanelSolver;
import org.zhiqiao.platform.panel.solve.Relaxations;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.taxonomy.ConceptRef;
import org.zhiqiao.platform.taxonomy.Concepts;

/**
 * Finds the best panel among those who may serve: the greatest sum of how well the members know the items, with a premium for
 * each field that somebody covers and a discount for those who served lately.
 */
@Service
class BestPanelService {

	static final Duration LIMIT = Duration.ofSeconds(5);

	private static final Duration NEXT_LIMIT = Duration.ofSeconds(2);

	/** The same input gives the same panel. */
	static final int SEED = 1;

	private static final int NEXT = 2;

	private static final int DIFFERING = 2;

	private static final int WAYS = 3;

	private final PanelService panels;

	private final PoolReader pools;

	private final PanelQuestions questions;

	private final Concepts concepts;

	private final PanelSolver solver;

	private final AuditLog audit;

	private final TransactionTemplate transaction;

	BestPanelService(PanelService panels, PoolReader pools, PanelQuestions questions, Concepts concepts,
			PanelSolver solver,
			AuditLog audit, PlatformTransactionManager transactions) {
		this.panels = panels;
		this.pools = pools;
		this.questions = questions;
		this.concepts = concepts;
		this.solver = solver;
		this.audit = audit;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Solving holds no transaction: it takes seconds.
	 * @param kept who must sit
	 * @param without who must not
	 */
	BestPanelView find(long id, Set<Long> kept, Set<Long> without, Actor actor) {
		var panel = this.panels.visible(id, actor);
		if (!panel.has(Duty.ORGANISER, actor.accountId())) {
			throw new NotAllowed("panel-duty");
		}
		var pool = this.pools.read(panel);
		var question = this.questions.of(panel, pool);
		question.check(kept, without);
		var problem = question.problem(kept, without);
		var solution = this.solver.solve(problem, LIMIT, SEED);
		var next = solution.found()
				? this.solver.nextBest(problem, solution.members(), NEXT, Math.min(DIFFERING, pool.seats()), NEXT_LIMIT,
						SEED)
				: List.<PanelSolution>of();
		var changes = (solution.status() == PanelSolution.Status.INFEASIBLE)
				? this.solver.relax(problem, Relaxations.Prices.USUAL, WAYS, NEXT_LIMIT, SEED)
						.alternatives()
						.stream()
						.map(way -> way.changes().stream().flatMap(change -> question.change(change).stream()).toList())
						.filter(way -> !way.isEmpty())
						.toList()
				: List.<List<SeatChange>>of();
		this.transaction.executeWithoutResult(_ -> this.audit.record("panel.best-sought", "panel", id, null,
				Map.of("status", code(solution.status()), "value", solution.objective(), "bound", solution.bound())));
		return view(question, solution, next, changes, kept, actor);
	}

	private static String code(PanelSolution.Status status) {
		return status.name().toLowerCase(Locale.ROOT);
	}

	private BestPanelView view(PanelQuestion question, PanelSolution solution, List<PanelSolution> next,
			List<List<SeatChange>> changes, Set<Long> kept, Actor actor) {
		var members = this.questions.members(question, solution, kept, Viewer.of(actor));
		var covered = members.stream()
				.flatMap(member -> member.covers().stream())
				.map(ConceptRef::code)
				.collect(Collectors.toSet());
		return new BestPanelView(code(solution.status()), PanelQuestion.points(solution.objective()), solution.gap(),
				solution.time().toMillis(), question.candidates().size(), members,
				this.concepts.refs(question.fields().stream()
						.filter(field -> solution.found() && !covered.contains(field)).toList()),
				next.stream()
						.filter(PanelSolution::found)
						.map(other -> new NextPanel(code(other.status()), PanelQuestion.points(other.objective()),
								other.members()
										.stream()
										.map(member -> new StandIn(member, question.name(member), 0))
										.toList()))
						.toList(),
				DIFFERING, changes,
				question.apart().stream()
						.map(pair -> new TiedCandidates(pair.one(), question.name(pair.one()), pair.other(),
								question.name(pair.other()), pair.kind()))
						.toList());
	}

}
