package org.zhiqiao.platform.publishing;

import java.io.StringWriter;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.zhiqiao.platform.publishing.ArticleTable.Edition;
import org.zhiqiao.platform.publishing.ListedPages.ListedPage;

/** Writes articles as Atom (RFC 4287) and their addresses as a sitemap (sitemaps.org 0.9). */
final class Feed {

	private static final String ATOM = "http://www.w3.org/2005/Atom";

	private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";

	private static final String XHTML = "http://www.w3.org/1999/xhtml";

	private Feed() {}

	/**
	 * @param self the address of the feed
	 * @param page the page that shows the same
	 */
	static String atom(String title, String self, String page, String publicUrl, Locale language,
			List<Edition> editions) {
		return written(xml -> {
			xml.writeStartElement("feed");
			xml.writeDefaultNamespace(ATOM);
			xml.writeAttribute("xml:lang", language.toLanguageTag());
			element(xml, "id", self);
			element(xml, "title", title);
			// A feed without entries needs a date as well; one that does not change from call to call.
			element(xml, "updated",
					editions.stream().map(Edition::publishedAt).max(Instant::compareTo).orElse(Instant.EPOCH)
							.toString());
			link(xml, "self", self, "application/atom+xml");
			link(xml, "alternate", page, "text/html");
			xml.writeStartElement("author");
			element(xml, "name", "智桥 Zhiqiao");
			xml.writeEndElement();
			for (var edition : editions) {
				entry(xml, edition, publicUrl, language);
			}
			xml.writeEndElement();
		});
	}

	private static void entry(XMLStreamWriter xml, Edition edition, String publicUrl, Locale language)
			throws XMLStreamException {
		var content = edition.content();
		var address = publicUrl + "/stories/" + edition.article();
		xml.writeStartElement("entry");
		element(xml, "id", tag(publicUrl, edition.article()));
		element(xml, "title", content.title().in(language));
		element(xml, "published", edition.firstPublishedAt().toString());
		element(xml, "updated", edition.publishedAt().toString());
		link(xml, "alternate", language.getLanguage().equals("en") ? address + "?lang=en" : address, "text/html");
		xml.writeStartElement("category");
		xml.writeAttribute("term", content.kind().code());
		xml.writeEndElement();
		var html = content.text().in(language);
		element(xml, "summary", Objects.requireNonNullElse(ArticleViews.excerpt(html, 200), ""));
		xml.writeStartElement("content");
		xml.writeAttribute("type", "html");
		xml.writeCharacters(legal(absolute(html, publicUrl)));
		xml.writeEndElement();
		xml.writeEndElement();
	}

	/** A name that stays when the platform moves to another port or to TLS (RFC 4151). */
	static String tag(String publicUrl, long article) {
		return "tag:" + Objects.requireNonNullElse(URI.create(publicUrl).getHost(), "zhiqiao") + ",2026:article/"
				+ article;
	}

	/** A reader of feeds does not know to which place a relative address belongs. */
	static String absolute(String html, String publicUrl) {
		return html.replace("src=\"/", "src=\"" + publicUrl + "/").replace("href=\"/", "href=\"" + publicUrl + "/");
	}

	/** An address, with a version in each language that there is. */
	static String sitemap(String publicUrl, List<String> pages, List<ListedPage> singles) {
		return written(xml -> {
			xml.writeStartElement("urlset");
			xml.writeDefaultNamespace(SITEMAP);
			xml.writeNamespace("xhtml", XHTML);
			for (var page : pages) {
				xml.writeStartElement("url");
				element(xml, "loc", publicUrl + page);
				xml.writeEndElement();
			}
			for (var single : singles) {
				var address = publicUrl + single.path();
				xml.writeStartElement("url");
				element(xml, "loc", address);
				element(xml, "lastmod", single.changedAt().toString());
				alternate(xml, "zh-CN", address);
				alternate(xml, "en", address + "?lang=en");
				xml.writeEndElement();
			}
			xml.writeEndElement();
		});
	}

	private static void alternate(XMLStreamWriter xml, String language, String address) throws XMLStreamException {
		xml.writeEmptyElement("xhtml", "link", XHTML);
		xml.writeAttribute("rel", "alternate");
		xml.writeAttribute("hreflang", language);
		xml.writeAttribute("href", address);
	}

	private static void link(XMLStreamWriter xml, String relation, String address, String type)
			throws XMLStreamException {
		xml.writeEmptyElement("link");
		xml.writeAttribute("rel", relation);
		xml.writeAttribute("href", address);
		xml.writeAttribute("type", type);
	}

	private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
		xml.writeStartElement(name);
		xml.writeCharacters(legal(text));
		xml.writeEndElement();
	}

	/** Characters that XML 1.0 cannot hold at all, escaped or not, are left out. */
	private static String legal(String text) {
		return text.codePoints()
				.filter(sign -> sign == 0x9 || sign == 0xA || sign == 0xD || (sign >= 0x20 && sign <= 0xD7FF)
						|| (sign >= 0xE000 && sign <= 0xFFFD) || sign >= 0x10000)
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
				.toString();
	}

	private interface Writing {

		void to(XMLStreamWriter xml) throws XMLStreamException;

	}

	private static String written(Writing writing) {
		var text = new StringWriter();
		try {
			var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
			xml.writeStartDocument("UTF-8", "1.0");
			writing.to(xml);
			xml.writeEndDocument();
			xml.close();
		} catch (XMLStreamException failure) {
			throw new IllegalStateException("Writing into memory does not fail", failure);
		}
		return text.toString();
	}

}
