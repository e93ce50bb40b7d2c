package org.zhiqiao.platform.publishing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.platform.taxonomy.Bilingual;

/**
 * What an article says.
 *
 * @param title empty in a language in which it is not told
 * @param text clean HTML, see {@link ArticleHtml}
 */
record ArticleContent(ArticleKind kind, @Nullable ArticleForm form, @Nullable Long organisationId, Bilingual title,
		Bilingual text, List<String> industries, List<String> countries, List<Long> people, List<Long> organisations) {

	/** The same, about some more people. */
	ArticleContent also(List<Long> more) {
		return new ArticleContent(this.kind, this.form, this.organisationId, this.title, this.text, this.industries,
				this.countries, Stream.concat(this.people.stream(), more.stream()).distinct().toList(),
				this.organisations);
	}

	/** The keys of the pictures that it shows, the first one first. */
	List<String> pictures() {
		return Stream.of(this.text.zh(), this.text.en())
				.flatMap(html -> ArticleHtml.pictures(html).stream())
				.map(ArticleHtml.Picture::key)
				.distinct()
				.toList();
	}

	/** Titles and texts without mark-up, in lower case. */
	String plain() {
		return Stream
				.of(this.title.zh(), this.title.en(), ArticleHtml.plain(this.text.zh()),
						ArticleHtml.plain(this.text.en()))
				.filter(part -> part != null && !part.isBlank())
				.collect(Collectors.joining("\n"))
				.toLowerCase(Locale.ROOT);
	}

	/** Whether it is told in a language, by its title. */
	boolean in(String language) {
		var title = language.equals("en") ? this.title.en() : this.title.zh();
		return title != null;
	}

}
