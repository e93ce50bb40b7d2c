package org.zhiqiao.platform.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.platform.taxonomy.Bilingual;

/**
 * An organisation as it is shown.
 *
 * @param mayEdit whether the reader may change it; only said of a single organisation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrganisationView(long id, int version, Bilingual name, List<String> aliases, @Nullable String country,
		@Nullable String city, @Nullable String hostKind, @Nullable String uscc, @Nullable Long parentId,
		@Nullable Bilingual parentName, boolean confirmed, boolean sample, @Nullable Boolean mayEdit) {

	static OrganisationView of(Organisation organisation) {
		return of(organisation, null, null);
	}

	static OrganisationView of(Organisation organisation, @Nullable Bilingual parentName, @Nullable Boolean mayEdit) {
		return new OrganisationView(organisation.id(), organisation.version(), organisation.name(),
				organisation.aliases(), organisation.country(), organisation.city(), organisation.hostKind(),
				organisation.uscc(), organisation.parentId(), parentName, organisation.confirmed(),
				organisation.sample(), mayEdit);
	}

}
