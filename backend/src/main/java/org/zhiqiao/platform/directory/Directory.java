package org.zhiqiao.platform.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.CurrentActor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.change.ChangeRelay;
import org.zhiqiao.platform.change.SubjectKind;
import org.zhiqiao.platform.demand.DemandCard;
import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.platform.expert.ExpertCard;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.expert.Viewer;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.search.DocumentSource;
import org.zhiqiao.platform.taxonomy.ConceptRef;
import org.zhiqiao.platform.taxonomy.Concepts;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.DirectoryPage;
import org.zhiqiao.search.DirectoryPage.DirectoryHit;
import org.zhiqiao.search.DirectoryQuery;
import org.zhiqiao.search.DocumentKind;
import org.zhiqiao.search.DocumentRef;
import org.zhiqiao.search.ExpertDocument;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.FactNames;
import org.zhiqiao.search.IndexChange;
import org.zhiqiao.search.Facet;

/**
 * Asks the index, and the database about each suggestion: what is no longer there, or not for
 * this reader, is left out and not counted.
 */
@Service
class Directory {

	private static final Set<Facet> OF_EXPERTS = Set.of(Facet.DOMAIN, Facet.INDUSTRY, Facet.COUNTRY, Facet.LANGUAGE,
			Facet.CITY, Facet.RESIDENCE, Facet.COMPETENCE, Facet.OFFER, Facet.VERIFIED, Facet.AVAILABLE);

	private static final Set<Facet> OF_DEMANDS = Set.of(Facet.DOMAIN, Facet.INDUSTRY, Facet.COUNTRY, Facet.LANGUAGE,
			Facet.CITY, Facet.KIND, Facet.OPEN);

	private static final Set<Facet> OF_STORIES = Set.of(Facet.KIND, Facet.DOMAIN, Facet.INDUSTRY, Facet.COUNTRY,
			Facet.CITY, Facet.LANGUAGE);

	private static final Role[] OFFICIALS = {Role.CITY_OFFICER, Role.PROVINCIAL_OFFICER, Role.ADMINISTRATOR};

	static final Role[] QUERY_WRITERS = {Role.CITY_OFFICER, Role.PROVINCIAL_OFFICER, Role.INFORMATION_OFFICER,
			Role.ADMINISTRATOR};

	private final ExpertiseIndex index;

	private final ObjectProvider<DocumentSource> sources;

	private final ChangeRelay relay;

	private final Experts experts;

	private final Demands demands;

	private final Stories stories;

	private final Facets facets;

	private final Concepts concepts;

	private final NamesOfFacts names;

	private final CurrentActor currentActor;

	Directory(ExpertiseIndex index, ObjectProvider<DocumentSource> sources, ChangeRelay relay, Experts experts,
			Demands demands, Stories stories, Facets facets, Concepts concepts, NamesOfFacts names,
			CurrentActor currentActor) {
		this.index = index;
		this.sources = sources;
		this.relay = relay;
		this.experts = experts;
		this.demands = demands;
		this.stories = stories;
		this.facets = facets;
		this.concepts = concepts;
		this.names = names;
		this.currentActor = currentActor;
	}

	/** A result with the places in which something was found. */
	record Item<T>(T card, List<Highlight> highlights) {}

	/**
	 * A page of results.
	 *
	 * @param facets by the names of the request's parameters
	 * @param understood concepts recognised in the text, which were looked for in both languages
	 */
	record Answer<T>(List<Item<T>> items, long total, int page, int size, Map<String, List<FacetValue>> facets,
			List<ConceptRef> understood) {}

	Answer<ExpertCard> experts(Ask ask) {
		Viewer viewer = Viewer.of(this.currentActor.get());
		return answer(ask, DocumentKind.EXPERT, OF_EXPERTS, found -> byRef(this.experts.cards(ids(found), viewer),
				card -> DocumentRef.expert(card.id())));
	}

	Answer<DemandCard> demands(Ask ask) {
		Actor viewer = this.currentActor.get().orElse(null);
		return answer(ask, DocumentKind.DEMAND, OF_DEMANDS, found -> byRef(this.demands.cards(ids(found), viewer),
				card -> DocumentRef.demand(card.id())));
	}

	/** Articles, studies and guides that the public reads. */
	Answer<FoundStory> stories(Ask ask) {
		Actor viewer = this.currentActor.get().orElse(null);
		return answer(ask, DocumentKind.STORY, OF_STORIES, found -> this.stories.among(found, viewer));
	}

	private static List<Long> ids(List<DocumentRef> found) {
		return found.stream().map(DocumentRef::id).toList();
	}

	private static <T> Map<DocumentRef, T> byRef(List<T> cards, Function<T, DocumentRef> ref) {
		Map<DocumentRef, T> shown = new LinkedHashMap<>();
		cards.forEach(card -> shown.put(ref.apply(card), card));
		return shown;
	}

	/**
	 * @param cards those that the reader may see, in the order in which they were found
	 */
	private <T> Answer<T> answer(Ask ask, DocumentKind kind, Set<Facet> facets,
			Function<List<DocumentRef>, Map<DocumentRef, T>> cards) {
		Optional<Actor> actor = this.currentActor.get();
		if (ask.advanced() && actor.filter(known -> known.is(QUERY_WRITERS)).isEmpty()) {
			throw new NotAllowed("advanced-search");
		}
		int offset = (ask.page() - 1) * ask.size();
		if (offset > DirectoryQuery.MAX_OFFSET) {
			throw new InvalidInput("/page", "at-most", DirectoryQuery.MAX_OFFSET / ask.size() + 1);
		}
		DirectoryQuery query = new DirectoryQuery(kind, audience(actor), ask.text(), ask.advanced(),
				ask.advanced() || ask.text().isBlank() ? FactNames.none() : this.names.current(), ask.filters(), facets,
				ask.sort(), offset, ask.size());
		DirectoryPage found = this.index.directory(query);
		List<DocumentRef> suggested = found.hits().stream().map(DirectoryHit::ref).toList();
		Map<DocumentRef, T> shown = cards.apply(suggested);
		// What a thing said a moment ago may be hidden now: then it is shown as it is, without what was found in it.
		Set<DocumentRef> outdated = outdated(suggested);
		Map<DocumentRef, List<DirectoryPage.Highlight>> highlights = (kind == DocumentKind.EXPERT)
				? highlights(query, ids(List.copyOf(shown.keySet())))
				: found.hits().stream().collect(Collectors.toMap(DirectoryHit::ref, DirectoryHit::highlights));
		List<Item<T>> items = new ArrayList<>();
		shown.forEach((ref, card) -> items.add(new Item<>(card, outdated.contains(ref)
				? List.of()
				: highlights.getOrDefault(ref, List.of()).stream().map(Highlight::of).toList())));
		return new Answer<>(items, found.total() - (suggested.size() - shown.size()), ask.page(), ask.size(),
				this.facets.named(kind, found.facets()), this.concepts.refs(found.understood()));
	}

	private Set<DocumentRef> outdated(List<DocumentRef> suggested) {
		Map<DocumentKind, List<DocumentRef>> kinds = suggested.stream()
				.collect(Collectors.groupingBy(DocumentRef::kind));
		Set<DocumentRef> outdated = new HashSet<>();
		kinds.forEach((kind, refs) -> this.relay.pendingAmong(subjects(kind), ids(refs))
				.forEach(id -> outdated.add(new DocumentRef(kind, id))));
		return outdated;
	}

	private static SubjectKind subjects(DocumentKind kind) {
		return switch (kind) {
			case EXPERT -> SubjectKind.EXPERT;
			case DEMAND -> SubjectKind.DEMAND;
			case STORY -> SubjectKind.ARTICLE;
			case STUDY -> SubjectKind.RESEARCH;
		};
	}

	/** Looks for it in what people say of themselves now. */
	private Map<DocumentRef, List<DirectoryPage.Highlight>> highlights(DirectoryQuery query, List<Long> people) {
		if (query.text().isBlank() || people.isEmpty()) {
			return Map.of();
		}
		List<ExpertDocument> documents = this.sources.orderedStream()
				.filter(source -> source.kind() == SubjectKind.EXPERT)
				.flatMap(source -> source.load(people).stream())
				.mapMulti((IndexChange change, Consumer<ExpertDocument> into) -> {
					if (change instanceof IndexChange.PutExpert(ExpertDocument document)) {
						into.accept(document);
					}
				})
				.toList();
		Map<DocumentRef, List<DirectoryPage.Highlight>> highlights = new HashMap<>();
		this.index.highlights(query, documents).forEach((id, found) -> highlights.put(DocumentRef.expert(id), found));
		return highlights;
	}

	static Audience audience(Optional<Actor> actor) {
		return actor.map(known -> known.is(OFFICIALS) ? Audience.MATCHED : Audience.REGISTERED).orElse(Audience.PUBLIC);
	}

}
