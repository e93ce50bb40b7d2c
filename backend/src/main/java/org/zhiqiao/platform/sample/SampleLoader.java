package org.zhiqiao.platform.sample;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.DemoAccounts;
import org.zhiqiao.platform.cooperation.Cooperations;
import org.zhiqiao.platform.cooperation.SampleBaseYears;
import org.zhiqiao.platform.cooperation.SaveBaseYear;
import org.zhiqiao.platform.cooperation.SaveCooperation;
import org.zhiqiao.platform.demand.Budget;
import org.zhiqiao.platform.demand.DemandState;
import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.platform.demand.Outcome;
import org.zhiqiao.platform.demand.SaveDemand;
import org.zhiqiao.platform.engagement.SampleEngagement;
import org.zhiqiao.platform.engagement.SampleEngagements;
import org.zhiqiao.platform.expert.Affiliation;
import org.zhiqiao.platform.expert.Availability;
import org.zhiqiao.platform.expert.Contact;
import org.zhiqiao.platform.expert.CountryExperience;
import org.zhiqiao.platform.expert.Degree;
import org.zhiqiao.platform.expert.Evidence;
import org.zhiqiao.platform.expert.Group;
import org.zhiqiao.platform.expert.LanguageSkill;
import org.zhiqiao.platform.expert.Names;
import org.zhiqiao.platform.expert.SampleExperts;
import org.zhiqiao.platform.expert.SaveExpert;
import org.zhiqiao.platform.expert.Title;
import org.zhiqiao.platform.expert.Visibility;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.organisation.SaveOrganisation;
import org.zhiqiao.platform.publishing.ArticleState;
import org.zhiqiao.platform.publishing.SampleArticles;
import org.zhiqiao.platform.publishing.SaveArticle;
import org.zhiqiao.platform.research.SampleResearch;
import org.zhiqiao.platform.research.SaveResearch;
import org.zhiqiao.platform.sample.SampleFile.SampleArticle;
import org.zhiqiao.platform.sample.SampleFile.SampleContact;
import org.zhiqiao.platform.sample.SampleFile.SampleCooperation;
import org.zhiqiao.platform.sample.SampleFile.SampleDemand;
import org.zhiqiao.platform.sample.SampleFile.SampleExpert;
import org.zhiqiao.platform.sample.SampleFile.SampleOrganisation;
import org.zhiqiao.platform.sample.SampleFile.SampleWriting;
import org.zhiqiao.platform.taxonomy.Bilingual;

/** Loads the sample into an empty database, in one transaction: all of it or nothing. */
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class SampleLoader implements ApplicationRunner {

	/** Whose profile the expert of the demonstration keeps. */
	static final String EXPERT = "lin-ruoxi";

	/** For whom the firm of the demonstration acts. */
	static final String FIRM = "hefei-auto";

	/** Days between the publishing of a need and its first engagement. */
	private static final int AHEAD = 6;

	/** Stands in a text where the address of a picture is to be. */
	private static final Pattern PICTURE = Pattern.compile("\\{(\\w+)}");

	private static final Logger log = LoggerFactory.getLogger(SampleLoader.class);

	private final Organisations organisations;

	private final SampleExperts experts;

	private final Demands demands;

	private final SampleArticles articles;

	private final Cooperations cooperations;

	private final SampleEngagements engagements;
	private final SampleBaseYears baseYears;

	private final SampleResearch research;

	private final Accounts accounts;

	private final DemoAccounts demo;

	private final TransactionTemplate transaction;

	private final Clock clock;

	SampleLoader(Organisations organisations, SampleExperts experts, Demands demands, SampleArticles articles,
			Cooperations cooperations, SampleEngagements engagements, SampleBaseYears baseYears,
			SampleResearch research, Accounts accounts, DemoAccounts demo,
			PlatformTransactionManager transactions,
			Clock clock) {
		this.organisations = organisations;
		this.experts = experts;
		this.demands = demands;
		this.articles = articles;
		this.cooperations = cooperations;
		this.engagements = engagements;
		this.baseYears = baseYears;
		this.research = research;
		this.accounts = accounts;
		this.demo = demo;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (!this.experts.none() || !this.demands.none()) {
			return;
		}
		this.transaction.executeWithoutResult(_ -> load());
	}

	private void load() {
		var organisationIds = organisations();
		var people = SampleFile.experts();
		var personIds = new HashMap<String, Long>();
		for (var person : people) {
			personIds.put(person.key(), this.experts.add(profile(person, organisationIds),
					person.key().equals(EXPERT) ? account("expert") : null, person.verified()));
		}
		var firm = account("firm");
		this.accounts.actFor(firm, organisationIds.get(FIRM));
		var needs = SampleFile.demands();
		var contacts = SampleFile.engagements();
		var needIds = new HashMap<String, Long>();
		for (var need : needs) {
			var before = contacts.stream()
					.filter(contact -> contact.need().equals(need.key()))
					.mapToInt(contact -> contact.daysAgo() + AHEAD)
					.max()
					.orElse(0);
			needIds.put(need.key(),
					this.demands.placeSample(need.org().equals(FIRM) ? firm : null, need(need, organisationIds),
							DemandState.valueOf(need.state().toUpperCase(Locale.ROOT)),
							need.state().equals("returned") ? "请说明需要解决的具体技术问题和现有条件，便于专家判断。" : null,
							need.state().equals("closed") ? Outcome.SOLVED : null, before));
		}
		for (var contact : contacts) {
			this.engagements.add(contact(contact, needIds, personIds));
		}
		for (var one : SampleFile.cooperation()) {
			var id = this.cooperations.placeSample(cooperation(one, organisationIds, personIds));
			for (var year : one.years()) {
				this.baseYears.place(id, year.year(), new SaveBaseYear(year.measures(), year.note()), year.reported());
			}
		}
		SampleFile.research().forEach(one -> this.research.add(research(one, personIds, needIds)));
		var stories = SampleFile.articles();
		articles(stories, organisationIds, personIds);
		log.info("Loaded the sample: {} organisations, {} people, {} needs, {} articles, all made up",
				organisationIds.size(), people.size(), needs.size(), stories.size());
	}

	private static SampleEngagement contact(SampleContact given, Map<String, Long> needs, Map<String, Long> people) {
		return new SampleEngagement(id(needs, given.need()), id(people, given.person()), given.by().equals("owner"),
				given.message(),
				given.words()
						.stream()
						.map(word -> new SampleEngagement.Said(word.side().equals("owner"), word.words()))
						.toList(),
				given.state(), given.daysAgo(), marks(given.ownerMarks()), marks(given.personMarks()), given.reason(),
				given.triage(), given.remarks());
	}

	private static SampleEngagement.@Nullable Marks marks(@Nullable List<@Nullable Object> given) {
		return (given == null)
				? null
				: new SampleEngagement.Marks(number(given.get(0)), number(given.get(1)), number(given.get(2)),
						(given.get(3) instanceof String words) ? words : null);
	}

	private static int number(@Nullable Object given) {
		if (given instanceof Number number) {
			return number.intValue();
		}
		throw new IllegalStateException("Not a mark: " + given);
	}

	private static SaveCooperation cooperation(SampleCooperation given, Map<String, Long> organisations,
			Map<String, Long> people) {
		return new SaveCooperation(given.kind(), new Bilingual(given.titleZh(), given.titleEn()),
				id(organisations, given.host()), null, given.city(), given.industries(), given.domains(),
				given.countries(), given.partners().stream().map(key -> id(organisations, key)).toList(),
				given.people().stream().map(key -> id(people, key)).toList(), given.fromYear(), given.toYear(),
				given.funding(), given.channel(), given.programme(), given.baseType(), given.baseLevel(),
				given.theme(), given.note(), given.occasion(), null);
	}

	private SaveResearch research(SampleWriting given, Map<String, Long> people, Map<String, Long> needs) {
		var authors = Stream.concat(
				given.authors().stream().map(key -> new SaveResearch.SaveAuthor(id(people, key), null)),
				given.outside().stream().map(name -> new SaveResearch.SaveAuthor(null, name))).toList();
		return new SaveResearch(given.kind(), new Bilingual(given.titleZh(), given.titleEn()),
				new Bilingual(given.textZh(), given.textEn()), given.themes(), authors, null,
				(given.deadline() != null) ? ahead(MonthDay.parse("--" + given.deadline()).atYear(2024)) : null,
				given.topics()
						.stream()
						.map(topic -> new SaveResearch.SaveTopic(null, new Bilingual(topic.titleZh(), topic.titleEn()),
								new Bilingual(topic.textZh(), topic.textEn()),
								topic.needs().stream().map(key -> id(needs, key)).toList(), topic.cities(),
								topic.experts().stream().map(key -> id(people, key)).toList()))
						.toList());
	}

	private void articles(List<SampleArticle> articles, Map<String, Long> organisations, Map<String, Long> people) {
		var author = account("information");
		var pictures = new HashMap<String, String>();
		for (var article : articles) {
			var state = ArticleState.valueOf(article.state().toUpperCase(Locale.ROOT));
			this.articles.add(author,
					new SaveArticle(article.kind(), article.form(), id(organisations, article.org()),
							new Bilingual(article.titleZh(), article.titleEn()),
							new Bilingual(illustrated(article.textZh(), pictures, author),
									illustrated(article.textEn(), pictures, author)),
							article.industries(), article.countries(),
							article.people().stream().map(key -> id(people, key)).toList(),
							article.organisations().stream().map(key -> id(organisations, key)).toList()),
					state, this.clock.instant().minus(Duration.ofDays(article.daysAgo())),
					(state == ArticleState.RETURNED) ? "请补充合作方、认证项目和目前的销售情况，并附一张产品或现场图片。" : null);
		}
	}

	/** The text with the addresses of its pictures, each of which is taken in once. */
	private @Nullable String illustrated(@Nullable String text, Map<String, String> pictures, long author) {
		if (text == null) {
			return null;
		}
		return PICTURE.matcher(text).replaceAll((MatchResult name) -> pictures.computeIfAbsent(name.group(1),
				known -> this.articles.picture(SampleFile.picture(known), author)));
	}

	private long account(String story) {
		return this.demo.all()
				.stream()
				.filter(account -> account.story().equals(story))
				.findFirst()
				.flatMap(account -> this.accounts.findByEmail(account.email()))
				.orElseThrow(() -> new IllegalStateException("There is no account for the story " + story))
				.accountId();
	}

	/** The parents first. */
	private Map<String, Long> organisations() {
		var ids = new HashMap<String, Long>();
		var open = SampleFile.organisations();
		while (!open.isEmpty()) {
			var ready = open.stream()
					.filter(organisation -> organisation.parent() == null || ids.containsKey(organisation.parent()))
					.toList();
			if (ready.isEmpty()) {
				throw new IllegalStateException("No such parents: " + open);
			}
			ready.forEach(organisation -> ids.put(organisation.key(), register(organisation, ids)));
			open = open.stream().filter(organisation -> !ids.containsKey(organisation.key())).toList();
		}
		return ids;
	}

	private long register(SampleOrganisation given, Map<String, Long> ids) {
		return this.organisations
				.register(new SaveOrganisation(new Bilingual(given.nameZh(), given.nameEn()), given.aliases(),
						given.country(), given.city(), given.hostKind(), given.uscc(),
						(given.parent() != null) ? ids.get(given.parent()) : null), true, true)
				.id();
	}

	private static SaveExpert profile(SampleExpert given, Map<String, Long> ids) {
		var names = given.names();
		// The own script says nothing new where it is Chinese.
		var ownScript = Objects.equals(names.ownScript(), names.zh())
				|| Objects.equals(names.ownScript(), names.latin())
						? null
						: names.ownScript();
		var groups = new EnumMap<Group, SaveExpert.Choice>(Group.class);
		given.visibility()
				.forEach((group, visibility) -> groups.put(Group.valueOf(group.toUpperCase(Locale.ROOT)),
						new SaveExpert.Choice(Visibility.valueOf(visibility.toUpperCase(Locale.ROOT)))));
		return new SaveExpert(new Names(names.zh(), names.latin(), ownScript, List.of()),
				new Title(given.title().level(), given.title().zh(), given.title().en()),
				new Bilingual(given.summaryZh(), given.summaryEn()),
				open(given.affiliations()
						.stream()
						.map(at -> new Affiliation((at.org() != null) ? id(ids, at.org()) : null,
								new Bilingual(at.nameZh(), at.nameEn()), at.country(), at.from(), at.to(), at.role()))
						.toList()),
				open(given.degrees()
						.stream()
						.map(degree -> new Degree(degree.level(), degree.field(), degree.institution(),
								degree.country(),
								degree.year()))
						.toList()),
				given.residence(), given.nationality(), open(given.domains()), open(given.freeDomains()),
				open(given.industries()),
				open(given.languages().stream().map(skill -> new LanguageSkill(skill.code(), skill.level())).toList()),
				open(given.countries()
						.stream()
						.map(stay -> new CountryExperience(stay.code(), stay.kind(), stay.from(), stay.to(),
								stay.note()))
						.toList()),
				open(given.competences()),
				open(given.evidence()
						.stream()
						.map(piece -> new Evidence(null, piece.kind(), piece.title(), piece.summary(), piece.year(),
								piece.with(), piece.language(), null, null))
						.toList()),
				open(given.offers()),
				new Availability(given.availability().status(), given.availability().from(),
						given.availability().note()),
				given.preferredLanguage(), given.timeZone(), new Contact(given.email(), null, null), null, groups);
	}

	/** A form may have gaps in its lists; these have none. */
	private static <T> List<@Nullable T> open(List<? extends T> whole) {
		return new ArrayList<@Nullable T>(whole);
	}

	private SaveDemand need(SampleDemand given, Map<String, Long> ids) {
		return new SaveDemand(given.kind(), given.title(), given.description(), given.language(), id(ids, given.org()),
				given.city(), given.industries(),
				given.domains()
						.stream()
						.map(asked -> new SaveDemand.SoughtDomain(asked.code(), asked.text(), asked.must(),
								asked.weight()))
						.toList(),
				given.countries()
						.stream()
						.map(asked -> new SaveDemand.SoughtCountry(asked.code(), asked.region(), asked.kind(),
								asked.must(),
								asked.weight()))
						.toList(),
				given.languages()
						.stream()
						.map(asked -> new SaveDemand.SoughtLanguage(asked.code(), asked.level(), asked.must(),
								asked.weight()))
						.toList(),
				given.competences()
						.stream()
						.map(asked -> new SaveDemand.SoughtCompetence(asked.code(), asked.must(), asked.weight()))
						.toList(),
				(given.budgetMin() != null || given.budgetMax() != null)
						? new Budget(given.budgetMin(), given.budgetMax())
						: null,
				ahead(given.deadline()), given.confidentiality());
	}

	private static long id(Map<String, Long> ids, String key) {
		var id = ids.get(key);
		if (id == null) {
			throw new IllegalStateException("Not in the sample: " + key);
		}
		return id;
	}

	/** The sample must not grow old: its deadlines come next time that day of the year comes. */
	private @Nullable LocalDate ahead(@Nullable LocalDate deadline) {
		if (deadline == null) {
			return null;
		}
		var today = LocalDate.now(this.clock);
		var next = MonthDay.from(deadline).atYear(today.getYear());
		return next.isAfter(today.plusDays(14)) ? next : next.plusYears(1);
	}

}
