package org.zhiqiao.platform.publishing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import io.swagger.v3.oas.annotations.Hidden;
import org.zhiqiao.platform.notification.Notifications;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.Texts;
import org.zhiqiao.platform.publishing.ArticleTable.Wanted;
import org.zhiqiao.platform.publishing.ListedPages.ListedPage;

/** What machines read: feeds, the list of addresses, and the pages of articles for those who run no script. */
@RestController
@Hidden
class PublicController {

	private static final int FEED = 30;

	/** The most that one file of a sitemap may hold is 50,000. */
	private static final int SITEMAP = 45_000;

	private static final List<String> PAGES = List.of("/", "/stories", "/experts", "/demands", "/concepts",
			"/cooperation", "/research", "/guides", "/panels/published");

	private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

	private static final MediaType XML = new MediaType("application", "xml", StandardCharsets.UTF_8);

	private static final CacheControl SHORT = CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

	private final Articles articles;

	private final Notifications notifications;

	private final Texts texts;

	private final ObjectProvider<ListedPages> listed;

	PublicController(Articles articles, Notifications notifications, Texts texts,
			ObjectProvider<ListedPages> listed) {
		this.articles = articles;
		this.listed = listed;
		this.notifications = notifications;
		this.texts = texts;
	}

	@GetMapping("/feeds/articles.atom")
	@PreAuthorize("permitAll()")
	ResponseEntity<String> all(@RequestParam(defaultValue = "zh-CN") String lang) {
		return feed(null, Texts.language(lang));
	}

	@GetMapping("/feeds/articles/{kind}.atom")
	@PreAuthorize("permitAll()")
	ResponseEntity<String> ofKind(@PathVariable String kind, @RequestParam(defaultValue = "zh-CN") String lang) {
		return feed(ArticleKind.of(kind).orElseThrow(() -> new NotFound("article-feed", kind)), Texts.language(lang));
	}

	private ResponseEntity<String> feed(@Nullable ArticleKind kind, Locale language) {
		var url = this.notifications.publicUrl();
		var english = language.getLanguage().equals("en");
		var self = url + "/feeds/articles" + ((kind != null) ? "/" + kind.code() : "") + ".atom"
				+ (english ? "?lang=en" : "");
		var page = url + "/stories" + ((kind != null) ? "?kind=" + kind.code() : "");
		var title = this.texts.text(language, "article.feed." + ((kind != null) ? kind.code() : "all"));
		return ResponseEntity.ok()
				.cacheControl(SHORT)
				.contentType(ATOM)
				.body(Feed.atom(title, self, page, url, language,
						this.articles.latest((kind != null) ? Wanted.of(kind) : Wanted.ALL, FEED)));
	}

	@GetMapping("/sitemap.xml")
	@PreAuthorize("permitAll()")
	ResponseEntity<String> sitemap() {
		return ResponseEntity.ok()
				.cacheControl(SHORT)
				.contentType(XML)
				.body(Feed.sitemap(this.notifications.publicUrl(), PAGES, singles()));
	}

	/** Each page that the public reads; of more than one list can hold, the latest articles and what others list. */
	private List<ListedPage> singles() {
		var singles = new ArrayList<ListedPage>();
		this.listed.orderedStream().forEach(pages -> singles.addAll(pages.latest(SITEMAP / 2)));
		this.articles.latest(Wanted.ALL, SITEMAP - singles.size())
				.forEach(edition -> singles
						.add(new ListedPage("/stories/" + edition.article(), edition.publishedAt())));
		return singles;
	}

	@GetMapping("/robots.txt")
	@PreAuthorize("permitAll()")
	ResponseEntity<String> robots() {
		return ResponseEntity.ok()
				.cacheControl(SHORT)
				.contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
				.body("""
						User-agent: *
						Disallow: /workspace
						Disallow: /account
						Allow: /

						Sitemap: %s/sitemap.xml
						""".formatted(this.notifications.publicUrl()));
	}

	/** The front end's page with the article in it; for an article that is not there, the page that says so. */
	@GetMapping(path = "/stories/{id:\\d+}", produces = MediaType.TEXT_HTML_VALUE)
	@PreAuthorize("permitAll()")
	ResponseEntity<String> story(@PathVariable long id, @RequestParam(defaultValue = "zh-CN") String lang)
			throws IOException {
		var file = new ClassPathResource("META-INF/resources/index.html");
		if (!file.exists()) {
			throw new NotFound("article", id);
		}
		var index = file.getContentAsString(StandardCharsets.UTF_8);
		var answer = ResponseEntity.ok();
		var page = index;
		try {
			page = StoryHead.page(index, this.articles.read(id, null), this.notifications.publicUrl(),
					Texts.language(lang));
		} catch (NotFound gone) {
			answer = ResponseEntity.status(HttpStatus.NOT_FOUND);
		}
		return answer.cacheControl(CacheControl.noCache())
				.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
				.body(page);
	}

}
