package org.zhiqiao.platform.publishing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.change.ChangeLog;
import org.zhiqiao.platform.change.SubjectKind;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.problem.StaleVersion;
import org.zhiqiao.platform.publishing.ArticleTable.Edition;
import org.zhiqiao.platform.publishing.ArticleTable.Wanted;
import org.zhiqiao.platform.publishing.ArticleViews.ArticleCard;
import org.zhiqiao.platform.publishing.ArticleViews.ArticleView;
import org.zhiqiao.platform.publishing.ArticleViews.ManuscriptView;

/**
 * Articles, for everybody: writing, reviewing and reading them. Whoever acts is named in each call, so that rights are decided
 * here and in {@link ArticleRights} and nowhere else.
 */
@Service
public class Articles {

	private final ArticleTable table;

	private final ArticleCheck check;

	private final ArticleViews views;

	private final ArticleMails mails;

	private final PublishingSettings settings;

	private final AuditLog audit;

	private final ChangeLog changes;

	private final Clock clock;

	Articles(ArticleTable table, ArticleCheck check, ArticleViews views, ArticleMails mails,
			PublishingSettings settings, AuditLog audit, ChangeLog changes, Clock clock) {
		this.table = table;
		this.check = check;
		this.views = views;
		this.mails = mails;
		this.settings = settings;
		this.audit = audit;
		this.changes = changes;
		this.clock = clock;
	}

	/** A page of cards; pages count from 1. */
	record ArticlePage(List<ArticleCard> items, long total, int page, int size) {

	}

	/** A page of manuscripts; pages count from 1. */
	record ManuscriptPage(List<ManuscriptView> items, long total, int page, int size) {

	}

	/** What the public may read, the latest first. */
	@Transactional(readOnly = true)
	ArticlePage list(Wanted wanted, int page, int size) {
		var ids = this.table.live(wanted, (page - 1) * size, size);
		return new ArticlePage(this.views.cards(this.table.editions(ids)), this.table.countLive(wanted), page, size);
	}

	/** The last published edition. */
	@Transactional(readOnly = true)
	ArticleView read(long id, @Nullable Actor viewer) {
		return this.views.view(edition(id), viewer);
	}

	private Edition edition(long id) {
		return this.table.editions(List.of(id))
				.stream()
				.findFirst()
				.orElseThrow(() -> new NotFound("article", id));
	}

	/** The latest editions themselves, for feeds and lists of addresses. */
	@Transactional(readOnly = true)
	List<Edition> latest(Wanted wanted, int count) {
		return this.table.editions(this.table.live(wanted, 0, count));
	}

	/** What the public may read, and could for the first time after one moment and up to another; the latest first. */
	@Transactional(readOnly = true)
	public List<Story> firstPublishedBetween(Instant after, Instant until) {
		return this.table.editions(this.table.firstLiveBetween(after, until))
				.stream()
				.map(edition -> new Story(edition.article(), edition.content().title(), edition.content().industries(),
						edition.content().countries()))
				.toList();
	}

	/**
	 * An article by what it is about.
	 */
	public record Story(long id, Bilingual title, List<String> industries, List<String> countries) {

	}

	/** Those of the articles that the public may read, in the order of the numbers, as a list shows them. */
	@Transactional(readOnly = true)
	public List<Brief> briefs(Collection<Long> ids) {
		return this.views.cards(this.table.editions(ids)).stream().map(card -> {
			var source = card.source();
			return new Brief(card.id(), card.kind(), card.title(), card.excerpt(),
					(source != null) ? source.name() : null, card.countries(), card.industries(), card.publishedAt(),
					card.sample());
		}).toList();
	}

	/**
	 * An article in a list of several kinds of things.
	 *
	 * @param excerpt how its text begins
	 * @param source the name of the organisation that tells it
	 * @param publishedAt of its first edition
	 */
	public record Brief(long id, ArticleKind kind, Bilingual title, Bilingual excerpt, @Nullable Bilingual source,
			List<String> countries, List<String> industries, Instant publishedAt, boolean sample) {

	}

	@Transactional(readOnly = true)
	ManuscriptPage mine(Actor actor, int page, int size) {
		var articles = this.table.load(this.table.by(actor.accountId(), (page - 1) * size, size));
		return new ManuscriptPage(this.views.manuscripts(articles, actor, this.clock.instant()),
				this.table.countBy(actor.accountId()), page, size);
	}

	/** What waits for the administration, what is due first first. */
	@Transactional(readOnly = true)
	ManuscriptPage reviewQueue(Actor actor, int page, int size) {
		var articles = this.table.load(this.table.waiting((page - 1) * size, size));
		return new ManuscriptPage(this.views.manuscripts(articles, actor, this.clock.instant()),
				this.table.countWaiting(), page, size);
	}

	@Transactional(readOnly = true)
	ManuscriptView manuscript(long id, Actor actor) {
		return shown(seen(id, actor), actor);
	}

	@Transactional
	ManuscriptView write(SaveArticle save, Actor actor) {
		var content = this.check.saved(save, actor.organisationId());
		var article = this.table.insert(Article.draft(actor.accountId(), false, content, now()));
		this.audit.record("article.created", "article", article.id(), null, trace(article));
		return shown(article, actor);
	}

	/**
	 * Changes the manuscript: by its author, or, while it is under review, by whoever reviews it.
	 * @param version the version that the actor has read
	 */
	@Transactional
	ManuscriptView rewrite(long id, int version, SaveArticle save, Actor actor) {
		var before = read(id, version, actor);
		// A form cannot send whom it was not told of: they stay.
		var unseen = this.views.unseen(before.content(), actor);
		if (ArticleRights.owns(before, actor)) {
			return store("article.updated", before,
					before.rewritten(this.check.saved(save, actor.organisationId()).also(unseen), now()), actor);
		}
		mustReview(before, actor);
		return store("article.corrected", before,
				before.corrected(this.check.saved(save, null).also(unseen), now()), actor);
	}

	/** Throws away what nobody but its author has read. */
	@Transactional
	void delete(long id, Actor actor) {
		var article = seen(id, actor);
		mustOwn(article, actor);
		article.mustBeDeletable();
		this.table.delete(id);
		this.changes.changed(SubjectKind.ARTICLE, id);
		this.audit.record("article.deleted", "article", id, trace(article), null);
	}

	/** Hands a manuscript to the administration. */
	@Transactional
	ManuscriptView submit(long id, int version, Actor actor) {
		var before = read(id, version, actor);
		mustOwn(before, actor);
		var after = before.submitted(this.settings.reviewDays(), now());
		this.check.complete(before.content());
		var view = store("article.submitted", before, after, actor);
		this.mails.submitted(after);
		return view;
	}

	/**
	 * Lets the public read it.
	 * @param confirmed what looks like a person's own data and may nevertheless be published, as it is written
	 * @throws InvalidInput naming what is not confirmed
	 */
	@Transactional
	ManuscriptView publish(long id, int version, List<String> confirmed, Actor actor) {
		var before = read(id, version, actor);
		mustReview(before, actor);
		var after = before.published(now());
		this.check.complete(before.content());
		var known = new HashSet<>(confirmed);
		var findings = PersonalDataInText.in(before.content());
		var open = new ArrayList<FieldError>();
		for (var finding : findings) {
			if (!known.contains(finding.found())) {
				open.add(new FieldError(finding.pointer(), "article-personal-data", finding.found())
						.with("from", finding.from())
						.with("to", finding.to()));
			}
		}
		if (!open.isEmpty()) {
			throw new InvalidInput(open);
		}
		var stored = this.table.update(after);
		this.table.publish(stored, actor.accountId());
		this.changes.changed(SubjectKind.ARTICLE, id);
		var trace = trace(stored);
		// What it was stands in the article; that somebody looked at it and let it pass stands here.
		trace.put("confirmed", findings.stream()
				.collect(Collectors.groupingBy(ArticleFinding::kind, Collectors.counting())));
		this.audit.record("article.published", "article", id, trace(before), trace);
		this.mails.published(stored);
		return shown(stored, actor);
	}

	/** Gives it back with remarks. */
	@Transactional
	ManuscriptView giveBack(long id, int version, String remarks, Actor actor) {
		var before = read(id, version, actor);
		mustReview(before, actor);
		var view = store("article.returned", before, before.returned(remarks, now()), actor);
		this.mails.returned(before, remarks);
		return view;
	}

	/** Takes it from the public; its author or the administration may. */
	@Transactional
	ManuscriptView withdraw(long id, int version, String reason, Actor actor) {
		var before = read(id, version, actor);
		if (!ArticleRights.owns(before, actor) && !ArticleRights.administers(actor)) {
			throw new NotAllowed("article-author");
		}
		var after = before.withdrawn(reason, now());
		var view = store("article.withdrawn", before, after, actor);
		this.changes.changed(SubjectKind.ARTICLE, id);
		if (!ArticleRights.owns(before, actor)) {
			this.mails.withdrawn(before, reason);
		}
		return view;
	}

	/** Sends the reminders that are due. */
	@Transactional
	void remind(Instant now) {
		for (var article : this.table.load(this.table.waiting(0, 500))) {
			var due = article.remindersDue(now);
			if (due > article.progress().reminders()) {
				this.mails.remind(article, due > 1);
				this.table.reminded(article.id(), due);
			}
		}
	}

	/**
	 * Takes down an article of the made-up sample, in the state it is to be in. Nobody is told.
	 * @param publishedAt for one that is published
	 * @param remarks for one that was returned
	 */
	@Transactional
	long placeSample(long author, SaveArticle save, ArticleState state, @Nullable Instant publishedAt,
			@Nullable String remarks) {
		var at = Objects.requireNonNullElse(publishedAt, now());
		var article = this.table.insert(Article.draft(author, true, this.check.saved(save, null), at));
		if (state != ArticleState.DRAFT) {
			this.check.complete(article.content());
			article = this.table.update(article.submitted(this.settings.reviewDays(), at));
		}
		if (state == ArticleState.PUBLISHED) {
			article = this.table.update(article.published(at));
			this.table.publish(article, null);
			this.changes.changed(SubjectKind.ARTICLE, article.id());
		} else if (state == ArticleState.RETURNED) {
			article = this.table.update(article.returned(Objects.requireNonNull(remarks), at));
		}
		this.audit.record("article.created", "article", article.id(), null, trace(article));
		return article.id();
	}

	/** What somebody wrote, as they wrote it. */
	@Transactional(readOnly = true)
	List<Map<String, Object>> writtenBy(long account) {
		return this.table.load(this.table.by(account, 0, Integer.MAX_VALUE)).stream().map(article -> {
			var all = new LinkedHashMap<String, Object>();
			all.put("id", article.id());
			all.put("state", article.state());
			all.put("content", article.content());
			all.put("updatedAt", article.updatedAt());
			return (Map<String, Object>) all;
		}).toList();
	}

	private Article seen(long id, Actor actor) {
		return this.table.find(id)
				.filter(article -> ArticleRights.sees(article, actor))
				.orElseThrow(() -> new NotFound("article", id));
	}

	private Article read(long id, int version, Actor actor) {
		var article = seen(id, actor);
		if (article.version() != version) {
			throw new StaleVersion("article", id, article.version());
		}
		return article;
	}

	private static void mustOwn(Article article, Actor actor) {
		if (!ArticleRights.owns(article, actor)) {
			throw new NotAllowed("article-author");
		}
	}

	private static void mustReview(Article article, Actor actor) {
		if (ArticleRights.owns(article, actor)) {
			throw new NotAllowed("article-own-review");
		}
		if (!ArticleRights.administers(actor)) {
			throw new NotAllowed("article-author");
		}
	}

	private ManuscriptView store(String action, Article before, Article after, Actor actor) {
		var stored = this.table.update(after);
		this.audit.record(action, "article", stored.id(), trace(before), trace(stored));
		return shown(stored, actor);
	}

	private ManuscriptView shown(Article article, Actor actor) {
		return this.views.manuscript(article, actor, this.clock.instant());
	}

	private static Map<String, Object> trace(Article article) {
		var trace = new LinkedHashMap<String, Object>();
		trace.put("state", article.state().code());
		trace.put("version", article.version());
		trace.put("edition", article.edition());
		trace.put("live", article.live());
		trace.put("title", article.content().title());
		return trace;
	}

	private Instant now() {
		return Moments.exact(this.clock.instant());
	}

}
