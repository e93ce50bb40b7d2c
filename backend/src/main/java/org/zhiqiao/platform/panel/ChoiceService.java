package org.zhiqiao.platform.panel;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.panel.ChoiceView.ChoiceDecision;
import org.zhiqiao.platform.panel.ChoiceView.ChoiceDraft;
import org.zhiqiao.platform.panel.ChoiceView.ChoiceGroup;
import org.zhiqiao.platform.panel.ChoiceView.ChoiceProof;
import org.zhiqiao.platform.panel.ChoiceView.ChoiceStep;
import org.zhiqiao.platform.panel.ChoiceView.ChosenPerson;
import org.zhiqiao.platform.panel.ChoiceView.UnableMember;
import org.zhiqiao.platform.panel.DirectChoice.Chosen;
import org.zhiqiao.platform.panel.DirectChoice.ChosenGroup;
import org.zhiqiao.platform.panel.DirectChoice.Proof;
import org.zhiqiao.platform.panel.solve.PanelRules;
import org.zhiqiao.platform.panel.solve.PanelSolution;
import org.zhiqiao.platform.panel.solve.PanelSolver;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.InvalidState;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.ProblemException;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.taxonomy.ConceptRef;
import org.zhiqiao.platform.taxonomy.Concepts;

/**
 * Lets the organiser choose a panel directly where a draw does not do: proposed with a written reason, and seated only once the
 * supervisor, who is somebody else, has approved. Each step is one transaction that holds the panel, as those of a draw are.
 */
@Service
class ChoiceService {

	/** So many alternates are suggested for each group, and shown. */
	private static final int FOLLOWERS = 10;

	private final PanelService panels;

	private final PanelTable panelTable;

	private final DrawTable table;

	private final ServiceTable services;

	private final DrawService draws;

	private final PoolReader pools;

	private final TieReader ties;

	private final PanelQuestions questions;

	private final PanelSolver solver;

	private final Experts experts;

	private final Concepts concepts;

	private final Accounts accounts;

	private final ChoiceMails mails;

	private final AuditLog audit;

	private final Clock clock;

	private final TransactionTemplate transaction;

	ChoiceService(PanelService panels, PanelTable panelTable, DrawTable table, ServiceTable services,
			DrawService draws, PoolReader pools, TieReader ties, PanelQuestions questions, PanelSolver solver,
			Experts experts,
			Concepts concepts, Accounts accounts, ChoiceMails mails, AuditLog audit, Clock clock,
			PlatformTransactionManager transactions) {
		this.panels = panels;
		this.panelTable = panelTable;
		this.table = table;
		this.services = services;
		this.draws = draws;
		this.pools = pools;
		this.ties = ties;
		this.questions = questions;
		this.solver = solver;
		this.experts = experts;
		this.concepts = concepts;
		this.accounts = accounts;
		this.mails = mails;
		this.audit = audit;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Says what a panel is worth that the organiser is choosing, and who could follow. Nothing is decided by asking.
	 * @throws InvalidInput naming every rule that it breaks
	 */
	ChoiceDraft draft(long id, List<Long> members, Actor actor) {
		var panel = this.panels.visible(id, actor);
		require(panel, Duty.ORGANISER, actor);
		var made = make(panel, members, null);
		return new ChoiceDraft(groups(made.groups()), proof(made.proof()));
	}

	/** Who is to sit and what the solver said of it. */
	private record Made(List<ChosenGroup> groups, Proof proof) {

	}

	private ChoiceCheck checkOf(Panel panel, Pool pool) {
		return new ChoiceCheck(pool, this.ties.pairs(panel.content(), panel.id(),
				pool.people().stream().map(Pool.Person::id).toList()));
	}

	/** Holds no transaction: solving takes seconds. */
	private Made make(Panel panel, List<Long> members, @Nullable List<List<Long>> wanted) {
		var pool = this.pools.read(panel);
		var check = checkOf(panel, pool);
		check(check, members, wanted);
		var question = this.questions.of(panel, pool);
		var problem = question.problem(Set.of(), Set.of());
		var best = this.solver.solve(problem, BestPanelService.LIMIT, BestPanelService.SEED);
		var rules = new PanelRules(problem);
		var given = rules.given(members, best.bound(), best.time());
		var seated = check.seated(members);
		var ranked = question.alternates(given, seated, (wanted == null) ? FOLLOWERS : question.candidates().size());
		var adds = given.contributions()
				.stream()
				.collect(Collectors.toMap(PanelSolution.Contribution::member, PanelSolution.Contribution::drop));
		var groups = new ArrayList<ChosenGroup>();
		for (var place = 0; place < pool.groups().size(); place++) {
			var group = pool.groups().get(place);
			var here = place;
			groups.add(new ChosenGroup(group.name(), group.seats(),
					adds.entrySet()
							.stream()
							.filter(one -> Integer.valueOf(here).equals(seated.get(one.getKey())))
							.sorted(Map.Entry.<Long, Long>comparingByValue().reversed()
									.thenComparing(Map.Entry::getKey))
							.map(one -> question.chosen(one.getKey(), one.getValue()))
							.toList(),
					(wanted == null) ? ranked.get(place) : inOrder(wanted.get(place), ranked.get(place), question)));
		}
		var most = best.found() ? Math.max(best.objective(), given.objective()) : given.objective();
		return new Made(groups,
				new Proof(PanelQuestion.points(given.objective()), PanelQuestion.points(most), given.gap(),
						best.status() == PanelSolution.Status.OPTIMAL, question.candidates().size(),
						best.time().toMillis()));
	}

	/** As the organiser wants them to follow. Who could replace nobody now, others staying, may be able to later. */
	private static List<Chosen> inOrder(List<Long> wanted, List<Chosen> ranked, PanelQuestion question) {
		var known = ranked.stream().collect(Collectors.toMap(Chosen::person, Function.identity()));
		return wanted.stream()
				.map(person -> Objects.requireNonNullElseGet(known.get(person), () -> question.chosen(person, 0)))
				.toList();
	}

	private static void check(ChoiceCheck check, List<Long> members, @Nullable List<List<Long>> wanted) {
		var wrong = new ArrayList<>(check.members(members));
		if (wanted != null) {
			wrong.addAll(check.alternates(wanted, members));
		}
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
	}

	/**
	 * Proposes a panel to the supervisor. From now on it can neither be changed nor drawn, until this is decided.
	 * @param wanted who is to follow on the seats of each group, in this order; none for those who fit best
	 * @throws InvalidInput naming every rule that it breaks
	 */
	ChoiceView propose(long id, List<Long> members, @Nullable List<List<Long>> wanted, String reason, Actor actor) {
		var panel = this.panels.visible(id, actor);
		mayPropose(panel, actor);
		var made = make(panel, members, wanted);
		return Objects.requireNonNull(this.transaction.execute(_ -> {
			this.panelTable.lock(id);
			var now = this.panels.visible(id, actor);
			mayPropose(now, actor);
			// The panel or the pool may have changed while the solver was at work.
			var pool = this.pools.read(now);
			check(checkOf(now, pool), members, wanted);
			if (now.version() != panel.version()) {
				throw new ProblemException(HttpStatus.CONFLICT, "panel-choice-overtaken");
			}
			var known = this.table.of(id);
			var number = known.size() + 1;
			var choice = new DirectChoice(reason, actor.accountId(), pool.mostOfOneOrganisation(), made.groups(),
					made.proof(), null);
			this.table.propose(id, number, choice, moment(known));
			note("panel.choice-proposed", id, number, Map.of("reason", reason, "value", made.proof().value(), "best",
					made.proof().best(), "proven", made.proof().proven()));
			this.mails.proposed(now, number);
			return view(now, known(id, number), actor);
		}));
	}

	private void mayPropose(Panel panel, Actor actor) {
		require(panel, Duty.ORGANISER, actor);
		this.table.of(panel.id()).stream().filter(one -> !one.state().over()).findFirst().ifPresent(one -> {
			throw new InvalidState("panel-draw", one.state().word(), "choice-propose");
		});
		var supervisor = Optional.ofNullable(panel.duties().get(Duty.SUPERVISOR))
				.flatMap(this.accounts::find)
				.orElseThrow(() -> new ProblemException(HttpStatus.CONFLICT, "panel-supervisor-missing"));
		if (!Duty.SUPERVISOR.openTo(supervisor.roles())) {
			throw new ProblemException(HttpStatus.CONFLICT, "panel-supervisor-changed", supervisor.displayName());
		}
	}

	/** A direct choice. Until the result is settled the list is sealed, so each look at it is on file. */
	@Transactional
	ChoiceView find(long id, int number, Actor actor) {
		var panel = this.panels.visible(id, actor);
		var record = known(id, number);
		note("panel.list-seen", id, number, Map.of());
		return view(panel, record, actor);
	}

	/** The organiser takes a proposal back. */
	@Transactional
	ChoiceView withdraw(long id, int number, Actor actor) {
		var panel = locked(id, actor);
		require(panel, Duty.ORGANISER, actor);
		var record = known(id, number);
		if (record.state() == DrawState.WITHDRAWN) {
			return view(panel, record, actor);
		}
		expectProposed(record, "choice-withdraw");
		this.table.decide(record, DrawState.WITHDRAWN, actor.accountId(), null, moment(List.of(record)));
		note("panel.choice-withdrawn", id, number, Map.of());
		return view(panel, known(id, number), actor);
	}

	/** The supervisor, who did not propose it, seats the members or refuses to. */
	@Transactional
	ChoiceView decide(long id, int number, boolean approved, String words, Actor actor) {
		var panel = locked(id, actor);
		require(panel, Duty.SUPERVISOR, actor);
		var record = known(id, number);
		var choice = chosen(record);
		if (choice.proposedBy() == actor.accountId()) {
			throw new NotAllowed("panel-second-person");
		}
		expectProposed(record, "choice-decide");
		var now = moment(List.of(record));
		if (approved) {
			var members = Lineup.of(choice).members().stream().map(this::present).toList();
			var wrong = checkOf(panel, this.pools.read(panel)).members(members);
			if (!wrong.isEmpty()) {
				throw new ProblemException(HttpStatus.CONFLICT, "panel-choice-outdated", named(wrong, choice));
			}
			this.services.seat(id, number, members, now);
		}
		this.table.decide(record, approved ? DrawState.CHOSEN : DrawState.REFUSED, actor.accountId(), words, now);
		note(approved ? "panel.choice-approved" : "panel.choice-refused", id, number, Map.of("words", words));
		this.mails.decided(panel, number, approved);
		return view(panel, known(id, number), actor);
	}

	/** Whoever is not in the pool any more is named as they were when they were chosen. */
	private static List<FieldError> named(List<FieldError> wrong, DirectChoice choice) {
		var names = Lineup.of(choice).entries();
		return wrong.stream()
				.map(error -> (error.code().equals("choice-gone")
						&& error.arguments().getFirst() instanceof Long person && names.containsKey(person))
								? new FieldError(error.pointer(), "choice-left", names.get(person).name())
								: error)
				.toList();
	}

	private long present(long person) {
		return this.experts.present(person).orElse(person);
	}

	private Panel locked(long id, Actor actor) {
		this.panelTable.lock(id);
		return this.panels.visible(id, actor);
	}

	/** A draw has a number too, and is nothing that could be found here. */
	private DrawRecord known(long panel, int number) {
		return this.table.find(panel, number)
				.filter(record -> record.choice() != null)
				.orElseThrow(() -> new NotFound("panel-choice", panel + "/" + number));
	}

	private static DirectChoice chosen(DrawRecord record) {
		return Objects.requireNonNull(record.choice());
	}

	private static void expectProposed(DrawRecord record, String wanted) {
		if (record.state() != DrawState.PROPOSED) {
			throw new InvalidState("panel-choice", record.state().word(), wanted);
		}
	}

	private static void require(Panel panel, Duty duty, Actor actor) {
		if (!panel.has(duty, actor.accountId())) {
			throw new NotAllowed("panel-duty");
		}
		if (!duty.openTo(actor.roles())) {
			throw new NotAllowed((duty == Duty.ORGANISER) ? "panel-pool-keeper" : "panel-duty");
		}
	}

	/** Never before what is on file, wherever the clock stands. */
	private Instant moment(List<DrawRecord> known) {
		var now = Moments.exact(this.clock.instant());
		return known.stream().map(DrawRecord::latest).filter(now::isBefore).max(Instant::compareTo).orElse(now);
	}

	private void note(String action, long panel, int number, Map<String, ?> what) {
		var after = new HashMap<String, Object>(what);
		after.put("draw", number);
		this.audit.record(action, "panel", panel, null, after);
	}

	private ChoiceView view(Panel panel, DrawRecord record, Actor actor) {
		var choice = chosen(record);
		var people = new HashSet<>(Set.of(choice.proposedBy()));
		var decision = choice.decision();
		if (decision != null) {
			people.add(decision.by());
		}
		var names = this.accounts.names(people);
		return new ChoiceView(panel.id(), panel.content().title(), record.number(), record.state(), choice.reason(),
				names.get(choice.proposedBy()), record.openedAt(), groups(choice.groups()), proof(choice.proof()),
				(decision != null)
						? new ChoiceDecision(names.get(decision.by()), decision.at(), decision.words())
						: null,
				(record.state() == DrawState.PROPOSED) ? unable(panel, choice) : List.of(),
				this.draws.voiding(record), may(panel, record, actor));
	}

	private List<UnableMember> unable(Panel panel, DirectChoice choice) {
		var check = checkOf(panel, this.pools.read(panel));
		var unable = new ArrayList<UnableMember>();
		for (var group : choice.groups()) {
			for (var member : group.members()) {
				var obstacles = check.obstacles(present(member.person()));
				if (obstacles == null || !obstacles.isEmpty()) {
					unable.add(new UnableMember(member.person(), member.name(),
							(obstacles != null) ? obstacles.stream().sorted().toList() : List.of()));
				}
			}
		}
		return unable;
	}

	private List<ChoiceGroup> groups(List<ChosenGroup> groups) {
		var codes = groups.stream()
				.flatMap(group -> group.members().stream())
				.flatMap(member -> member.covers().stream())
				.distinct()
				.toList();
		var fields = this.concepts.refs(codes)
				.stream()
				.collect(Collectors.toMap(ConceptRef::code, Function.identity()));
		return groups.stream()
				.map(group -> new ChoiceGroup(group.name(), group.seats(), people(group.members(), fields),
						people(group.alternates(), fields)))
				.toList();
	}

	private static List<ChosenPerson> people(List<Chosen> people, Map<String, ConceptRef> fields) {
		return people.stream()
				.map(one -> new ChosenPerson(one.person(), one.name(), one.fit(), one.adds(),
						one.covers().stream().map(fields::get).filter(Objects::nonNull).toList()))
				.toList();
	}

	private static ChoiceProof proof(Proof proof) {
		return new ChoiceProof(proof.value(), proof.best(), proof.gap(), proof.proven(), proof.candidates(),
				proof.milliseconds());
	}

	private static List<ChoiceStep> may(Panel panel, DrawRecord record, Actor actor) {
		var supervises = panel.has(Duty.SUPERVISOR, actor.accountId());
		if (record.inDoubt()) {
			var voiding = record.voiding();
			return supervises
					? List.of(ChoiceStep.DECIDE_VOID)
					: (voiding != null && voiding.askedBy() == actor.accountId())
							? List.of(ChoiceStep.WITHDRAW_VOID)
							: List.of();
		}
		return switch (record.state()) {
			case PROPOSED -> panel.has(Duty.ORGANISER, actor.accountId())
					? List.of(ChoiceStep.WITHDRAW)
					: (supervises && chosen(record).proposedBy() != actor.accountId())
							? List.of(ChoiceStep.DECIDE)
							: List.of();
			case CHOSEN -> supervises ? List.of() : List.of(ChoiceStep.ASK_VOID);
			default -> List.of();
		};
	}

}
