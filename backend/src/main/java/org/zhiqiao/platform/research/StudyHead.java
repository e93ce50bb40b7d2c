package org.zhiqiao.platform.research;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;

import org.zhiqiao.platform.research.ResearchViews.ResearchAuthor;
import org.zhiqiao.platform.research.ResearchViews.ResearchView;
import tools.jackson.databind.json.JsonMapper;

/** Puts a study into the page of the front end for those who run no script: schema.org as JSON-LD, title, canonical address. */
final class StudyHead {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private StudyHead() {}

	static String page(String index, ResearchView study, String publicUrl, Locale language) {
		var english = language.getLanguage().equals("en");
		var title = study.content().title().in(language);
		var text = study.content().text().in(language);
		var chinese = publicUrl + "/research/" + study.id();
		var address = english ? chinese + "?lang=en" : chinese;
		var page = Jsoup.parse(index);
		page.outputSettings().prettyPrint(false);
		page.select("html").attr("lang", english ? "en" : "zh-CN");
		var head = page.head();
		head.select("title, meta[name=description]").remove();
		head.appendElement("title").text(title + (english ? " · Zhiqiao" : " · 智桥"));
		var line = text.replaceAll("\\s+", " ");
		head.appendElement("meta")
				.attr("name", "description")
				.attr("content", (line.codePointCount(0, line.length()) > 200)
						? line.substring(0, line.offsetByCodePoints(0, 200)) + "…"
						: line);
		head.appendElement("link").attr("rel", "canonical").attr("href", address);
		for (var other : Map.of("zh-CN", chinese, "en", chinese + "?lang=en").entrySet()) {
			head.appendElement("link")
					.attr("rel", "alternate")
					.attr("hreflang", other.getKey())
					.attr("href", other.getValue());
		}
		// What reference managers read.
		head.appendElement("meta").attr("name", "citation_title").attr("content", title);
		for (var name : ResearchViews.names(study.content().authors(), !english)) {
			head.appendElement("meta").attr("name", "citation_author").attr("content", name);
		}
		head.appendElement("script")
				.attr("type", "application/ld+json")
				.appendChild(new DataNode(data(study, publicUrl, address, title, text, english)));
		var app = page.selectFirst("#app");
		if (app != null) {
			var whole = app.appendElement("article");
			whole.appendElement("h1").text(title);
			whole.appendElement("p").text(text);
		}
		return page.outerHtml();
	}

	private static String data(ResearchView study, String publicUrl, String address, String title, String text,
			boolean english) {
		var data = new LinkedHashMap<String, Object>();
		data.put("@context", "https://schema.org");
		data.put("@type", "ScholarlyArticle");
		data.put("mainEntityOfPage", address);
		data.put("headline", title);
		data.put("abstract", text);
		data.put("inLanguage", english ? "en" : "zh-CN");
		data.put("version", study.number());
		data.put("dateModified", study.publishedAt().toString());
		data.put("datePublished", study.editions().getLast().publishedAt().toString());
		data.put("author", authors(study.content().authors(), publicUrl, english));
		data.put("publisher", Map.of("@type", "Organization", "name", "智桥 Zhiqiao", "url", publicUrl));
		var pdf = study.content().pdf();
		if (pdf != null) {
			data.put("encoding", Map.of("@type", "MediaObject", "encodingFormat", "application/pdf", "contentUrl",
					publicUrl + "/api/research/pdf/" + pdf.key()));
		}
		// No title may end the script.
		return JSON.writeValueAsString(data).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
	}

	private static List<Map<String, Object>> authors(List<ResearchAuthor> authors, String publicUrl, boolean english) {
		var all = new ArrayList<Map<String, Object>>();
		for (var author : authors) {
			var names = ResearchViews.names(List.of(author), !english);
			if (!names.isEmpty()) {
				var one = new LinkedHashMap<String, Object>();
				one.put("@type", "Person");
				one.put("name", names.getFirst());
				if (author.person() != null) {
					one.put("url", publicUrl + "/experts/" + Objects.requireNonNull(author.person()).id());
				}
				all.add(one);
			}
		}
		return all;
	}

}
