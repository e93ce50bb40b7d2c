package org.zhiqiao.platform.panel;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.organisation.Organisation;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.panel.Declaration.Answer;
import org.zhiqiao.platform.panel.Declaration.DeclaredTie;
import org.zhiqiao.platform.panel.DeclarationLetter.AskedItem;
import org.zhiqiao.platform.panel.DeclarationLetter.AskedParty;
import org.zhiqiao.platform.panel.DeclarationLetter.DeclarationLetters;
import org.zhiqiao.platform.panel.DeclarationLetter.GivenAnswer;
import org.zhiqiao.platform.panel.DeclarationLetter.GivenTie;
import org.zhiqiao.platform.panel.DeclarationsView.AskingReach;
import org.zhiqiao.platform.panel.DeclarationsView.AskingView;
import org.zhiqiao.platform.panel.DeclarationsView.TiedCandidates;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.InvalidState;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.taxonomy.Bilingual;

/**
 * Asks the candidates of a panel what they have to do with its items, before anybody is chosen, and takes their answers. Each
 * step that changes something takes hold of the panel before it reads, so an answer comes either before the list is frozen or
 * too late.
 */
@Service
class DeclarationService {

	private static final Duration LONGEST = Duration.ofDays(60);

	/** More mails than these in one go are a mistake more probably than a wish. */
	private static final int MOST = 1000;

	private final PanelService panels;

	private final PanelTable panelTable;

	private final DrawTable draws;

	private final DeclarationTable table;

	private final DeclarationMails mails;

	private final TieReader ties;

	private final PoolReader pools;

	private final Experts experts;

	private final Organisations organisations;

	private final Accounts accounts;

	private final AuditLog audit;

	private final Clock clock;

	DeclarationService(PanelService panels, PanelTable panelTable, DrawTable draws, DeclarationTable table,
			DeclarationMails mails, TieReader ties, PoolReader pools, Experts experts, Organisations organisations,
			Accounts accounts, AuditLog audit, Clock clock) {
		this.panels = panels;
		this.panelTable = panelTable;
		this.draws = draws;
		this.table = table;
		this.mails = mails;
		this.ties = ties;
		this.pools = pools;
		this.experts = experts;
		this.organisations = organisations;
		this.accounts = accounts;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Whom to ask.
	 *
	 * @param group only those who could take seats of this group, from 0
	 * @param most so many at most, whoever comes first in an order that nobody can choose
	 * @param again those who were asked and have not answered, instead of those who were not asked
	 */
	record Whom(@Nullable Integer group, @Nullable Integer most, boolean again) {

	}

	@Transactional(readOnly = true)
	DeclarationsView all(long panelId, Actor actor) {
		return view(this.panels.visible(panelId, actor), actor);
	}

	@Transactional(readOnly = true)
	AskingReach reach(long panelId, Whom whom, Actor actor) {
		var panel = organised(panelId, actor);
		var people = whom(panel, whom);
		return new AskingReach(people.size(),
				(int) people.stream().limit(MOST).filter(this.mails::reaches).count());
	}

	/** Asks those who could be chosen if they declared. */
	@Transactional
	DeclarationsView ask(long panelId, Whom whom, Instant answerBy, @Nullable String message,
			Collection<Integer> confidential, Actor actor) {
		this.panelTable.lock(panelId);
		var panel = organised(panelId, actor);
		closed(panelId, "panel", "declaration-ask");
		var now = Moments.exact(this.clock.instant());
		var wrong = new ArrayList<FieldError>();
		if (!answerBy.isAfter(now) || answerBy.isAfter(now.plus(LONGEST))) {
			wrong.add(new FieldError("/answerBy", "invitation-answer-by", LONGEST.toDays()));
		}
		var numbers = panel.content().items().stream().map(PanelContent.Item::number).collect(Collectors.toSet());
		confidential.stream().filter(number -> !numbers.contains(number)).findFirst()
				.ifPresent(number -> wrong.add(new FieldError("/confidential", "unknown-code", number)));
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
		var people = whom(panel, whom);
		if (people.isEmpty()) {
			throw new InvalidInput("/group", "declaration-nobody");
		}
		if (people.size() > MOST) {
			throw new InvalidInput("/most", "declaration-too-many", people.size(), MOST);
		}
		var number = this.table.askings(panelId).size() + 1;
		var asking = new Asking(panelId, number, actor.accountId(), now, Moments.exact(answerBy), message,
				confidential.stream().distinct().sorted().toList(), people.size(), 0);
		this.table.insert(asking);
		var mailed = 0;
		for (var person : people) {
			var declaration = this.table.ask(panelId, person, number, now);
			var mail = this.mails.ask(declaration, person, asking);
			if (mail.isPresent()) {
				this.table.mail(declaration, mail.getAsLong());
				mailed++;
			}
		}
		this.table.mailed(panelId, number, mailed);
		this.audit.record("panel.declarations-asked", "panel", panelId, null,
				Map.of("asking", number, "people", people.size(), "answerBy", answerBy.toString()));
		return view(panel, actor);
	}

	private Panel organised(long panelId, Actor actor) {
		var panel = this.panels.visible(panelId, actor);
		if (!panel.has(Duty.ORGANISER, actor.accountId())) {
			throw new NotAllowed("panel-duty");
		}
		if (!Duty.ORGANISER.openTo(actor.roles())) {
			throw new NotAllowed("panel-pool-keeper");
		}
		return panel;
	}

	/**
	 * Whoever nothing but a missing declaration keeps away, and has not answered. If only some are to be asked, digests decide:
	 * nobody picks who gets a chance.
	 */
	private List<Long> whom(Panel panel, Whom whom) {
		var states = this.pools.declared(panel.content(), panel.id());
		var round = this.table.askings(panel.id()).size() + 1;
		var people = this.pools.read(panel)
				.people()
				.stream()
				.filter(person -> {
					var group = person.groupBut(Obstacle.UNDECLARED);
					return group >= 0 && (whom.group() == null || whom.group() == group);
				})
				.map(Pool.Person::id)
				.filter(person -> {
					var state = states.get(person);
					return whom.again()
							? state == DeclarationState.ASKED
							: state == null || state == DeclarationState.OUTDATED;
				})
				.sorted(Comparator.comparing(person -> DrawHash.hex(DrawHash.sha256(
						(panel.id() + "/" + round + "/" + person).getBytes(StandardCharsets.UTF_8)))))
				.toList();
		return (whom.most() != null && whom.most() < people.size()) ? people.subList(0, whom.most()) : people;
	}

	private DeclarationsView view(Panel panel, Actor actor) {
		var content = panel.content();
		var states = this.pools.declared(content, panel.id());
		var counted = new HashMap<DeclarationState, Integer>();
		states.values().forEach(state -> counted.merge(state, 1, Integer::sum));
		var askings = this.table.askings(panel.id());
		var names = this.accounts.names(askings.stream().map(Asking::by).toList());
		var open = this.draws.lastState(panel.id()).filter(DrawState::closesList).isEmpty();
		return new DeclarationsView(panel.id(), content.on("declared"), open,
				open && panel.has(Duty.ORGANISER, actor.accountId()), states.size(),
				counted.getOrDefault(DeclarationState.NO_CONFLICT, 0), counted.getOrDefault(DeclarationState.TIES, 0),
				counted.getOrDefault(DeclarationState.UNWILLING, 0), counted.getOrDefault(DeclarationState.ASKED, 0),
				counted.getOrDefault(DeclarationState.OUTDATED, 0),
				askings.stream()
						.map(one -> new AskingView(one.number(), one.at(), names.get(one.by()), one.answerBy(),
								one.people(), one.mailed(), one.confidential()))
						.toList(),
				open ? tied(panel) : List.of());
	}

	private List<TiedCandidates> tied(Panel panel) {
		var names = this.pools.read(panel)
				.people()
				.stream()
				.filter(person -> person.groupBut(Obstacle.UNDECLARED) >= 0)
				.collect(Collectors.toMap(Pool.Person::id, DrawService::name));
		return this.ties.pairs(panel.content(), panel.id(), names.keySet())
				.stream()
				.map(pair -> new TiedCandidates(pair.one(), names.getOrDefault(pair.one(), ""), pair.other(),
						names.getOrDefault(pair.other(), ""), pair.kind()))
				.toList();
	}

	/** All that the actor was asked. */
	@Transactional(readOnly = true)
	DeclarationLetters mine(Actor actor) {
		return new DeclarationLetters(this.experts.idOfAccount(actor.accountId())
				.map(this.table::to)
				.orElseGet(List::of)
				.stream()
				.sorted(Comparator.comparing(Declaration::askedAt).reversed())
				.map(this::letter)
				.toList());
	}

	@Transactional(readOnly = true)
	DeclarationLetter mine(long id, Actor actor) {
		return letter(own(id, actor));
	}

	@Transactional(readOnly = true)
	DeclarationLetter byToken(String token) {
		return letter(opened(token));
	}

	/**
	 * What somebody says.
	 *
	 * @param shown what they were shown
	 * @param unwilling they do not want to serve on this panel
	 * @param ties none if they have none
	 */
	record Said(String shown, boolean unwilling, @Nullable String note, List<GivenTie> ties) {

		Said {
			ties = List.copyOf(ties);
		}

	}

	/** Takes an answer, the first or a later one. */
	@Transactional
	void answer(long panelId, long id, @Nullable Long expert, Said said) {
		var panel = this.panelTable.lock(panelId).orElseThrow(() -> new NotFound("panel-declaration", id));
		var declaration = this.table.find(id)
				.filter(one -> expert == null || one.expert() == expert)
				.orElseThrow(() -> new NotFound("panel-declaration", id));
		closed(panelId, "panel-declaration", "declaration-answer");
		if (!Declaration.shown(panel.content()).equals(said.shown())) {
			throw new InvalidState("panel-declaration", "declaration-changed", "declaration-answer");
		}
		var now = Moments.exact(this.clock.instant());
		var last = declaration.last();
		// Never before what is on file: the last answer holds.
		var at = (last != null && now.isBefore(last.at())) ? last.at() : now;
		var answer = new Answer(said.unwilling(), said.note(), said.shown(), at,
				said.unwilling() ? List.of() : ties(panel.content(), said.ties()));
		if (last != null && new Answer(last.unwilling(), last.note(), last.shown(), at, last.ties()).equals(answer)) {
			return;
		}
		this.table.answer(id, answer);
		// Who answered is not in the audit: only a panel's officers know who was asked.
		this.audit.recordUnattributed("panel.declaration-answered", "panel", panelId,
				Map.of("declaration", id, "version", declaration.answers().size() + 1));
	}

	private static List<DeclaredTie> ties(PanelContent content, List<GivenTie> given) {
		var items = content.items().stream().collect(Collectors.toMap(PanelContent.Item::number, item -> item));
		var wrong = new ArrayList<FieldError>();
		var ties = new ArrayList<DeclaredTie>();
		for (var i = 0; i < given.size(); i++) {
			var tie = given.get(i);
			var item = items.get(tie.item());
			var place = tie.party();
			if (item == null) {
				wrong.add(new FieldError("/ties/" + i + "/item", "unknown-code", tie.item()));
			} else if (place != null && (place < 0 || place >= item.parties().size())) {
				wrong.add(new FieldError("/ties/" + i + "/party", "unknown-code", place));
			} else if (tie.kind().ofStudies()) {
				wrong.add(new FieldError("/ties/" + i + "/kind", "unknown-code", tie.kind()));
			} else if (tie.kind() == InterestKind.OTHER && tie.words() == null) {
				wrong.add(new FieldError("/ties/" + i + "/words", "required"));
			} else {
				var party = (place != null) ? item.parties().get(place) : null;
				ties.add(new DeclaredTie(tie.item(), (party != null) ? party.organisation() : null,
						(party != null) ? party.name() : null, tie.kind(), tie.words()));
			}
		}
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
		return ties;
	}

	// What an answer is about is looked up before its transaction begins: that one has to take hold of the panel before it reads.

	Declaration own(long id, Actor actor) {
		var expert = this.experts.idOfAccount(actor.accountId());
		return this.table.find(id)
				.filter(declaration -> expert.isPresent() && expert.get() == declaration.expert())
				.orElseThrow(() -> new NotFound("panel-declaration", id));
	}

	/** The token is not repeated in the answer: whoever sees a problem need not know it. */
	Declaration opened(String token) {
		return this.table.byToken(Addressees.digest(token))
				.flatMap(this.table::find)
				.orElseThrow(() -> new NotFound("panel-declaration", "…"));
	}

	/** Once the list is fixed, what somebody declares would change nothing, and be mistaken for something that counts. */
	private void closed(long panelId, String kind, String wanted) {
		if (this.draws.lastState(panelId).filter(DrawState::closesList).isPresent()) {
			throw new InvalidState(kind, "declaration-closed", wanted);
		}
	}

	private DeclarationLetter letter(Declaration one) {
		var content = this.panelTable.find(one.panel()).orElseThrow().content();
		var asking = this.table.askings(one.panel()).get(one.asking() - 1);
		var open = this.draws.lastState(one.panel()).filter(DrawState::closesList).isEmpty();
		var shown = Declaration.shown(content);
		var answer = one.last();
		var told = new HashSet<Integer>();
		if (answer != null) {
			answer.ties().forEach(tie -> told.add(tie.item()));
		}
		return new DeclarationLetter(one.id(), one.state(shown), shown,
				items(content, asking.confidential()).stream()
						.filter(item -> open || told.contains(item.number()))
						.toList(),
				one.askedAt(), asking.answerBy(),
				this.experts.reach(one.expert()).map(Experts.Reach::timeZone).orElse(null),
				open ? asking.message() : null, open, one.answers().size(),
				(answer != null)
						? new GivenAnswer(answer.at(), answer.unwilling(), answer.note(),
								answer.ties().stream().map(tie -> given(tie, content)).toList())
						: null);
	}

	private static GivenTie given(DeclaredTie tie, PanelContent content) {
		var parties = content.items()
				.stream()
				.filter(item -> item.number() == tie.item())
				.flatMap(item -> item.parties().stream())
				.toList();
		Integer place = null;
		for (var i = 0; !tie.toItem() && place == null && i < parties.size(); i++) {
			if (Objects.equals(parties.get(i).organisation(), tie.organisation())
					&& Objects.equals(parties.get(i).name(), tie.organisationName())) {
				place = i;
			}
		}
		return new GivenTie(tie.item(), place, tie.kind(), tie.words());
	}

	private List<AskedItem> items(PanelContent content, List<Integer> confidential) {
		var known = this.organisations.all(content.items()
				.stream()
				.flatMap(item -> item.parties().stream())
				.map(PanelContent.Party::organisation)
				.filter(Objects::nonNull)
				.distinct()
				.toList());
		return content.items()
				.stream()
				.map(item -> new AskedItem(item.number(),
						confidential.contains(item.number()) ? null : item.title(),
						item.parties().stream().map(party -> new AskedParty(party.role(), name(party, known)))
								.toList()))
				.toList();
	}

	private static Bilingual name(PanelContent.Party party, Map<Long, Organisation> known) {
		var organisation = (party.organisation() != null) ? known.get(party.organisation()) : null;
		return (organisation != null) ? organisation.name() : new Bilingual(party.name(), null);
	}

}
