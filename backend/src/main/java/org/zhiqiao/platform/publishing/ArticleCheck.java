package org.zhiqiao.platform.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.platform.taxonomy.Scheme;
import org.zhiqiao.platform.taxonomy.Vocabulary;

/**
 * Says what is wrong with an article: when it is saved, what is unknown or too long; when it is submitted, also what is
 * missing.
 */
@Component
class ArticleCheck {

	static final int TITLE = 200;

	static final int TEXT = 200_000;

	static final int REMARKS = 2000;

	private static final int ENTRIES = 20;

	private static final int PICTURES = 30;

	private final Vocabulary vocabulary;

	private final Organisations organisations;

	private final Experts experts;

	private final PictureTable pictures;

	ArticleCheck(Vocabulary vocabulary, Organisations organisations, Experts experts, PictureTable pictures) {
		this.vocabulary = vocabulary;
		this.organisations = organisations;
		this.experts = experts;
		this.pictures = pictures;
	}

	/**
	 * The content that a form sent, cleaned.
	 * @param own the organisation the author acts for; it tells then, whatever the form says
	 * @throws InvalidInput naming every wrong place
	 */
	ArticleContent saved(SaveArticle save, @Nullable Long own) {
		var wrong = new ArrayList<FieldError>();
		var kind = ArticleKind.of(Objects.requireNonNullElse(save.kind(), ""));
		if (save.kind() == null) {
			wrong.add(new FieldError("/kind", "required"));
		} else if (kind.isEmpty()) {
			wrong.add(new FieldError("/kind", "unknown-code", shortened(save.kind())));
		}
		var form = (save.form() == null || save.form().isBlank()) ? null : ArticleForm.of(save.form());
		if (form != null && form.isEmpty()) {
			wrong.add(new FieldError("/form", "unknown-code", shortened(Objects.requireNonNull(save.form()))));
		}
		var title = Objects.requireNonNullElse(save.title(), Bilingual.NONE);
		var text = Objects.requireNonNullElse(save.text(), Bilingual.NONE);
		atMost("/title/zh", title.zh(), TITLE, wrong);
		atMost("/title/en", title.en(), TITLE, wrong);
		atMost("/text/zh", text.zh(), TEXT, wrong);
		atMost("/text/en", text.en(), TEXT, wrong);
		codes("/industries", Scheme.INDUSTRIES, save.industries(), wrong);
		codes("/countries", Scheme.COUNTRIES, save.countries(), wrong);
		counted("/people", save.people(), wrong);
		counted("/organisations", save.organisations(), wrong);
		var published = this.experts.publishedAmong(save.people());
		for (var i = 0; i < save.people().size(); i++) {
			if (!published.contains(save.people().get(i))) {
				wrong.add(new FieldError("/people/" + i, "article-person-unknown"));
			}
		}
		var organisations = new ArrayList<Long>();
		for (var i = 0; i < save.organisations().size(); i++) {
			var known = this.organisations.find(save.organisations().get(i));
			if (known.isEmpty()) {
				wrong.add(new FieldError("/organisations/" + i, "unknown-code", save.organisations().get(i)));
			} else {
				organisations.add(known.get().id());
			}
		}
		var source = (own != null) ? own : save.organisationId();
		if (source != null && this.organisations.find(source).isEmpty()) {
			wrong.add(new FieldError("/organisationId", "unknown-code", source));
		}
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
		var content = new ArticleContent(kind.orElseThrow(), (form != null) ? form.orElse(null) : null, source,
				new Bilingual(line(title.zh()), line(title.en())),
				new Bilingual(ArticleHtml.clean(text.zh()), ArticleHtml.clean(text.en())), save.industries(),
				save.countries(), save.people(), organisations);
		if (content.pictures().size() > PICTURES) {
			throw new InvalidInput("/text", "article-pictures-at-most", PICTURES);
		}
		return content;
	}

	/**
	 * Stops an article that cannot be reviewed yet.
	 * @throws InvalidInput naming what is missing
	 */
	void complete(ArticleContent content) {
		var wrong = new ArrayList<FieldError>();
		var title = content.title();
		var text = content.text();
		if (title.zh() == null && title.en() == null) {
			wrong.add(new FieldError("/title", "article-one-language"));
		}
		pair("zh", title.zh(), text.zh(), wrong);
		pair("en", title.en(), text.en(), wrong);
		described("/text/zh", text.zh(), wrong);
		described("/text/en", text.en(), wrong);
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
	}

	/** What is told in a language needs a title and a text in it. */
	private static void pair(String language, @Nullable String title, @Nullable String text, List<FieldError> wrong) {
		if (title != null && text == null) {
			wrong.add(new FieldError("/text/" + language, "required"));
		}
		if (title == null && text != null) {
			wrong.add(new FieldError("/title/" + language, "required"));
		}
	}

	private void described(String pointer, @Nullable String html, List<FieldError> wrong) {
		var shown = ArticleHtml.pictures(html);
		var known = this.pictures.sizes(shown.stream().map(ArticleHtml.Picture::key).distinct().toList());
		for (var i = 0; i < shown.size(); i++) {
			if (!known.containsKey(shown.get(i).key())) {
				wrong.add(new FieldError(pointer, "article-picture-gone", i + 1));
			} else if (shown.get(i).alt().isBlank()) {
				wrong.add(new FieldError(pointer, "article-picture-alt", i + 1));
			}
		}
	}

	private void codes(String pointer, Scheme scheme, List<String> codes, List<FieldError> wrong) {
		counted(pointer, codes, wrong);
		for (var i = 0; i < codes.size(); i++) {
			if (!this.vocabulary.knows(scheme, codes.get(i))) {
				wrong.add(new FieldError(pointer + "/" + i, "unknown-code", shortened(codes.get(i))));
			}
		}
	}

	private static void counted(String pointer, List<?> list, List<FieldError> wrong) {
		if (list.size() > ENTRIES) {
			wrong.add(new FieldError(pointer, "count-at-most", ENTRIES));
		}
	}

	private static void atMost(String pointer, @Nullable String text, int length, List<FieldError> wrong) {
		if (text != null && text.length() > length) {
			wrong.add(new FieldError(pointer, "length-at-most", length));
		}
	}

	private static String shortened(String code) {
		return (code.length() > 60) ? code.substring(0, 60) + "…" : code;
	}

	private static @Nullable String line(@Nullable String title) {
		if (title == null) {
			return null;
		}
		var line = title.replaceAll("\\s+", " ").strip();
		return line.isEmpty() ? null : line;
	}

}
