package org.zhiqiao.platform.panel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.document.Fonts;
import org.zhiqiao.platform.expert.ExpertCard;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.expert.Viewer;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.organisation.Organisation;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.panel.RulingTable.Ruling;
import org.zhiqiao.platform.panel.dossier.Declared;
import org.zhiqiao.platform.panel.dossier.Dossier;
import org.zhiqiao.platform.panel.dossier.Dossier.Drawing;
import org.zhiqiao.platform.panel.dossier.Dossier.Excluded;
import org.zhiqiao.platform.panel.dossier.Dossier.Person;
import org.zhiqiao.platform.panel.dossier.Dossier.Term;
import org.zhiqiao.platform.panel.dossier.DossierArchive;
import org.zhiqiao.platform.panel.dossier.Reviewed;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.Texts;
import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.platform.taxonomy.Concepts;
import org.zhiqiao.platform.taxonomy.Scheme;
import org.zhiqiao.platform.taxonomy.Vocabulary;
import tools.jackson.databind.json.JsonMapper;

/** Gathers all that is on file about a panel into a dossier. The names in it go nowhere else: not into the audit, nor a log. */
@Service
class DossierService {

	/** As many as an officer sees; the transcript has all. */
	private static final int RESERVES = 10;

	private final PanelService panels;

	private final PanelTable table;

	private final DrawTable draws;

	private final InvitationTable invitations;

	private final RulingTable rulings;

	private final RulePacks packs;

	private final DeclarationDossier declarations;

	private final ReviewDossier reviews;

	private final WatchTable watches;

	private final PoolReader pools;

	private final Experts experts;

	private final Organisations organisations;

	private final Concepts concepts;

	private final Vocabulary vocabulary;

	private final Accounts accounts;

	private final AuditLog audit;

	private final Texts texts;

	private final JsonMapper json;

	private final Clock clock;

	DossierService(PanelService panels, PanelTable table, DrawTable draws, InvitationTable invitations,
			RulingTable rulings, RulePacks packs, DeclarationDossier declarations, ReviewDossier reviews,
			WatchTable watches, PoolReader pools, Experts experts, Organisations organisations, Concepts concepts,
			Vocabulary vocabulary,
			Accounts accounts, AuditLog audit, Texts texts, JsonMapper json, Clock clock) {
		this.panels = panels;
		this.table = table;
		this.draws = draws;
		this.invitations = invitations;
		this.rulings = rulings;
		this.packs = packs;
		this.declarations = declarations;
		this.reviews = reviews;
		this.watches = watches;
		this.pools = pools;
		this.experts = experts;
		this.organisations = organisations;
		this.concepts = concepts;
		this.vocabulary = vocabulary;
		this.accounts = accounts;
		this.audit = audit;
		this.texts = texts;
		this.json = json;
		this.clock = clock;
	}

	/** The dossier as a ZIP. Nothing happens to the panel meanwhile, so that its parts fit each other. */
	@Transactional
	byte[] export(long id, Actor actor) {
		this.table.lock(id);
		var panel = this.panels.visible(id, actor);
		if (!panel.has(Duty.ORGANISER, actor.accountId()) && !panel.has(Duty.SUPERVISOR, actor.accountId())) {
			throw new NotAllowed("panel-duty");
		}
		var records = this.draws.of(id);
		var transcripts = new TreeMap<Integer, byte[]>();
		records.forEach(draw -> {
			if (draw.transcript() != null) {
				transcripts.put(draw.number(), draw.transcript().getBytes(StandardCharsets.UTF_8));
			}
		});
		var zip = new DossierArchive(this.texts::text, Fonts.own(), resource("draw/VerifyDraw.java"))
				.zip(new Reading(panel, records, actor).dossier(), transcripts);
		this.audit.record("panel.dossier-exported", "panel", id, null,
				Map.of("sha256", DossierArchive.sha256(zip), "draws", records.size()));
		return zip;
	}

	private static byte[] resource(String name) {
		try {
			return new ClassPathResource(name).getContentAsByteArray();
		} catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** One panel at one moment. */
	private final class Reading {

		private final Panel panel;

		private final PanelContent content;

		private final List<DrawRecord> records;

		private final Map<Long, Map<String, Ruling>> ruled;

		private final Map<Long, String> people = new HashMap<>();

		private final Map<Long, String> accountNames;

		private final Map<Long, Organisation> organisations;

		private Reading(Panel panel, List<DrawRecord> records, Actor actor) {
			this.panel = panel;
			this.content = panel.content();
			this.records = records;
			this.ruled = DossierService.this.rulings.of(panel.id());
			names(actor);
			this.accountNames = DossierService.this.accounts.names(accounts());
			this.organisations = DossierService.this.organisations.all(organisationNumbers());
		}

		/** Of those whom the items name; people in lists are named there. */
		private void names(Actor actor) {
			var numbers = new LinkedHashSet<Long>();
			this.content.items().forEach(item -> {
				numbers.addAll(item.people());
				item.objections().forEach(objection -> numbers.add(objection.person()));
			});
			numbers.addAll(this.ruled.keySet());
			for (var card : DossierService.this.experts.cards(numbers, Viewer.of(actor))) {
				this.people.put(card.id(), name(card));
			}
		}

		private static String name(ExpertCard card) {
			return card.names().any().isBlank() ? "#" + card.id() : card.names().any();
		}

		private Collection<Long> accounts() {
			var accounts = new HashSet<>(this.panel.duties().values());
			this.ruled.values().forEach(ofPerson -> ofPerson.values().forEach(ruling -> accounts.add(ruling.by())));
			this.records.stream().map(DrawRecord::voiding).filter(Objects::nonNull).forEach(voiding -> {
				accounts.add(voiding.askedBy());
				if (voiding.approvedBy() != null) {
					accounts.add(voiding.approvedBy());
				}
			});
			this.records.stream().map(DrawRecord::choice).filter(Objects::nonNull).forEach(choice -> {
				accounts.add(choice.proposedBy());
				if (choice.decision() != null) {
					accounts.add(choice.decision().by());
				}
			});
			return accounts;
		}

		private Collection<Long> organisationNumbers() {
			var numbers = new HashSet<Long>();
			this.content.items()
					.forEach(item -> item.parties()
							.stream()
							.map(PanelContent.Party::organisation)
							.filter(Objects::nonNull)
							.forEach(numbers::add));
			this.records.stream()
					.map(DrawRecord::list)
					.filter(Objects::nonNull)
					.flatMap(list -> list.strata().stream())
					.flatMap(stratum -> stratum.entries().stream())
					.forEach(entry -> numbers.add(entry.organisation()));
			this.records.stream()
					.map(DrawRecord::choice)
					.filter(Objects::nonNull)
					.flatMap(choice -> Lineup.of(choice).entries().values().stream())
					.forEach(entry -> numbers.add(entry.organisation()));
			numbers.remove(0L);
			return numbers;
		}

		private Dossier dossier() {
			var pool = DossierService.this.pools.read(this.panel);
			var declared = DossierService.this.declarations.of(this.panel, pool, listed());
			var review = DossierService.this.reviews.of(this.panel);
			var last = last(declared, review);
			return new Dossier(this.panel.id(), this.content.title(),
					term(this.content.use(), DossierService.this.vocabulary.label(Scheme.USES, this.content.use())),
					this.records.isEmpty() ? "none" : code(this.records.getLast().state()),
					Moments.exact(DossierService.this.clock.instant()), this.panel.createdAt(), last,
					Dossier.keepUntil(last), this.panel.rules(), this.content.groups().stream().map(this::group)
							.toList(),
					rules(), duties(), this.content.items().stream().map(this::item).toList(),
					numbers(PoolView.of(pool), DrawService.list(this.panel, pool).excluded()), declared, tied(pool),
					past(pool),
					this.records.stream()
							.filter(record -> record.method() == Selection.DRAWN)
							.map(this::draw)
							.toList(),
					this.records.stream().flatMap(this::choice).toList(), review);
		}

		/** Until then something happened; exports do not count. */
		private Instant last(Declared declared, @Nullable Reviewed review) {
			return Stream.of(Stream.of(this.panel.createdAt(), this.panel.updatedAt()),
					this.records.stream().map(DrawRecord::latest),
					this.records.stream()
							.map(DrawRecord::voiding)
							.filter(Objects::nonNull)
							.flatMap(voiding -> Stream.of(voiding.askedAt(), voiding.approvedAt())),
					this.ruled.values().stream().flatMap(ofPerson -> ofPerson.values().stream()).map(Ruling::at),
					this.records.stream()
							.flatMap(
									draw -> DossierService.this.invitations.of(this.panel.id(), draw.number()).stream())
							.flatMap(one -> Stream.of(one.invitedAt(), one.declaredAt(), one.endedAt())),
					declared.moments(), (review != null) ? review.moments() : Stream.<Instant>empty())
					.flatMap(Function.identity())
					.filter(Objects::nonNull)
					.max(Comparator.naturalOrder())
					.orElse(this.panel.updatedAt());
		}

		private Set<Long> listed() {
			return this.records.stream()
					.flatMap(record -> Stream.concat(
							Optional.ofNullable(record.list()).stream().flatMap(list -> list.strata().stream())
									.flatMap(stratum -> stratum.entries().stream()),
							Optional.ofNullable(record.choice()).stream()
									.flatMap(choice -> Lineup.of(choice).entries().values().stream())))
					.map(DrawList.Entry::person)
					.collect(Collectors.toSet());
		}

		private Dossier.Group group(PanelContent.Group group) {
			var vocabulary = DossierService.this.vocabulary;
			return new Dossier.Group(group.name(), group.seats(), code(group.residence()), fields(group.fields()),
					group.languages().stream().map(asked -> {
						var language = vocabulary.label(Scheme.LANGUAGES, asked.code());
						var level = vocabulary.label(Scheme.LANGUAGE_LEVELS, asked.level());
						return new Term(asked.code() + " " + asked.level(), zh(language) + " " + zh(level),
								en(language) + " " + en(level));
					}).toList(),
					group.countries()
							.stream()
							.map(country -> term(country, vocabulary.label(Scheme.COUNTRIES, country)))
							.toList());
		}

		private List<Term> fields(List<String> codes) {
			return DossierService.this.concepts.refs(codes).stream().map(ref -> term(ref.code(), ref.label())).toList();
		}

		private List<Dossier.Rule> rules() {
			var settings = this.content.rules()
					.stream()
					.collect(Collectors.toMap(PanelContent.RuleSetting::code, Function.identity()));
			return DossierService.this.packs.version(this.panel.rules()).rules().stream().map(rule -> {
				var setting = settings.get(rule.code());
				var on = setting != null && setting.on();
				var number = rule.number();
				return new Dossier.Rule(rule.code(), zh(rule.title()), en(rule.title()), on,
						(setting != null && on) ? setting.number() : null, (number != null) ? number.unit() : null,
						code(rule.mark()), rule.basis(), (setting != null && !on) ? setting.reason() : null);
			}).toList();
		}

		private List<Dossier.Duty> duties() {
			return Arrays.stream(Duty.values()).map(duty -> {
				var account = this.panel.duties().get(duty);
				return new Dossier.Duty(switch (duty) {
					case ORGANISER -> "organiser";
					case FIRST_DRAWER -> "firstDrawer";
					case SECOND_DRAWER -> "secondDrawer";
					case SUPERVISOR -> "supervisor";
				}, (account != null) ? this.accountNames.get(account) : null);
			}).toList();
		}

		private Dossier.Item item(PanelContent.Item item) {
			return new Dossier.Item(item.number(), item.title(), item.parties().stream().map(party -> {
				var known = (party.organisation() != null) ? this.organisations.get(party.organisation()) : null;
				return new Dossier.Party(code(party.role()), (known != null)
						? known.name().in(Texts.FIRST)
						: Objects.requireNonNullElse(party.name(), "#" + party.organisation()));
			}).toList(), item.people().stream().map(this::person).toList(), fields(item.fields()),
					item.objections()
							.stream()
							.map(objection -> new Dossier.Objection(person(objection.person()), objection.by(),
									objection.reason(), objection.upheld(), objection.ruling()))
							.toList());
		}

		private Person person(long number) {
			return new Person(number, this.people.getOrDefault(number, "#" + number), null);
		}

		private static Dossier.Pool numbers(PoolView view, List<DrawList.Exclusion> excluded) {
			return new Dossier.Pool(view.people(), view.eligible(), view.seats(), view.seatable(),
					view.mostOfOneOrganisation(),
					view.groups()
							.stream()
							.map(group -> new Dossier.PoolGroup(group.name(), group.seats(), group.people(),
									group.wanted(), group.organisations(), group.chance(),
									group.costs()
											.stream()
											.map(cost -> new Dossier.Cost(cost.obstacle().code(), cost.people(),
													cost.alone()))
											.toList()))
							.toList(),
					excluded.stream().map(Reading::excluded).toList());
		}

		private static Excluded excluded(DrawList.Exclusion one) {
			return new Excluded(one.person(), one.name(), List.of(one.reason().split(" ")));
		}

		private List<Dossier.Tied> tied(Pool pool) {
			return pool.people()
					.stream()
					.filter(person -> !person.findings().isEmpty())
					.sorted(Comparator.comparingLong(Pool.Person::id))
					.map(person -> new Dossier.Tied(new Person(person.id(), DrawService.name(person), null),
							person.findings()
									.stream()
									.map(ruled -> FindingView.of(ruled, this.accountNames))
									.map(Reading::finding)
									.toList()))
					.toList();
		}

		private static Dossier.Finding finding(FindingView view) {
			var ruling = view.ruling();
			return new Dossier.Finding(view.rule(), view.severity(), view.item(), view.count(), view.known(),
					view.note(),
					view.path()
							.stream()
							.map(step -> new Dossier.Step(step.kind(), step.text(), step.link(), step.from(),
									step.to()))
							.toList(),
					(ruling != null)
							? new Dossier.Ruling(ruling.mayServe(), ruling.reason(), ruling.by(), ruling.at())
							: null);
		}

		private List<Dossier.PastRuling> past(Pool pool) {
			var known = pool.people()
					.stream()
					.flatMap(person -> person.findings().stream().map(Conflicts.Ruled::key))
					.collect(Collectors.toSet());
			var found = DossierService.this.watches.kept(this.panel.id());
			var past = new ArrayList<Dossier.PastRuling>();
			new TreeMap<>(this.ruled).forEach((person, rulings) -> new TreeMap<>(rulings).forEach((key, ruling) -> {
				if (!known.contains(key)) {
					var tie = found.getOrDefault(person, Map.of()).get(key);
					past.add(new Dossier.PastRuling(person(person), (tie != null) ? tie.rule() : null,
							(tie != null) ? tie.item() : null, new Dossier.Ruling(ruling.mayServe(), ruling.reason(),
									this.accountNames.get(ruling.by()), ruling.at())));
				}
			}));
			return past;
		}

		private Drawing draw(DrawRecord draw) {
			var transcript = (draw.transcript() != null)
					? DossierService.this.json.readValue(draw.transcript(), DrawTranscript.class)
					: null;
			var list = draw.list();
			return new Drawing(draw.number(), code(draw.state()), draw.openedAt(),
					draw.officers()
							.stream()
							.map(officer -> new Dossier.Officer(officer.name(), officer.role(), officer.commitment(),
									officer.committedAt(), officer.revealedAt()))
							.toList(),
					draw.frozenAt(), draw.listHash(), (transcript != null) ? transcript.seed() : null,
					(transcript != null) ? transcript.seal() : null,
					(transcript != null) ? DossierArchive.transcript(draw.number()) : null,
					voiding(draw),
					strata(list, transcript),
					DossierService.this.declarations.apart(draw, person -> onList(list, person)),
					(list != null)
							? list.excluded().stream().map(Reading::excluded).toList()
							: List.of(),
					invited(draw));
		}

		private Person onList(@Nullable DrawList list, long number) {
			return Optional.ofNullable(list)
					.stream()
					.flatMap(one -> one.strata().stream())
					.flatMap(stratum -> stratum.entries().stream())
					.filter(entry -> entry.person() == number)
					.findFirst()
					.map(this::entered)
					.orElseGet(() -> person(number));
		}

		private Dossier.@Nullable Voiding voiding(DrawRecord draw) {
			var voiding = draw.voiding();
			return (voiding == null)
					? null
					: new Dossier.Voiding(voiding.reason(), this.accountNames.get(voiding.askedBy()),
							voiding.askedAt(),
							(voiding.approvedBy() != null) ? this.accountNames.get(voiding.approvedBy()) : null,
							voiding.approvedAt());
		}

		private List<Dossier.Invited> invited(DrawRecord draw) {
			var lineup = DossierService.this.draws.lineup(draw).orElse(null);
			if (lineup == null) {
				return List.of();
			}
			var entries = lineup.entries();
			var invited = new ArrayList<Dossier.Invited>();
			for (var one : DossierService.this.invitations.of(this.panel.id(), draw.number())) {
				var refusal = one.refusal();
				var entry = entries.get(one.expert());
				var stratum = lineup.lines().get(one.stratum()).name();
				// They come seat by seat, in the order in which they were sent.
				var before = invited.isEmpty() ? null : invited.getLast();
				invited.add(new Dossier.Invited(stratum, one.seat(),
						(entry != null) ? entered(entry) : new Person(one.expert(), "#" + one.expert(), null),
						code(one.state()), one.invitedAt(), one.answerBy(), one.declaredAt(), one.endedAt(),
						(refusal != null) ? code(refusal.reason()) : null, (refusal != null) ? refusal.note() : null,
						(before != null && before.stratum().equals(stratum) && before.seat() == one.seat())
								? before.person()
								: null));
			}
			return invited;
		}

		private Stream<Dossier.Choice> choice(DrawRecord record) {
			var choice = record.choice();
			return (choice == null)
					? Stream.empty()
					: Stream.of(ChoiceChapter.of(record, choice, this.accountNames, this::entered, voiding(record),
							invited(record)));
		}

		private List<Dossier.Stratum> strata(@Nullable DrawList list, @Nullable DrawTranscript transcript) {
			var strata = new ArrayList<Dossier.Stratum>();
			for (var i = 0; list != null && i < list.strata().size(); i++) {
				var stratum = list.strata().get(i);
				var entries = stratum.entries()
						.stream()
						.collect(Collectors.toMap(DrawList.Entry::person, this::entered));
				var drawn = (transcript != null) ? transcript.strata().get(i) : null;
				var members = (drawn != null) ? drawn.members() : List.<Long>of();
				var order = (drawn != null) ? drawn.order() : List.<Long>of();
				strata.add(new Dossier.Stratum(stratum.name(), stratum.seats(), stratum.entries().size(),
						members.stream().map(entries::get).toList(),
						order.stream()
								.filter(number -> !members.contains(number))
								.limit(RESERVES)
								.map(entries::get)
								.toList()));
			}
			return strata;
		}

		private Person entered(DrawList.Entry entry) {
			var organisation = this.organisations.get(entry.organisation());
			return new Person(entry.person(), entry.name(),
					(organisation != null) ? organisation.name().in(Texts.FIRST) : null);
		}

		private static Term term(String code, Bilingual name) {
			return new Term(code, zh(name), en(name));
		}

		private static String zh(Bilingual text) {
			return text.in(Texts.FIRST);
		}

		private static String en(Bilingual text) {
			return text.in(Locale.ENGLISH);
		}

		private static String code(Enum<?> constant) {
			return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
