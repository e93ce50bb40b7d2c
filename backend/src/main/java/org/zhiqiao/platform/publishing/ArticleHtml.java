package org.zhiqiao.platform.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/**
 * The writing of articles: paragraphs, two levels of headings, lists, quotes, links, strong and emphasised words, and pictures
 * of this platform with captions. Whatever else a browser, a text processor or somebody of ill will puts in is taken out.
 */
final class ArticleHtml {

	static final String PICTURES = "/api/articles/pictures/";

	private static final Pattern PICTURE = Pattern
			.compile(Pattern.quote(PICTURES) + "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/\\d+)?");

	/** Of the web, or of this platform: two slashes or a backslash would lead elsewhere. */
	private static final Pattern LINK = Pattern.compile("(?i)https?://[^\\s]+|/(?:[^/\\\\\\s][^\\s\\\\]*)?");

	/** What stands in them is no writing. */
	private static final String NEVER = "script, style, svg, math, template, iframe, object, embed, noembed, "
			+ "noframes, textarea, select, title, xmp, plaintext, form, button, input, audio, video, canvas";

	private static final Safelist WRITING = Safelist.none()
			.addTags("p", "h2", "h3", "ul", "ol", "li", "blockquote", "a", "strong", "em", "br", "figure", "img",
					"figcaption")
			.addAttributes("a", "href")
			.addAttributes("img", "src", "alt");

	private ArticleHtml() {}

	/**
	 * A picture in a text.
	 *
	 * @param alt what it shows, for those who do not see it; empty if nobody has said so yet
	 */
	record Picture(String key, String alt, String caption) {

	}

	/** Only the writing of what was sent; null if nothing is left. Cleaning twice changes nothing. */
	static @Nullable String clean(@Nullable String html) {
		if (html == null) {
			return null;
		}
		var sent = Jsoup.parseBodyFragment(html);
		sent.select(NEVER).remove();
		rename(sent, "b", "strong");
		rename(sent, "i", "em");
		rename(sent, "h1", "h2");
		rename(sent, "h4, h5, h6", "h3");
		rename(sent, "div", "p");
		var clean = new Cleaner(WRITING).clean(sent);
		clean.select("a").forEach(link -> {
			var target = link.attr("href").strip();
			if (LINK.matcher(target).matches()) {
				link.attr("href", target).attr("rel", "noopener noreferrer");
			} else {
				link.unwrap();
			}
		});
		clean.select("img").forEach(ArticleHtml::ours);
		clean.select("figure").forEach(figure -> {
			if (figure.selectFirst("img") == null) {
				figure.unwrap();
			}
		});
		clean.select("figcaption").forEach(caption -> {
			if (caption.closest("figure") == null) {
				caption.tagName("p");
			}
		});
		clean.select("p p").forEach(Element::unwrap);
		var written = written(clean);
		return (clean.text().isBlank() && clean.selectFirst("img") == null) ? null : written;
	}

	private static void rename(Document document, String from, String to) {
		document.select(from).forEach(element -> element.tagName(to));
	}

	/** A picture of elsewhere would tell its server who reads; and nobody has made it anew. */
	private static void ours(Element image) {
		var key = PICTURE.matcher(image.attr("src").strip());
		if (!key.matches()) {
			image.remove();
			return;
		}
		image.attr("src", PICTURES + key.group(1)).attr("alt", image.attr("alt").strip());
		if (image.closest("figure") == null) {
			image.wrap("<figure></figure>");
		}
	}

	private static String written(Document document) {
		document.outputSettings().prettyPrint(false);
		return document.body().html().strip();
	}

	static List<Picture> pictures(@Nullable String html) {
		if (html == null) {
			return List.of();
		}
		var found = new ArrayList<Picture>();
		for (var image : Jsoup.parseBodyFragment(html).select("img")) {
			var key = PICTURE.matcher(image.attr("src"));
			if (key.matches()) {
				var figure = image.closest("figure");
				var caption = (figure != null) ? figure.selectFirst("figcaption") : null;
				found.add(new Picture(key.group(1), image.attr("alt"), (caption != null) ? caption.text() : ""));
			}
		}
		return found;
	}

	/** The text with a line for each block. */
	static String plain(@Nullable String html) {
		if (html == null) {
			return "";
		}
		var body = Jsoup.parseBodyFragment(html).body();
		body.select("br").forEach(br -> br.replaceWith(new org.jsoup.nodes.TextNode("\n")));
		return body.select("p, h2, h3, li, figcaption")
				.stream()
				.map(Element::text)
				.filter(line -> !line.isBlank())
				.collect(Collectors.joining("\n"));
	}

	/** As readers get it: pictures in a size that fits their screen, with their room reserved. */
	static @Nullable String shown(@Nullable String html, java.util.Map<String, PictureTable.Sizes> sizes) {
		if (html == null) {
			return null;
		}
		var document = Jsoup.parseBodyFragment(html);
		for (var image : document.select("img")) {
			var key = PICTURE.matcher(image.attr("src"));
			var known = key.matches() ? sizes.get(key.group(1)) : null;
			if (known == null) {
				image.remove();
				continue;
			}
			image.attr("src", PICTURES + known.key() + "/" + known.largest())
					.attr("srcset",
							known.widths()
									.stream()
									.map(width -> PICTURES + known.key() + "/" + width + " " + width + "w")
									.collect(Collectors.joining(", ")))
					.attr("sizes", "(min-width: 48rem) 44rem, 100vw")
					.attr("width", Integer.toString(known.width()))
					.attr("height", Integer.toString(known.height()))
					.attr("loading", "lazy");
		}
		return written(document);
	}

}
