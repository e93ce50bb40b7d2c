package org.zhiqiao.platform.research;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.demand.DemandCard;
import org.zhiqiao.platform.demand.DemandState;
import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.research.ResearchContent.Author;
import org.zhiqiao.platform.research.ResearchContent.Topic;
import org.zhiqiao.platform.research.SaveResearch.SaveAuthor;
import org.zhiqiao.platform.research.SaveResearch.SaveTopic;
import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.platform.taxonomy.Scheme;
import org.zhiqiao.platform.taxonomy.Vocabulary;

/** Says what is wrong with a study or a guide: when it is saved, what cannot be; when it is submitted, also what is missing. */
@Component
class ResearchCheck {

	static final int REMARKS = 2000;

	private static final int TITLE = 300;

	private static final int TEXT = 20_000;

	private static final int NAME = 120;

	private static final int ENTRIES = 50;

	private final Vocabulary vocabulary;

	private final Experts experts;

	private final Demands demands;

	private final PdfTable files;

	private final ResearchTable table;

	private final Clock clock;

	ResearchCheck(Vocabulary vocabulary, Experts experts, Demands demands, PdfTable files, ResearchTable table,
			Clock clock) {
		this.vocabulary = vocabulary;
		this.experts = experts;
		this.demands = demands;
		this.files = files;
		this.table = table;
		this.clock = clock;
	}

	/**
	 * The content that a form sent.
	 * @throws InvalidInput naming every wrong place
	 */
	ResearchContent saved(ResearchKind kind, SaveResearch save, @Nullable Actor actor) {
		var wrong = new ArrayList<FieldError>();
		var title = text("/title", save.title(), TITLE, true, wrong);
		if (title.zh() == null && title.en() == null) {
			wrong.add(new FieldError("/title", "required"));
		}
		var text = text("/text", save.text(), TEXT, false, wrong);
		var content = (kind == ResearchKind.STUDY)
				? study(save, title, text, actor, wrong)
				: guide(save, title, text, actor, wrong);
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
		return content;
	}

	private ResearchContent study(SaveResearch save, Bilingual title, Bilingual text, @Nullable Actor actor,
			List<FieldError> wrong) {
		codes("/themes", Scheme.RESEARCH_THEMES, save.themes(), wrong);
		counted("/authors", save.authors(), wrong);
		var published = this.experts
				.publishedAmong(save.authors().stream().map(SaveAuthor::expert).filter(Objects::nonNull).toList());
		var authors = new ArrayList<Author>();
		for (var i = 0; i < save.authors().size(); i++) {
			var author = save.authors().get(i);
			var name = line(author.name());
			if (author.expert() != null) {
				if (!published.contains(author.expert())) {
					wrong.add(new FieldError("/authors/" + i, "research-person-unknown"));
				}
				authors.add(new Author(author.expert(), null));
			} else if (name != null) {
				atMost("/authors/" + i + "/name", name, NAME, wrong);
				authors.add(new Author(null, name));
			}
		}
		var pdf = line(save.pdf());
		if (pdf != null && !mayUse(pdf, actor)) {
			wrong.add(new FieldError("/pdf", "research-pdf-unknown"));
		}
		return new ResearchContent(title, text, save.themes(), authors.stream().distinct().toList(), pdf, null,
				List.of());
	}

	/** One's own upload, or the file that one's own study has already. */
	private boolean mayUse(String pdf, @Nullable Actor actor) {
		return this.files.find(pdf)
				.filter(file -> actor == null || (file.ownerId() != null && file.ownerId() == actor.accountId())
						|| this.table.has(actor.accountId(), pdf))
				.isPresent();
	}

	private ResearchContent guide(SaveResearch save, Bilingual title, Bilingual text, @Nullable Actor actor,
			List<FieldError> wrong) {
		counted("/topics", save.topics(), wrong);
		var topics = new ArrayList<Topic>();
		var keys = new HashSet<String>();
		for (var i = 0; i < save.topics().size(); i++) {
			topics.add(topic("/topics/" + i, save.topics().get(i), keys, actor, wrong));
		}
		return new ResearchContent(title, text, List.of(), List.of(), null, save.deadline(), topics);
	}

	private Topic topic(String at, SaveTopic topic, Set<String> keys, @Nullable Actor actor,
			List<FieldError> wrong) {
		var title = text(at + "/title", topic.title(), TITLE, true, wrong);
		if (title.zh() == null && title.en() == null) {
			wrong.add(new FieldError(at + "/title", "required"));
		}
		var text = text(at + "/text", topic.text(), TEXT, false, wrong);
		codes(at + "/cities", Scheme.CITIES, topic.cities(), wrong);
		counted(at + "/needs", topic.needs(), wrong);
		// Whoever cannot see a need is not told by a refusal that there is one.
		var visible = this.demands.cards(topic.needs(), actor)
				.stream()
				.filter(card -> card.state() == DemandState.PUBLISHED || card.state() == DemandState.CLOSED)
				.map(DemandCard::id)
				.collect(Collectors.toSet());
		for (var i = 0; i < topic.needs().size(); i++) {
			if (!visible.contains(topic.needs().get(i))) {
				wrong.add(new FieldError(at + "/needs/" + i, "research-need-unknown"));
			}
		}
		counted(at + "/experts", topic.experts(), wrong);
		var published = this.experts.publishedAmong(topic.experts());
		for (var i = 0; i < topic.experts().size(); i++) {
			if (!published.contains(topic.experts().get(i))) {
				wrong.add(new FieldError(at + "/experts/" + i, "research-person-unknown"));
			}
		}
		var key = Optional.ofNullable(line(topic.key()))
				.filter(one -> one.length() <= 36 && keys.add(one))
				.orElseGet(() -> UUID.randomUUID().toString());
		return new Topic(key, title, text, topic.needs(), topic.cities(), topic.experts());
	}

	/**
	 * Stops what cannot be reviewed yet.
	 * @throws InvalidInput naming what is missing
	 */
	void complete(ResearchKind kind, ResearchContent content) {
		var wrong = new ArrayList<FieldError>();
		if (content.text().zh() == null && content.text().en() == null) {
			wrong.add(new FieldError("/text", "required"));
		}
		if (kind == ResearchKind.STUDY) {
			if (content.themes().isEmpty()) {
				wrong.add(new FieldError("/themes", "count-at-least", 1));
			}
			if (content.authors().isEmpty()) {
				wrong.add(new FieldError("/authors", "count-at-least", 1));
			}
		} else {
			if (content.topics().isEmpty()) {
				wrong.add(new FieldError("/topics", "count-at-least", 1));
			}
			if (content.deadline() == null) {
				wrong.add(new FieldError("/deadline", "required"));
			} else if (content.deadline().isBefore(LocalDate.now(this.clock.withZone(Moments.HERE)))) {
				wrong.add(new FieldError("/deadline", "research-deadline-past"));
			}
		}
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
	}

	private static Bilingual text(String pointer, @Nullable Bilingual given, int most, boolean oneLine,
			List<FieldError> wrong) {
		var text = Objects.requireNonNullElse(given, Bilingual.NONE);
		var zh = oneLine ? line(text.zh()) : block(text.zh());
		var en = oneLine ? line(text.en()) : block(text.en());
		Stream.of("zh", "en")
				.forEach(language -> atMost(pointer + "/" + language, language.equals("zh") ? zh : en, most,
						wrong));
		return new Bilingual(zh, en);
	}

	private void codes(String pointer, Scheme scheme, List<String> codes, List<FieldError> wrong) {
		counted(pointer, codes, wrong);
		for (var i = 0; i < codes.size(); i++) {
			if (!this.vocabulary.knows(scheme, codes.get(i))) {
				var code = codes.get(i);
				wrong.add(new FieldError(pointer + "/" + i, "unknown-code",
						(code.length() > 60) ? code.substring(0, 60) + "…" : code));
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

	private static @Nullable String line(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.replaceAll("\\s+", " ").strip();
	}

	private static @Nullable String block(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

}
