package org.zhiqiao.platform.expert;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.change.ChangeLog;
import org.zhiqiao.platform.change.SubjectKind;
import org.zhiqiao.platform.organisation.Organisation;
import org.zhiqiao.platform.organisation.OrganisationChanged;
import org.zhiqiao.platform.organisation.OrganisationReferences;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.taxonomy.Bilingual;

/** Connects what a profile says about employers with the registered organisations. */
@Component
class Employers implements OrganisationReferences {

	private final Organisations organisations;

	private final ExpertTable table;

	private final ChangeLog changes;

	Employers(Organisations organisations, ExpertTable table, ChangeLog changes) {
		this.organisations = organisations;
		this.table = table;
		this.changes = changes;
	}

	/** Those of the affiliations' organisations that are not registered. */
	Set<Long> unknown(List<Affiliation> affiliations) {
		var ids = affiliations.stream().map(Affiliation::organisationId).filter(Objects::nonNull)
				.collect(Collectors.toCollection(HashSet::new));
		if (!ids.isEmpty()) {
			ids.removeAll(this.organisations.all(ids).keySet());
		}
		return ids;
	}

	/** The city at home in which somebody works, if the employer is a registered organisation there. */
	Optional<String> cityOf(Profile profile) {
		var affiliation = profile.basics().affiliation();
		return (affiliation == null || affiliation.organisationId() == null)
				? Optional.empty()
				: this.organisations.find(affiliation.organisationId()).map(Organisation::city);
	}

	/** The profile with employers recognised by any of their names, and with the names of those given only by number. */
	Profile recognised(Profile profile) {
		var basics = profile.basics();
		var current = basics.affiliation();
		return new Profile(
				new Profile.Basics(basics.names(), basics.title(), basics.summary(),
						(current != null) ? recognised(current) : null, basics.residence(), basics.identifiers()),
				new Profile.Background(profile.background().earlier().stream().map(this::recognised).toList(),
						profile.background().degrees(), profile.background().nationality()),
				profile.expertise(), profile.languages(), profile.countries(), profile.evidence(), profile.offers(),
				profile.contact());
	}

	private Affiliation recognised(Affiliation given) {
		var name = given.name();
		if (given.organisationId() != null) {
			var known = this.organisations.find(given.organisationId());
			return known
					.map((organisation) -> with(given, organisation.id(),
							(name.zh() != null || name.en() != null) ? name : organisation.name()))
					.orElse(given);
		}
		var named = Stream.of(name.zh(), name.en())
				.filter(Objects::nonNull)
				.flatMap((one) -> this.organisations.named(one).stream())
				.filter((organisation) -> given.country() == null || given.country().equals(organisation.country()))
				.map(Organisation::id)
				.collect(Collectors.toSet());
		// Two of the same name are nobody in particular.
		return (named.size() == 1) ? with(given, named.iterator().next(), name) : given;
	}

	private static Affiliation with(Affiliation given, @Nullable Long id, Bilingual name) {
		return new Affiliation(id, name, given.country(), given.from(), given.to(), given.role());
	}

	@Override
	public String kind() {
		return "people";
	}

	@Override
	public long count(long organisationId) {
		return this.table.workingFor(organisationId).size();
	}

	@Override
	public void move(long goes, long stays) {
		this.table.moveEmployer(goes, stays);
	}

	/** The city of an organisation is found through the people who work there. */
	@EventListener
	void on(OrganisationChanged changed) {
		this.changes.changed(SubjectKind.EXPERT, this.table.workingFor(changed.organisationId()));
	}

}
