package org.zhiqiao.search;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * A question to the directory of people, of needs or of stories.
 *
 * @param kind a question for stories is answered with articles, studies and guides
 * @param text what stands in the box; in the simple mode any text whatever is safe
 * @param advanced whether the text is in the query language
 * @param names what countries and the like are called in the text, in the simple mode
 * @param filters chosen values; one value of a facet is enough, but every facet must be met
 * @param facets those to be counted
 * @param offset number of results to leave out
 * @param limit at most so many results, 0 to 200
 */
public record DirectoryQuery(DocumentKind kind, Audience viewer, String text, boolean advanced, FactNames names,
		Map<Facet, Set<String>> filters, Set<Facet> facets, DirectorySort sort, int offset, int limit) {

	/** Results beyond this offset are not served: nobody reads that far, machines should export. */
	public static final int MAX_OFFSET = 10_000;

	public static final int MAX_LIMIT = 200;

	public DirectoryQuery {
		if (offset < 0 || offset > MAX_OFFSET || limit < 0 || limit > MAX_LIMIT) {
			throw new IllegalArgumentException("offset must be 0.." + MAX_OFFSET + ", limit 0.." + MAX_LIMIT);
		}
		filters = Map.copyOf(filters);
		facets = Set.copyOf(facets);
	}

	/**
	 * The first 20 people for a text, with all facets.
	 */
	public static DirectoryQuery experts(Audience viewer, String text) {
		return new DirectoryQuery(DocumentKind.EXPERT, viewer, text, false, FactNames.none(), Map.of(),
				Set.of(Facet.DOMAIN, Facet.INDUSTRY, Facet.COUNTRY, Facet.LANGUAGE, Facet.CITY, Facet.RESIDENCE,
						Facet.COMPETENCE, Facet.OFFER, Facet.VERIFIED, Facet.AVAILABLE),
				DirectorySort.RELEVANCE, 0, 20);
	}

	/**
	 * The first 20 needs for a text, with all facets.
	 */
	public static DirectoryQuery demands(Audience viewer, String text) {
		return new DirectoryQuery(DocumentKind.DEMAND, viewer, text, false, FactNames.none(), Map.of(),
				Set.of(Facet.DOMAIN,
						Facet.INDUSTRY, Facet.COUNTRY, Facet.LANGUAGE, Facet.CITY, Facet.KIND, Facet.OPEN),
				DirectorySort.RELEVANCE, 0, 20);
	}

	/**
	 * The first 20 articles, studies and guides for a text, with all facets.
	 */
	public static DirectoryQuery stories(Audience viewer, String text) {
		return new DirectoryQuery(DocumentKind.STORY, viewer, text, false, FactNames.none(), Map.of(),
				Set.of(Facet.DOMAIN, Facet.INDUSTRY, Facet.COUNTRY, Facet.LANGUAGE, Facet.CITY, Facet.KIND),
				DirectorySort.RELEVANCE, 0, 20);
	}

	public DirectoryQuery inAdvancedMode() {
		return new DirectoryQuery(this.kind, this.viewer, this.text, true, this.names, this.filters, this.facets,
				this.sort,
				this.offset, this.limit);
	}

	/**
	 * The same with names understood.
	 */
	public DirectoryQuery knowing(FactNames known) {
		return new DirectoryQuery(this.kind, this.viewer, this.text, this.advanced, known, this.filters, this.facets,
				this.sort, this.offset, this.limit);
	}

	public DirectoryQuery where(Facet facet, String... values) {
		Map<Facet, Set<String>> all = new EnumMap<>(Facet.class);
		all.putAll(this.filters);
		all.put(facet, Set.of(values));
		return new DirectoryQuery(this.kind, this.viewer, this.text, this.advanced, this.names, all, this.facets,
				this.sort,
				this.offset, this.limit);
	}

	public DirectoryQuery sortedBy(DirectorySort order) {
		return new DirectoryQuery(this.kind, this.viewer, this.text, this.advanced, this.names, this.filters,
				this.facets, order,
				this.offset, this.limit);
	}

	public DirectoryQuery page(int from, int size) {
		return new DirectoryQuery(this.kind, this.viewer, this.text, this.advanced, this.names, this.filters,
				this.facets,
				this.sort, from, size);
	}

}
