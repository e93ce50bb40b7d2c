package org.zhiqiao.platform.directory;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.DirectorySort;
import org.zhiqiao.search.Facet;

/**
 * What somebody asks the directory.
 *
 * @param advanced whether the text is in the query language
 * @param filters chosen values by facet
 * @param page from 1
 */
record Ask(String text, boolean advanced, Map<Facet, Set<String>> filters, DirectorySort sort, int page, int size) {

	static final class Builder {

		private final Map<Facet, Set<String>> filters = new EnumMap<>(Facet.class);

		Builder where(Facet facet, @Nullable List<String> values) {
			if (values != null) {
				Set<String> chosen = new TreeSet<>(values.stream().filter(value -> !value.isBlank()).toList());
				if (!chosen.isEmpty()) {
					this.filters.put(facet, chosen);
				}
			}
			return this;
		}

		Builder where(Facet facet, boolean wanted) {
			return wanted ? where(facet, List.of("true")) : this;
		}

		Ask ask(String text, String mode, String sort, int page, int size) {
			DirectorySort order = switch (sort) {
				case "name" -> DirectorySort.NAME;
				case "updated" -> DirectorySort.UPDATED;
				case "deadline" -> DirectorySort.DEADLINE;
				default -> DirectorySort.RELEVANCE;
			};
			return new Ask(text, mode.equals("advanced"), this.filters, order, page, size);
		}

	}

}
