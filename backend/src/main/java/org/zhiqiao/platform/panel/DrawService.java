package org.zhiqiao.platform.panel;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.panel.DeclarationsView.TiedCandidates;
import org.zhiqiao.platform.panel.DrawList.Entry;
import org.zhiqiao.platform.panel.DrawList.Exclusion;
import org.zhiqiao.platform.panel.DrawList.Stratum;
import org.zhiqiao.platform.panel.DrawRecord.Officer;
import org.zhiqiao.platform.panel.DrawView.DrawnPerson;
import org.zhiqiao.platform.panel.DrawView.OfficerView;
import org.zhiqiao.platform.panel.DrawView.Step;
import org.zhiqiao.platform.panel.DrawView.StratumView;
import org.zhiqiao.platform.panel.DrawView.VoidingView;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.InvalidState;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.ProblemException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Draws the members of a panel in steps that officers take one after the other: two commit, the organiser freezes the list, the
 * two reveal. Each step is one transaction that holds the panel, so two officers acting at once act one after the other, and
 * after a crash a draw stands at the last step that was acknowledged.
 */
@Service
class DrawService {

	private static final int RESERVES = 10;

	private final PanelService panels;

	private final PanelTable panelTable;

	private final DrawTable table;

	private final ServiceTable services;

	private final InvitationRounds invitations;

	private final ReviewTable reviews;

	private final PoolReader pools;

	private final TieReader ties;

	private final DeclarationTable declarations;

	private final Accounts accounts;

	private final AuditLog audit;

	private final JsonMapper json;

	private final Clock clock;

	DrawService(PanelService panels, PanelTable panelTable, DrawTable table, ServiceTable services,
			InvitationRounds invitations, ReviewTable reviews, PoolReader pools, TieReader ties,
			DeclarationTable declarations, Accounts accounts, AuditLog audit, JsonMapper json,
			Clock clock) {
		this.panels = panels;
		this.panelTable = panelTable;
		this.table = table;
		this.services = services;
		this.invitations = invitations;
		this.reviews = reviews;
		this.pools = pools;
		this.ties = ties;
		this.declarations = declarations;
		this.accounts = accounts;
		this.audit = audit;
		this.json = json;
		this.clock = clock;
	}

	/** All draws without their lists. */
	@Transactional(readOnly = true)
	List<DrawView> all(long panelId, Actor actor) {
		var panel = this.panels.visible(panelId, actor);
		return this.table.of(panelId).stream().map(draw -> view(panel, draw, actor).withoutList()).toList();
	}

	/** A draw with its list. Until the result is settled the list is sealed, so each look at it is on file. */
	@Transactional
	DrawView find(long panelId, int number, Actor actor) {
		var panel = this.panels.visible(panelId, actor);
		var draw = known(panelId, number);
		if (draw.transcript() != null) {
			note("panel.list-seen", panelId, number, null);
		}
		return view(panel, draw, actor);
	}

	/** Exactly what was sealed. */
	@Transactional
	byte[] transcript(long panelId, int number, Actor actor) {
		this.panels.visible(panelId, actor);
		var transcript = known(panelId, number).transcript();
		if (transcript == null) {
			throw new NotFound("draw-transcript", panelId + "/" + number);
		}
		note("panel.list-seen", panelId, number, null);
		return transcript.getBytes(StandardCharsets.UTF_8);
	}

	/** Begins a draw: from now on it is known that there is one, and who draws. */
	@Transactional
	DrawView open(long panelId, Actor actor) {
		var panel = locked(panelId, actor);
		require(panel, Duty.ORGANISER, actor);
		var draws = this.table.of(panelId);
		draws.stream().filter(draw -> !draw.state().over()).findFirst().ifPresent(draw -> {
			throw new InvalidState("panel-draw", draw.state().word(),
					"draw-again");
		});
		var officers = new ArrayList<Officer>();
		for (var duty : List.of(Duty.FIRST_DRAWER, Duty.SECOND_DRAWER)) {
			var account = panel.duties().get(duty);
			var person = Optional.ofNullable(account).flatMap(this.accounts::find)
					.orElseThrow(() -> new ProblemException(HttpStatus.CONFLICT, "panel-duties-open"));
			if (!duty.openTo(person.roles())) {
				throw new ProblemException(HttpStatus.CONFLICT, "panel-duties-changed", person.displayName());
			}
			officers.add(new Officer(officers.size() + 1, person.accountId(), person.displayName(),
					Duty.drawsAs(person.roles()).name(), null, null, null, null));
		}
		var supervisor = Optional.ofNullable(panel.duties().get(Duty.SUPERVISOR))
				.flatMap(this.accounts::find)
				.orElseThrow(() -> new ProblemException(HttpStatus.CONFLICT, "panel-duties-open"));
		if (!Duty.SUPERVISOR.openTo(supervisor.roles())) {
			throw new ProblemException(HttpStatus.CONFLICT, "panel-duties-changed", supervisor.displayName());
		}
		if (officers.getFirst().role().equals(officers.getLast().role())) {
			throw new ProblemException(HttpStatus.CONFLICT, "panel-duties-changed", officers.getLast().name());
		}
		var number = draws.size() + 1;
		this.table.open(panelId, number, officers, now(draws));
		note("panel.draw-opened", panelId, number,
				Map.of("officers", officers.stream().map(Officer::account).toList()));
		return view(panel, known(panelId, number), actor);
	}

	/** An officer binds themselves to a secret that they keep. */
	@Transactional
	DrawView commit(long panelId, int number, String commitment, Actor actor) {
		var panel = locked(panelId, actor);
		var draw = known(panelId, number);
		var officer = drawing(draw, actor);
		expect(draw, DrawState.OPEN, "draw-commit");
		if (commitment.equals(officer.commitment())) {
			return view(panel, draw, actor);
		}
		if (officer.commitment() != null) {
			throw new InvalidState("panel-draw", "draw-committed", "draw-commit");
		}
		if (draw.officers().stream().anyMatch(other -> commitment.equals(other.commitment()))) {
			throw new InvalidInput("/commitment", "panel-commitment-copied");
		}
		this.table.commit(draw, officer, commitment, now(List.of(draw)));
		note("panel.draw-committed", panelId, number, Map.of("commitment", commitment));
		return view(panel, known(panelId, number), actor);
	}

	/** Fixes who can be drawn and who cannot, with the reasons. */
	@Transactional
	DrawView freeze(long panelId, int number, Actor actor) {
		var panel = locked(panelId, actor);
		require(panel, Duty.ORGANISER, actor);
		var draw = known(panelId, number);
		expect(draw, DrawState.OPEN, "draw-freeze");
		if (!draw.allCommitted()) {
			throw new InvalidState("panel-draw", "draw-open", "draw-freeze");
		}
		var pool = this.pools.read(panel);
		if (pool.seatable() < pool.seats()) {
			throw new ProblemException(HttpStatus.CONFLICT, "panel-impossible", pool.seatable(), pool.seats());
		}
		var list = list(panel, pool);
		var hash = DrawHash.hex(DrawHash.sha256(list.canonical()));
		this.table.freeze(draw, list, hash, now(List.of(draw)));
		// The draw itself knows no ties among candidates; what was known of them stays beside its list.
		var tied = this.ties.pairs(panel.content(), panelId,
				list.strata().stream().flatMap(stratum -> stratum.entries().stream()).map(Entry::person).toList());
		this.declarations.keep(panelId, number, tied);
		note("panel.draw-frozen", panelId, number, Map.of("listHash", hash, "tiedPairs", tied.size()));
		return view(panel, known(panelId, number), actor);
	}

	static DrawList list(Panel panel, Pool pool) {
		var strata = new ArrayList<Stratum>();
		for (var group = 0; group < pool.groups().size(); group++) {
			strata.add(new Stratum(pool.groups().get(group).name(), pool.groups().get(group).seats(),
					pool.of(group)
							.stream()
							.sorted(Comparator.comparingLong(Pool.Person::id))
							.map(person -> new Entry(person.id(), name(person), person.organisation()))
							.toList()));
		}
		var excluded = pool.people()
				.stream()
				.filter(person -> person.group() < 0)
				.map(person -> new Exclusion(person.id(), name(person),
						reason(person)))
				.toList();
		return new DrawList(panel.content().title(), pool.mostOfOneOrganisation(), strata, excluded);
	}

	/** Codes: what keeps the person away, and by which rules they have a conflict of interest. */
	private static String reason(Pool.Person person) {
		return Stream.concat(person.reasons().stream().map(Obstacle::code).sorted(), person.findings()
				.stream()
				.filter(ruled -> ruled.obstacle() != null)
				.map(ruled -> ruled.finding().rule())
				.distinct()
				.sorted()).collect(Collectors.joining(" "));
	}

	/** A profile may have no name that anybody may see; its number is always there. */
	static String name(Pool.Person person) {
		var name = person.name().replaceAll("\\p{Cc}+", " ").strip();
		return name.isEmpty() ? "#" + person.id() : name;
	}

	/** An officer tells their secret. The second one completes the draw in the same transaction. */
	@Transactional
	DrawView reveal(long panelId, int number, String secret, Actor actor) {
		var panel = locked(panelId, actor);
		var draw = known(panelId, number);
		var officer = drawing(draw, actor);
		if (secret.equals(officer.secret())) {
			return view(panel, draw, actor);
		}
		expect(draw, DrawState.FROZEN, "draw-reveal");
		if (!DrawHash.hex(DrawHash.commitment(HexFormat.of().parseHex(secret))).equals(officer.commitment())) {
			throw new InvalidInput("/secret", "panel-secret-mismatch");
		}
		this.table.reveal(draw, officer, secret, now(List.of(draw)));
		note("panel.draw-revealed", panelId, number, null);
		var after = known(panelId, number);
		if (after.allRevealed()) {
			draw(after);
		}
		return view(panel, known(panelId, number), actor);
	}

	private void draw(DrawRecord draw) {
		var officers = draw.officers()
				.stream()
				.map(officer -> new DrawTranscript.Officer(officer.name(), officer.role(),
						Objects.requireNonNull(officer.commitment()), Objects.requireNonNull(officer.committedAt()),
						Objects.requireNonNull(officer.secret()), Objects.requireNonNull(officer.revealedAt())))
				.toList();
		var transcript = DrawTranscript.draw(Objects.requireNonNull(draw.list()),
				Objects.requireNonNull(draw.frozenAt()), officers);
		this.table.drawn(draw, this.json.writeValueAsString(transcript));
		this.services.seat(draw.panel(), draw.number(),
				transcript.strata().stream().flatMap(stratum -> stratum.members().stream()).toList(),
				draw.latest());
		note("panel.drawn", draw.panel(), draw.number(), Map.of("seal", transcript.seal()));
	}

	/** Asks for a draw not to count; until the supervisor has decided nothing else happens to it. */
	@Transactional
	DrawView askVoid(long panelId, int number, String reason, Actor actor) {
		var panel = locked(panelId, actor);
		var draw = known(panelId, number);
		if (panel.has(Duty.SUPERVISOR, actor.accountId())) {
			throw new NotAllowed("panel-duty");
		}
		if (draw.state().over() || draw.state() == DrawState.PROPOSED || draw.inDoubt()) {
			throw new InvalidState("panel-draw", draw.inDoubt() ? "draw-in-doubt" : draw.state().word(),
					"draw-ask-void");
		}
		if (this.reviews.settledAt(panelId).isPresent()) {
			throw new InvalidState("panel-review", ReviewStage.SETTLED.word(), "draw-ask-void");
		}
		this.table.askVoid(draw, reason, actor.accountId(), now(List.of(draw)));
		note("panel.draw-void-asked", panelId, number, Map.of("reason", reason));
		return view(panel, known(panelId, number), actor);
	}

	/** Whoever asked for a draw not to count takes that back, as long as nobody has decided. */
	@Transactional
	DrawView withdrawVoid(long panelId, int number, Actor actor) {
		var panel = locked(panelId, actor);
		var draw = known(panelId, number);
		var voiding = draw.voiding();
		if (voiding == null || draw.state() == DrawState.VOID) {
			throw new InvalidState("panel-draw", draw.state().word(), "draw-withdraw-void");
		}
		if (voiding.askedBy() != actor.accountId()) {
			throw new NotAllowed("panel-who-asked");
		}
		this.table.refuseVoid(draw);
		note("panel.draw-void-withdrawn", panelId, number, Map.of("reason", voiding.reason()));
		return view(panel, known(panelId, number), actor);
	}

	/** The supervisor, who did not ask, decides whether a draw counts. */
	@Transactional
	DrawView decideVoid(long panelId, int number, boolean isVoid, Actor actor) {
		var panel = locked(panelId, actor);
		require(panel, Duty.SUPERVISOR, actor);
		var draw = known(panelId, number);
		var voiding = draw.voiding();
		if (voiding == null || draw.state().over()) {
			throw new InvalidState("panel-draw", draw.state().word(),
					"draw-decide-void");
		}
		if (voiding.askedBy() == actor.accountId()) {
			throw new NotAllowed("panel-second-person");
		}
		if (isVoid) {
			if (this.reviews.settledAt(panelId).isPresent()) {
				throw new InvalidState("panel-review", ReviewStage.SETTLED.word(), "draw-decide-void");
			}
			this.invitations.revoke(panelId, number);
			this.services.unseat(panelId, number);
			this.table.approveVoid(draw, actor.accountId(), now(List.of(draw)));
		} else {
			this.table.refuseVoid(draw);
		}
		note(isVoid ? "panel.draw-voided" : "panel.draw-kept", panelId, number, Map.of("reason", voiding.reason()));
		return view(panel, known(panelId, number), actor);
	}

	private Panel locked(long panelId, Actor actor) {
		this.panelTable.lock(panelId);
		return this.panels.visible(panelId, actor);
	}

	private DrawRecord known(long panelId, int number) {
		return this.table.find(panelId, number).orElseThrow(() -> new NotFound("panel-draw", panelId + "/" + number));
	}

	private static void require(Panel panel, Duty duty, Actor actor) {
		if (!panel.has(duty, actor.accountId()) || !duty.openTo(actor.roles())) {
			throw new NotAllowed("panel-duty");
		}
	}

	/** Whoever has come to keep the pool since may not draw from it any more. */
	private static Officer drawing(DrawRecord draw, Actor actor) {
		if (!Duty.FIRST_DRAWER.openTo(actor.roles())) {
			throw new NotAllowed("panel-duty");
		}
		return draw.officer(actor.accountId()).orElseThrow(() -> new NotAllowed("panel-duty"));
	}

	private static void expect(DrawRecord draw, DrawState state, String wanted) {
		if (draw.inDoubt()) {
			throw new InvalidState("panel-draw", "draw-in-doubt", wanted);
		}
		if (draw.state() != state) {
			throw new InvalidState("panel-draw", draw.state().word(),
					wanted);
		}
	}

	/** Never before what is on file, wherever the clock stands. */
	private Instant now(List<DrawRecord> draws) {
		var now = Moments.exact(this.clock.instant());
		return draws.stream().map(DrawRecord::latest).filter(now::isBefore).max(Instant::compareTo).orElse(now);
	}

	private void note(String action, long panel, int number, @Nullable Map<String, ?> what) {
		var after = new HashMap<String, Object>();
		after.put("draw", number);
		if (what != null) {
			after.putAll(what);
		}
		this.audit.record(action, "panel", panel, null, after);
	}

	private DrawView view(Panel panel, DrawRecord draw, Actor actor) {
		var transcript = draw.transcript();
		var drawn = (transcript != null)
				? this.json.readValue(transcript, DrawTranscript.class).strata()
				: List.<Draw.Drawn>of();
		var strata = new ArrayList<StratumView>();
		var list = draw.list();
		for (var i = 0; list != null && i < list.strata().size(); i++) {
			var stratum = list.strata().get(i);
			var names = stratum.entries().stream().collect(Collectors.toMap(Entry::person, Entry::name));
			var members = drawn.isEmpty() ? List.<Long>of() : drawn.get(i).members();
			var reserves = drawn.isEmpty()
					? List.<Long>of()
					: drawn.get(i).order().stream().filter(person -> !members.contains(person)).limit(RESERVES)
							.toList();
			strata.add(new StratumView(stratum.name(), stratum.seats(), stratum.entries().size(),
					named(members, names), named(reserves, names)));
		}
		return new DrawView(panel.id(), panel.content().title(), draw.number(), draw.method(), draw.state(),
				draw.openedAt(),
				draw.frozenAt(), draw.listHash(), (list != null) ? list.excluded().size() : null,
				draw.officers()
						.stream()
						.map(officer -> new OfficerView(officer.name(), officer.role(),
								officer.account() == actor.accountId(), officer.commitment(), officer.committedAt(),
								officer.revealedAt()))
						.toList(),
				strata, tied(panel.id(), draw), voiding(draw), may(panel, draw, actor));
	}

	private List<TiedCandidates> tied(long panel, DrawRecord draw) {
		var names = new HashMap<Long, String>();
		if (draw.list() != null) {
			draw.list().strata().forEach(stratum -> stratum.entries()
					.forEach(entry -> names.put(entry.person(), entry.name())));
		}
		return this.declarations.kept(panel, draw.number())
				.stream()
				.map(pair -> new TiedCandidates(pair.one(), names.getOrDefault(pair.one(), ""), pair.other(),
						names.getOrDefault(pair.other(), ""), pair.kind()))
				.toList();
	}

	private static List<DrawnPerson> named(List<Long> people, Map<Long, String> names) {
		return people.stream().map(person -> new DrawnPerson(person, names.getOrDefault(person, ""))).toList();
	}

	@Nullable
	VoidingView voiding(DrawRecord draw) {
		var voiding = draw.voiding();
		if (voiding == null) {
			return null;
		}
		var people = new ArrayList<Long>();
		people.add(voiding.askedBy());
		if (voiding.approvedBy() != null) {
			people.add(voiding.approvedBy());
		}
		var names = this.accounts.names(people);
		return new VoidingView(voiding.reason(), names.getOrDefault(voiding.askedBy(), ""), voiding.askedAt(),
				(voiding.approvedBy() != null) ? names.getOrDefault(voiding.approvedBy(), "") : null,
				voiding.approvedAt());
	}

	private static List<Step> may(Panel panel, DrawRecord draw, Actor actor) {
		var may = new ArrayList<Step>();
		var account = actor.accountId();
		if (draw.inDoubt()) {
			if (panel.has(Duty.SUPERVISOR, account)) {
				may.add(Step.DECIDE_VOID);
			}
			if (draw.voiding() != null && draw.voiding().askedBy() == account) {
				may.add(Step.WITHDRAW_VOID);
			}
			return may;
		}
		var officer = draw.officer(account);
		if (draw.state() == DrawState.OPEN && officer.isPresent() && officer.get().commitment() == null) {
			may.add(Step.COMMIT);
		}
		if (draw.state() == DrawState.OPEN && draw.allCommitted() && panel.has(Duty.ORGANISER, account)) {
			may.add(Step.FREEZE);
		}
		if (draw.state() == DrawState.FROZEN && officer.isPresent() && officer.get().secret() == null) {
			may.add(Step.REVEAL);
		}
		if (!draw.state().over() && draw.state() != DrawState.PROPOSED && !panel.has(Duty.SUPERVISOR, account)) {
			may.add(Step.ASK_VOID);
		}
		return may;
	}

}
