package org.zhiqiao.platform.demand;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.change.SubjectKind;
import org.zhiqiao.platform.search.DocumentSource;
import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.DemandDocument;
import org.zhiqiao.search.DocumentRef;
import org.zhiqiao.search.IndexChange;

/**
 * Hands published needs to the index. What is confidential is not handed over at all, so that no count, highlight or order
 * can give it away.
 */
@Component
class DemandSource implements DocumentSource {

	private final DemandTable table;

	private final DemandOwners owners;

	private final Regions regions;

	DemandSource(DemandTable table, DemandOwners owners, Regions regions) {
		this.table = table;
		this.owners = owners;
		this.regions = regions;
	}

	@Override
	public SubjectKind kind() {
		return SubjectKind.DEMAND;
	}

	@Override
	@Transactional(readOnly = true)
	public List<IndexChange> load(Collection<Long> ids) {
		var found = this.table.load(ids).stream().collect(Collectors.toMap(Demand::id, Function.identity()));
		var names = this.owners.names(
				found.values().stream().map(Demand::organisationId).filter(Objects::nonNull)
						.collect(Collectors.toSet()));
		return ids.stream().distinct().<IndexChange>map(id -> {
			var demand = found.get(id);
			if (demand == null || demand.state() != DemandState.PUBLISHED) {
				return new IndexChange.Remove(DocumentRef.demand(id));
			}
			var owner = demand.organisationId();
			return new IndexChange.PutDemand(
					document(demand, (owner != null) ? names.getOrDefault(owner, Bilingual.NONE) : Bilingual.NONE));
		}).toList();
	}

	@Override
	@Transactional(readOnly = true)
	public List<Long> idsAfter(long after, int limit) {
		return this.table.idsAfter(after, limit);
	}

	@Override
	@Transactional(readOnly = true)
	public long count() {
		return this.table.count();
	}

	private DemandDocument document(Demand demand, Bilingual owner) {
		// Whoever may read the text finds it; of what only officials may read, everybody finds the outline.
		var confidentiality = demand.content().confidentiality();
		var whole = confidentiality == Confidentiality.PUBLIC || confidentiality == Confidentiality.REGISTERED;
		var audience = (confidentiality == Confidentiality.REGISTERED) ? Audience.REGISTERED : Audience.PUBLIC;
		var content = whole ? demand.content() : demand.content().outline();
		var countries = new TreeSet<String>();
		content.countries().forEach(asked -> countries.addAll(this.regions.countries(asked)));
		return new DemandDocument(demand.id(), content.title(), content.description(),
				Objects.requireNonNullElse(content.language(), ""), content.kind(), whole ? both(owner) : "",
				content.domains().stream().map(AskedDomain::code).filter(Objects::nonNull).toList(),
				content.domains().stream().map(AskedDomain::text).filter(Objects::nonNull).toList(),
				content.industries(), Objects.requireNonNullElse(content.city(), ""), List.copyOf(countries),
				content.languages().stream().map(AskedLanguage::code).toList(), audience, true, content.deadline(),
				demand.updatedAt().toEpochMilli());
	}

	/** The owner is found by either name. */
	private static String both(Bilingual name) {
		var zh = Objects.requireNonNullElse(name.zh(), "");
		var en = Objects.requireNonNullElse(name.en(), "");
		return (zh + " " + en).strip();
	}

}
