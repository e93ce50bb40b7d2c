package org.zhiqiao.platform.publishing;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.zhiqiao.platform.publishing.ArticleViews.ArticleView;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts into the page of the front end what those need who do not run its script: search engines and the previews of messengers
 * (Open Graph, schema.org as JSON-LD, canonical address and its other language).
 */
final class StoryHead {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private StoryHead() {}

	static String page(String index, ArticleView article, String publicUrl, Locale language) {
		var english = language.getLanguage().equals("en");
		var title = article.title().in(language);
		var text = english
				? Objects.requireNonNullElse(article.text().en(), Objects.requireNonNullElse(article.text().zh(), ""))
				: Objects.requireNonNullElse(article.text().zh(), Objects.requireNonNullElse(article.text().en(), ""));
		var description = Objects.requireNonNullElse(ArticleViews.excerpt(text, english ? 200 : 100), "");
		var chinese = publicUrl + "/stories/" + article.id();
		var address = english ? chinese + "?lang=en" : chinese;
		var page = Jsoup.parse(index);
		page.outputSettings().prettyPrint(false);
		page.select("html").attr("lang", english ? "en" : "zh-CN");
		var head = page.head();
		head.select("title, meta[name=description]").remove();
		head.appendElement("title").text(title + (english ? " · Zhiqiao" : " · 智桥"));
		meta(head, "name", "description", description);
		link(head, "canonical", address, null);
		link(head, "alternate", chinese, "zh-CN");
		link(head, "alternate", chinese + "?lang=en", "en");
		link(head, "alternate", chinese, "x-default");
		head.appendElement("link")
				.attr("rel", "alternate")
				.attr("type", "application/atom+xml")
				.attr("href", publicUrl + "/feeds/articles.atom");
		meta(head, "property", "og:type", "article");
		meta(head, "property", "og:site_name", "智桥 Zhiqiao");
		meta(head, "property", "og:title", title);
		meta(head, "property", "og:description", description);
		meta(head, "property", "og:url", address);
		meta(head, "property", "og:locale", english ? "en_GB" : "zh_CN");
		meta(head, "property", "article:published_time", article.publishedAt().toString());
		meta(head, "property", "article:modified_time", article.updatedAt().toString());
		var cover = article.cover();
		if (cover != null) {
			meta(head, "property", "og:image", publicUrl + cover.src());
			meta(head, "property", "og:image:width", Integer.toString(cover.width()));
			meta(head, "property", "og:image:height", Integer.toString(cover.height()));
			meta(head, "property", "og:image:alt", cover.alt());
		}
		meta(head, "name", "twitter:card", (cover != null) ? "summary_large_image" : "summary");
		head.appendElement("script")
				.attr("type", "application/ld+json")
				.appendChild(new DataNode(data(article, publicUrl, address, title, description, language)));
		// The writing itself, for whoever runs no script; the front end puts its own page in its place.
		var app = page.selectFirst("#app");
		if (app != null) {
			var whole = app.appendElement("article");
			whole.appendElement("h1").text(title);
			whole.append(text);
		}
		return page.outerHtml();
	}

	private static String data(ArticleView article, String publicUrl, String address, String title, String description,
			Locale language) {
		var data = new LinkedHashMap<String, Object>();
		data.put("@context", "https://schema.org");
		data.put("@type", article.kind() == ArticleKind.NEWS ? "NewsArticle" : "Article");
		data.put("mainEntityOfPage", address);
		data.put("headline", title);
		data.put("description", description);
		data.put("inLanguage", language.getLanguage().equals("en") ? "en" : "zh-CN");
		data.put("datePublished", article.publishedAt().toString());
		data.put("dateModified", article.updatedAt().toString());
		var cover = article.cover();
		if (cover != null) {
			data.put("image", publicUrl + cover.src());
		}
		var source = article.source();
		data.put("author", Map.of("@type", "Organization", "name",
				(source != null) ? source.name().in(language) : "智桥 Zhiqiao"));
		data.put("publisher", Map.of("@type", "Organization", "name", "智桥 Zhiqiao", "url", publicUrl));
		// No title may end the script.
		return JSON.writeValueAsString(data).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
	}

	private static void meta(Element head, String by, String name, String content) {
		head.appendElement("meta").attr(by, name).attr("content", content);
	}

	private static void link(Element head, String relation, String address, @Nullable String language) {
		var link = head.appendElement("link").attr("rel", relation).attr("href", address);
		if (language != null) {
			link.attr("hreflang", language);
		}
	}

}
