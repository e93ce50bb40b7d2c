package org.zhiqiao.platform.directory;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.change.ChangeRelay;
import org.zhiqiao.platform.change.SubjectKind;
import org.zhiqiao.platform.demand.DemandCard;
import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.platform.expert.ExpertCard;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.expert.Viewer;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.search.DirectoryPage.DirectoryHit;
import org.zhiqiao.search.DirectoryQuery;
import org.zhiqiao.search.DirectorySort;
import org.zhiqiao.search.DocumentKind;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.FactNames;
import org.zhiqiao.search.Facet;

/** Looks up a search again that somebody saved, who need not be here, as its page has it in its address. */
@Component
public class Searches {

	private static final Map<String, Facet> OF_EXPERTS = Map.of("domain", Facet.DOMAIN, "industry", Facet.INDUSTRY,
			"country", Facet.COUNTRY, "language", Facet.LANGUAGE, "city", Facet.CITY, "residence", Facet.RESIDENCE,
			"competence", Facet.COMPETENCE, "offer", Facet.OFFER, "verified", Facet.VERIFIED, "available",
			Facet.AVAILABLE);

	private static final Map<String, Facet> OF_DEMANDS = Map.of("domain", Facet.DOMAIN, "industry", Facet.INDUSTRY,
			"country", Facet.COUNTRY, "language", Facet.LANGUAGE, "city", Facet.CITY, "kind", Facet.KIND, "open",
			Facet.OPEN);

	private final ExpertiseIndex index;

	private final ChangeRelay relay;

	private final Experts experts;

	private final Demands demands;

	private final NamesOfFacts names;

	Searches(ExpertiseIndex index, ChangeRelay relay, Experts experts, Demands demands, NamesOfFacts names) {
		this.index = index;
		this.relay = relay;
		this.experts = experts;
		this.demands = demands;
		this.names = names;
	}

	/** The index does not know yet of what is to be found. */
	public static final class Outdated extends RuntimeException {

		Outdated(SubjectKind kind) {
			super("The index does not know all of " + kind + " yet");
		}

	}

	/**
	 * Sees whether a search of people can be looked up.
	 * @throws InvalidInput if a parameter is unknown
	 * @throws NotAllowed if it is in the query language, and the reader may not use that
	 */
	public void checkExperts(String query, Actor reader) {
		check(DocumentKind.EXPERT, OF_EXPERTS, query, reader);
	}

	/**
	 * Sees whether a search of needs can be looked up; see {@link #checkExperts}.
	 */
	public void checkDemands(String query, Actor reader) {
		check(DocumentKind.DEMAND, OF_DEMANDS, query, reader);
	}

	/**
	 * Those among some people whom a search finds and the reader may see.
	 * @param fresh those who became public after {@code since}
	 * @param waits whether to rather throw than to overlook somebody whom the index does not know yet
	 * @throws Outdated if so
	 */
	public List<ExpertCard> experts(String query, @Nullable Actor reader, Collection<Long> fresh, Instant since,
			boolean waits) {
		var viewer = Viewer.of(Optional.ofNullable(reader));
		return found(DocumentKind.EXPERT, SubjectKind.EXPERT, OF_EXPERTS, query, reader, fresh, since, waits,
				ids -> this.experts.cards(ids, viewer), ExpertCard::id, ExpertCard::updatedAt);
	}

	/**
	 * Those among some needs which a search finds and the reader may see, as far as they may; see {@link #experts}.
	 */
	public List<DemandCard> demands(String query, @Nullable Actor reader, Collection<Long> fresh, Instant since,
			boolean waits) {
		return found(DocumentKind.DEMAND, SubjectKind.DEMAND, OF_DEMANDS, query, reader, fresh, since, waits,
				ids -> this.demands.cards(ids, reader), DemandCard::id, DemandCard::updatedAt);
	}

	private void check(DocumentKind kind, Map<String, Facet> known, String query, Actor reader) {
		Ask ask = ask(query, known);
		if (ask.advanced() && !reader.is(Directory.QUERY_WRITERS)) {
			throw new NotAllowed("advanced-search");
		}
		this.index.directory(question(kind, ask, reader, 0, 0));
	}

	private <T> List<T> found(DocumentKind kind, SubjectKind subjects, Map<String, Facet> known, String query,
			@Nullable Actor reader, Collection<Long> fresh, Instant since, boolean waits,
			Function<List<Long>, List<T>> cards, Function<T, Long> id, Function<T, Instant> changed) {
		Ask ask = ask(query, known);
		boolean refused = ask.advanced() && (reader == null || !reader.is(Directory.QUERY_WRITERS));
		if (fresh.isEmpty() || refused) {
			return List.of();
		}
		if (waits && !this.relay.pendingAmong(subjects, fresh).isEmpty()) {
			throw new Outdated(subjects);
		}
		Set<Long> wanted = new HashSet<>(fresh);
		var found = new ArrayList<T>();
		// The last changed come first, and whatever became public since then was changed since then.
		for (int offset = 0; offset <= DirectoryQuery.MAX_OFFSET; offset += DirectoryQuery.MAX_LIMIT) {
			List<Long> hits = this.index.directory(question(kind, ask, reader, offset, DirectoryQuery.MAX_LIMIT))
					.hits()
					.stream()
					.map(DirectoryHit::id)
					.toList();
			List<T> shown = cards.apply(hits);
			shown.stream().filter(card -> wanted.contains(id.apply(card))).forEach(found::add);
			boolean older = !shown.isEmpty() && changed.apply(shown.getLast()).isBefore(since);
			if (older || hits.size() < DirectoryQuery.MAX_LIMIT) {
				break;
			}
		}
		return found;
	}

	private DirectoryQuery question(DocumentKind kind, Ask ask, @Nullable Actor reader, int offset, int limit) {
		return new DirectoryQuery(kind, Directory.audience(Optional.ofNullable(reader)), ask.text(), ask.advanced(),
				ask.advanced() || ask.text().isBlank() ? FactNames.none() : this.names.current(), ask.filters(),
				Set.of(), DirectorySort.UPDATED, offset, limit);
	}

	private static Ask ask(String query, Map<String, Facet> known) {
		MultiValueMap<String, String> given = UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
		var ask = new Ask.Builder();
		String text = "";
		String mode = "simple";
		for (Map.Entry<String, List<String>> entry : given.entrySet()) {
			List<String> values = entry.getValue()
					.stream()
					.filter(value -> value != null)
					.map(value -> UriUtils.decode(value.replace('+', ' '), StandardCharsets.UTF_8))
					.toList();
			String name = entry.getKey();
			Facet facet = known.get(name);
			if (facet != null) {
				ask.where(facet, values);
			} else if (name.equals("q") && !values.isEmpty()) {
				text = values.getFirst();
			} else if (name.equals("mode") && !values.isEmpty()) {
				mode = values.getFirst();
			} else if (!Set.of("q", "mode", "sort", "page", "size", "lang").contains(name)) {
				throw new InvalidInput("/query", "search-parameter", name);
			}
		}
		return ask.ask(text, mode, "updated", 1, DirectoryQuery.MAX_LIMIT);
	}

}
