package org.zhiqiao.platform.cooperation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.expert.Names;
import org.zhiqiao.platform.expert.Viewer;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.platform.taxonomy.ConceptRef;
import org.zhiqiao.platform.taxonomy.Concepts;

/** Turns projects and bases into what pages show. Of people it shows what the viewer may see of their profiles. */
@Component
class CooperationViews {

	private final Experts experts;

	private final Organisations organisations;

	private final Concepts concepts;

	private final Accounts accounts;

	CooperationViews(Experts experts, Organisations organisations, Concepts concepts, Accounts accounts) {
		this.experts = experts;
		this.organisations = organisations;
		this.concepts = concepts;
		this.accounts = accounts;
	}

	/** Somebody who takes part. */
	record CooperationPerson(long id, Names names, @Nullable Bilingual affiliation) {

	}

	/** A host or a partner. */
	record CooperationOrganisation(long id, Bilingual name) {

	}

	/**
	 * As it counts; see {@link SaveCooperation}. The author's own number is for whoever works on it.
	 *
	 * @param version told where the viewer may do something to the record
	 * @param may what the viewer may do to the record as it counts: {@code withdraw}
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record CooperationView(long id, CooperationKind kind, Bilingual title, @Nullable CooperationOrganisation host,
			@Nullable String hostKind, @Nullable String city, List<String> industries, List<ConceptRef> domains,
			List<String> countries, List<CooperationOrganisation> partners, List<CooperationPerson> people,
			@Nullable Integer fromYear, @Nullable Integer toYear, @Nullable Integer funding, @Nullable String channel,
			@Nullable String programme, @Nullable String baseType, @Nullable String baseLevel, @Nullable String theme,
			@Nullable String note, @Nullable Occasion occasion, @Nullable String reference, boolean sample,
			@Nullable Integer version, List<String> may) {

	}

	/**
	 * What somebody is writing, for its author and those who review.
	 *
	 * @param content as it is being written
	 * @param recorded whether something of it counts already
	 * @param remarks why it was sent back
	 * @param withdrawal why it counts no more
	 * @param may what the viewer may do now: {@code edit}, {@code submit}, {@code record}, {@code return}, {@code delete}
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record CooperationEntry(long id, int version, CooperationState state, CooperationView content, boolean recorded,
			@Nullable String author, @Nullable String remarks, @Nullable String withdrawal,
			@Nullable Instant submittedAt, Instant updatedAt,
			List<String> may, boolean mine) {

	}

	/** The numbers of what a person's profile shows the viewer: what they keep to themselves a list does not tell either. */
	Set<Long> shownOf(long person, @Nullable Actor viewer) {
		return this.experts.recordedOf(person, (viewer != null) ? Viewer.of(viewer) : Viewer.ANYBODY);
	}

	/** Those who take part and whom the editor is not shown: a form cannot send them, and they stay all the same. */
	List<Long> unseen(CooperationContent content, Actor editor) {
		var seen = people(content.people(), editor).stream().map(CooperationPerson::id).toList();
		return content.people().stream().filter(person -> !seen.contains(person)).toList();
	}

	private List<CooperationPerson> people(List<Long> people, @Nullable Actor viewer) {
		return this.experts.cards(people, (viewer != null) ? Viewer.of(viewer) : Viewer.ANYBODY)
				.stream()
				.map(card -> new CooperationPerson(card.id(), card.names(), card.affiliation()))
				.toList();
	}

	List<CooperationView> recorded(List<Cooperation> all, @Nullable Actor viewer) {
		var names = names(all.stream().map(Cooperation::recorded).filter(Objects::nonNull).toList());
		return all.stream()
				.filter(one -> one.recorded() != null)
				.map(one -> view(one, Objects.requireNonNull(one.recorded()), names, viewer, false))
				.toList();
	}

	List<CooperationEntry> entries(List<Cooperation> all, Actor viewer) {
		var names = names(all.stream().map(Cooperation::content).toList());
		var authors = this.accounts
				.names(all.stream().map(Cooperation::ownerId).filter(Objects::nonNull).distinct().toList());
		return all.stream()
				.map(one -> new CooperationEntry(one.id(), one.version(), one.state(),
						view(one, one.content(), names, viewer, true), one.recorded() != null,
						authors.get(Objects.requireNonNullElse(one.ownerId(), 0L)), one.remarks(),
						(one.recorded() == null) ? one.withdrawal() : null, one.submittedAt(),
						one.updatedAt(), may(one, viewer), owns(one, viewer)))
				.toList();
	}

	private CooperationView view(Cooperation one, CooperationContent content, Map<Long, Bilingual> names,
			@Nullable Actor viewer, boolean writing) {
		var withdraws = !writing && viewer != null && reviews(one, viewer);
		return new CooperationView(one.id(), content.kind(), content.title(), organisation(content.host(), names),
				content.hostKind(), content.city(), content.industries(),
				this.concepts.refs(content.domains().stream().filter(this.concepts::knows).toList()),
				content.countries(),
				content.partners().stream().map(id -> organisation(id, names)).filter(Objects::nonNull).toList(),
				people(content.people(), viewer), content.fromYear(), content.toYear(), content.funding(),
				content.channel(),
				content.programme(), content.baseType(), content.baseLevel(), content.theme(), content.note(),
				content.occasion(), writing ? content.reference() : null, one.sample(),
				withdraws ? one.version() : null, withdraws ? List.of("withdraw") : List.of());
	}

	private static @Nullable CooperationOrganisation organisation(@Nullable Long id, Map<Long, Bilingual> names) {
		var name = (id != null) ? names.get(id) : null;
		return (id != null && name != null) ? new CooperationOrganisation(id, name) : null;
	}

	private Map<Long, Bilingual> names(Collection<CooperationContent> contents) {
		var ids = contents.stream()
				.flatMap(content -> Stream.concat(Stream.ofNullable(content.host()), content.partners().stream()))
				.collect(Collectors.toSet());
		return this.organisations.all(ids)
				.entrySet()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().name()));
	}

	static boolean owns(Cooperation one, Actor actor) {
		return one.ownerId() != null && one.ownerId() == actor.accountId();
	}

	/** What its author has left behind a provincial officer may take over, unless it waits for review as it is. */
	static boolean inherits(Cooperation one, Actor actor) {
		return one.ownerId() == null && one.state() != CooperationState.SUBMITTED && actor.is(Role.PROVINCIAL_OFFICER);
	}

	/** The administration, but nobody what they entered themselves. */
	static boolean reviews(Cooperation one, Actor actor) {
		return actor.is(Role.PROVINCIAL_OFFICER, Role.ADMINISTRATOR) && !owns(one, actor);
	}

	private static List<String> may(Cooperation one, Actor actor) {
		var may = new ArrayList<String>();
		var submitted = one.state() == CooperationState.SUBMITTED;
		if (owns(one, actor) && !submitted) {
			may.add("edit");
			if (one.state() != CooperationState.RECORDED) {
				may.add("submit");
			}
			if (one.recorded() == null && one.withdrawnAt() == null) {
				may.add("delete");
			}
		}
		if (inherits(one, actor)) {
			may.add("edit");
		}
		if (reviews(one, actor) && submitted) {
			may.addAll(List.of("edit", "record", "return"));
		}
		return may;
	}

}
