package org.zhiqiao.platform.research;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.demand.DemandCard;
import org.zhiqiao.platform.demand.DemandState;
import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.expert.Names;
import org.zhiqiao.platform.expert.Viewer;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.notification.Notifications;
import org.zhiqiao.platform.research.PdfFiles.PdfView;
import org.zhiqiao.platform.research.ResearchContent.Topic;
import org.zhiqiao.platform.research.ResearchTable.Edition;
import org.zhiqiao.platform.research.ResearchTable.EditionDate;
import org.zhiqiao.platform.taxonomy.Bilingual;

/** Turns studies and guides into what pages show: of people and needs what the viewer may see of them, and no more. */
@Component
class ResearchViews {

	private final Experts experts;

	private final Demands demands;

	private final Accounts accounts;

	private final PdfTable files;

	private final Notifications notifications;

	private final Clock clock;

	ResearchViews(Experts experts, Demands demands, Accounts accounts, PdfTable files, Notifications notifications,
			Clock clock) {
		this.experts = experts;
		this.demands = demands;
		this.accounts = accounts;
		this.files = files;
		this.notifications = notifications;
		this.clock = clock;
	}

	/** Somebody of the repository. */
	record ResearchPerson(long id, Names names, @Nullable Bilingual affiliation) {

	}

	/** An author: of the repository, or outside by name. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ResearchAuthor(@Nullable ResearchPerson person, @Nullable String name) {

	}

	/** What is wanted; of needs that are no longer on the board nothing is left but their number for those who may see them. */
	record ResearchTopic(String key, Bilingual title, Bilingual text, List<DemandCard> needs, List<String> cities,
			List<ResearchPerson> experts) {

	}

	/** How to cite a study, in Chinese after GB/T 7714 and in plain English. */
	record ResearchCitation(String gbt, String english) {

	}

	/** What is written, see {@link SaveResearch}. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ResearchText(ResearchKind kind, Bilingual title, Bilingual text, List<String> themes,
			List<ResearchAuthor> authors, @Nullable PdfView pdf, @Nullable LocalDate deadline,
			List<ResearchTopic> topics, boolean sample) {

	}

	/**
	 * An edition as the public reads it.
	 *
	 * @param number of this edition
	 * @param last the number of the last one
	 * @param open whether projects can still be proposed, of a guide
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ResearchView(long id, ResearchText content, int number, int last, Instant publishedAt,
			List<EditionDate> editions, @Nullable ResearchCitation citation, @Nullable Boolean open) {

	}

	/** One in a list. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ResearchCard(long id, ResearchKind kind, Bilingual title, Bilingual text, List<String> themes,
			List<ResearchAuthor> authors, @Nullable LocalDate deadline, int topics, int number, Instant publishedAt,
			boolean sample) {

	}

	/**
	 * What somebody is writing, for its author and those who review.
	 *
	 * @param may what the viewer may do now: {@code edit}, {@code submit}, {@code publish}, {@code return}, {@code withdraw},
	 * {@code delete}
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ResearchEntry(long id, int version, ResearchState state, ResearchText content, int edition, boolean live,
			@Nullable String author, @Nullable String remarks, @Nullable Instant submittedAt, Instant updatedAt,
			List<String> may, boolean mine) {

	}

	List<ResearchCard> cards(List<Edition> editions, @Nullable Actor viewer) {
		return editions.stream()
				.map(one -> new ResearchCard(one.id(), one.kind(), one.content().title(), excerpt(one.content().text()),
						one.content().themes(), authors(one.content(), viewer), one.content().deadline(),
						one.content().topics().size(), one.number(), one.publishedAt(), one.sample()))
				.toList();
	}

	private static Bilingual excerpt(Bilingual text) {
		return new Bilingual(cut(text.zh(), 120), cut(text.en(), 240));
	}

	private static @Nullable String cut(@Nullable String text, int most) {
		if (text == null) {
			return null;
		}
		var line = text.replaceAll("\\s+", " ");
		return (line.codePointCount(0, line.length()) <= most)
				? line
				: line.substring(0, line.offsetByCodePoints(0, most)).strip() + "…";
	}

	ResearchView view(Edition edition, List<EditionDate> editions, @Nullable Actor viewer) {
		var text = text(edition.kind(), edition.content(), edition.sample(), viewer);
		var today = LocalDate.now(this.clock.withZone(Moments.HERE));
		var deadline = edition.content().deadline();
		return new ResearchView(edition.id(), text, edition.number(), editions.getFirst().number(),
				edition.publishedAt(), editions,
				(edition.kind() == ResearchKind.STUDY)
						? citation(edition, text, editions.getFirst().number(), today)
						: null,
				(deadline != null) ? (Boolean) !deadline.isBefore(today) : null);
	}

	private ResearchCitation citation(Edition edition, ResearchText text, int last, LocalDate today) {
		var address = this.notifications.publicUrl() + "/research/" + edition.id()
				+ ((edition.number() < last) ? "?edition=" + edition.number() : "");
		var zh = Objects.requireNonNullElse(edition.content().title().zh(),
				Objects.requireNonNullElse(edition.content().title().en(), ""));
		var en = Objects.requireNonNullElse(edition.content().title().en(), zh);
		return new ResearchCitation(
				Citation.gbt(names(text.authors(), true), zh, edition.number(), edition.publishedAt(), today, address),
				Citation.english(names(text.authors(), false), en, edition.number(), edition.publishedAt(), today,
						address));
	}

	static List<String> names(List<ResearchAuthor> authors, boolean chinese) {
		return authors.stream().map(author -> {
			var person = author.person();
			if (person == null) {
				return Objects.requireNonNullElse(author.name(), "");
			}
			var names = person.names();
			var wanted = chinese ? names.zh() : names.latin();
			return (wanted != null && !wanted.isBlank()) ? wanted : names.any();
		}).filter(name -> !name.isBlank()).toList();
	}

	List<ResearchEntry> entries(List<Research> all, Actor viewer) {
		var authors = this.accounts
				.names(all.stream().map(Research::ownerId).filter(Objects::nonNull).distinct().toList());
		return all.stream()
				.map(one -> new ResearchEntry(one.id(), one.version(), one.state(),
						text(one.kind(), one.content(), one.sample(), viewer), one.edition(), one.live(),
						authors.get(Objects.requireNonNullElse(one.ownerId(), 0L)), one.remarks(), one.submittedAt(),
						one.updatedAt(), may(one, viewer), owns(one, viewer)))
				.toList();
	}

	private ResearchText text(ResearchKind kind, ResearchContent content, boolean sample, @Nullable Actor viewer) {
		var pdf = content.pdf();
		return new ResearchText(kind, content.title(), content.text(), content.themes(), authors(content, viewer),
				(pdf != null)
						? this.files.find(pdf).map(file -> new PdfView(file.key(), file.fileName(), file.size()))
								.orElse(null)
						: null,
				content.deadline(), content.topics().stream().map(topic -> topic(topic, viewer)).toList(), sample);
	}

	private ResearchTopic topic(Topic topic, @Nullable Actor viewer) {
		var people = people(topic.experts(), viewer);
		return new ResearchTopic(topic.key(), topic.title(), topic.text(), needs(topic, viewer), topic.cities(),
				topic.experts().stream().map(people::get).filter(Objects::nonNull).toList());
	}

	private List<DemandCard> needs(Topic topic, @Nullable Actor viewer) {
		return this.demands.cards(topic.needs(), viewer)
				.stream()
				.filter(card -> card.state() == DemandState.PUBLISHED || card.state() == DemandState.CLOSED)
				.toList();
	}

	private List<ResearchAuthor> authors(ResearchContent content, @Nullable Actor viewer) {
		var people = people(content.authors()
				.stream()
				.map(ResearchContent.Author::expert)
				.filter(Objects::nonNull)
				.toList(), viewer);
		var shown = new ArrayList<ResearchAuthor>();
		for (var author : content.authors()) {
			var person = (author.expert() != null) ? people.get(author.expert()) : null;
			if (person != null || author.name() != null) {
				shown.add(new ResearchAuthor(person, author.name()));
			}
		}
		return shown;
	}

	private Map<Long, ResearchPerson> people(List<Long> ids, @Nullable Actor viewer) {
		var people = new HashMap<Long, ResearchPerson>();
		this.experts.cards(ids, (viewer != null) ? Viewer.of(viewer) : Viewer.ANYBODY)
				.forEach(
						card -> people.put(card.id(), new ResearchPerson(card.id(), card.names(), card.affiliation())));
		return people;
	}

	/** Whether somebody may know of a person at all. */
	boolean sees(long person, @Nullable Actor viewer) {
		return !people(List.of(person), viewer).isEmpty();
	}

	/** What a form sent, with those whom it was not told of and cannot send: they stay where they were. */
	ResearchContent withUnseen(ResearchContent after, ResearchContent before, Actor editor) {
		var seen = people(before.people(), editor);
		var authors = new ArrayList<>(after.authors());
		for (var place = 0; place < before.authors().size(); place++) {
			var one = before.authors().get(place);
			if (one.expert() != null && !seen.containsKey(one.expert()) && !authors.contains(one)) {
				authors.add(Math.min(place, authors.size()), one);
			}
		}
		return after.with(authors, after.topics().stream().map(topic -> {
			var experts = new ArrayList<>(topic.experts());
			before.topics()
					.stream()
					.filter(one -> one.key().equals(topic.key()))
					.flatMap(one -> one.experts().stream())
					.filter(one -> !seen.containsKey(one) && !experts.contains(one))
					.forEach(experts::add);
			var needs = new ArrayList<>(topic.needs());
			before.topics().stream().filter(one -> one.key().equals(topic.key())).forEach(one -> {
				var shown = needs(one, editor).stream().map(DemandCard::id).toList();
				one.needs().stream().filter(need -> !shown.contains(need) && !needs.contains(need)).forEach(needs::add);
			});
			return topic.with(experts, needs);
		}).toList());
	}

	static boolean owns(Research one, Actor actor) {
		return one.ownerId() != null && one.ownerId() == actor.accountId();
	}

	/** The administration, but nobody what they wrote themselves. */
	static boolean reviews(Research one, Actor actor) {
		return actor.is(Role.PROVINCIAL_OFFICER, Role.ADMINISTRATOR) && !owns(one, actor);
	}

	private static List<String> may(Research one, Actor actor) {
		var may = new ArrayList<String>();
		var submitted = one.state() == ResearchState.SUBMITTED;
		if (owns(one, actor) && !submitted) {
			may.add("edit");
			if (one.state() == ResearchState.DRAFT || one.state() == ResearchState.RETURNED) {
				may.add("submit");
			}
			if (one.edition() == 0) {
				may.add("delete");
			}
		}
		if (reviews(one, actor) && submitted) {
			may.addAll(List.of("edit", "publish", "return"));
		}
		if (one.live() && (owns(one, actor) || reviews(one, actor))) {
			may.add("withdraw");
		}
		return may;
	}

}
