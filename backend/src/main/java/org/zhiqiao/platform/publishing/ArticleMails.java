package org.zhiqiao.platform.publishing;

import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.notification.Mail;
import org.zhiqiao.platform.notification.Notifications;
import org.zhiqiao.platform.notification.Topic;

/** Tells people by mail what happened to an article that concerns them. */
@Component
class ArticleMails {

	private final Accounts accounts;

	private final Notifications notifications;

	ArticleMails(Accounts accounts, Notifications notifications) {
		this.accounts = accounts;
		this.notifications = notifications;
	}

	void submitted(Article article) {
		toReviewers(article, "article-submitted");
	}

	void remind(Article article, boolean late) {
		toReviewers(article, late ? "article-overdue" : "article-due");
	}

	void published(Article article) {
		toAuthor(article, "article-published", "/stories/" + article.id());
	}

	void returned(Article article, String remarks) {
		toAuthor(article, "article-returned", "/workspace/articles/" + article.id() + "/edit", remarks);
	}

	void withdrawn(Article article, String reason) {
		toAuthor(article, "article-withdrawn", "/workspace/articles/" + article.id(), reason);
	}

	private void toReviewers(Article article, String template) {
		for (var person : reviewers()) {
			if (!Objects.equals(person.accountId(), article.ownerId())) {
				this.notifications.send(new Mail(Topic.COOPERATION, person.email(), person.language(), template,
						"/workspace/articles/" + article.id(), title(article, person.language()),
						day(article, person.language())));
			}
		}
	}

	/** Those of the province; administrators only where the province has nobody. */
	private Collection<Accounts.Person> reviewers() {
		var found = new LinkedHashMap<Long, Accounts.Person>();
		this.accounts.holding(Role.PROVINCIAL_OFFICER, null).forEach(one -> found.put(one.accountId(), one));
		if (found.isEmpty()) {
			this.accounts.holding(Role.ADMINISTRATOR, null).forEach(one -> found.put(one.accountId(), one));
		}
		return found.values();
	}

	private void toAuthor(Article article, String template, String link, Object... more) {
		Optional.ofNullable(article.ownerId())
				.flatMap(this.accounts::find)
				.ifPresent(author -> this.notifications.send(new Mail(Topic.COOPERATION, author.email(),
						author.language(), template, link,
						Stream.concat(Stream.of(title(article, author.language())), Stream.of(more)).toArray())));
	}

	private static String title(Article article, Locale language) {
		return article.content().title().in(language);
	}

	/** The last day on which it is in time. */
	private static String day(Article article, Locale language) {
		var by = article.progress().reviewBy();
		var pattern = language.getLanguage().equals("zh") ? "uuuu年M月d日" : "d MMMM uuuu";
		return (by == null)
				? ""
				: DateTimeFormatter.ofPattern(pattern, language).format(by.minusSeconds(1).atZone(Moments.HERE));
	}

}
