package org.zhiqiao.platform.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.demand.AskedCountry;
import org.zhiqiao.platform.demand.AskedDomain;
import org.zhiqiao.platform.demand.DemandContent;
import org.zhiqiao.platform.demand.Regions;
import org.zhiqiao.platform.matching.AskedNeed.Entry;
import org.zhiqiao.search.CefrLevel;
import org.zhiqiao.search.ranking.Criterion;
import org.zhiqiao.search.ranking.Need;

/** Translates what a need says into what the ranking takes. */
@Component
class NeedReader {

	private final Regions regions;

	NeedReader(Regions regions) {
		this.regions = regions;
	}

	AskedNeed read(DemandContent content) {
		// The order is that of Need.conditions().
		var entries = new ArrayList<Entry>();
		var domains = new ArrayList<Need.Domain>();
		for (var i = 0; i < content.domains().size(); i++) {
			var asked = content.domains().get(i);
			domains.add(domain(asked));
			entries.add(new Entry("/domains/" + i, Criterion.DOMAIN, name(asked), asked.must()));
		}
		var languages = new ArrayList<Need.Language>();
		for (var i = 0; i < content.languages().size(); i++) {
			var asked = content.languages().get(i);
			languages.add(new Need.Language(asked.code(), level(asked.level()), asked.must(), asked.weight()));
			entries.add(new Entry("/languages/" + i, Criterion.LANGUAGE, asked.code(), asked.must()));
		}
		var countries = new ArrayList<Need.Country>();
		for (var i = 0; i < content.countries().size(); i++) {
			var asked = content.countries().get(i);
			var members = this.regions.countries(asked);
			// A region may have lost its members since the need was saved; then nobody can say who knows it.
			if (members.isEmpty()) {
				continue;
			}
			var kind = asked.kind();
			countries.add(new Need.Country(members, (kind != null) ? Set.of(kind) : Set.of(), asked.must(),
					asked.weight()));
			entries.add(new Entry("/countries/" + i, Criterion.COUNTRY, name(asked), asked.must()));
		}
		var competences = new ArrayList<Need.Competence>();
		for (var i = 0; i < content.competences().size(); i++) {
			var asked = content.competences().get(i);
			competences.add(new Need.Competence(asked.code(), asked.must(), asked.weight()));
			entries.add(new Entry("/competences/" + i, Criterion.WISHES, asked.code(), asked.must()));
		}
		return new AskedNeed(new Need(content.title(), content.description(), domains, languages, countries,
				competences, List.of(), Set.of()), entries);
	}

	private static Need.Domain domain(AskedDomain asked) {
		return new Need.Domain(Objects.requireNonNullElse(asked.code(), ""),
				Objects.requireNonNullElse(asked.text(), ""), asked.must(), asked.weight());
	}

	private static String name(AskedDomain asked) {
		return (asked.code() != null) ? asked.code() : Objects.requireNonNullElse(asked.text(), "");
	}

	private static String name(AskedCountry asked) {
		return (asked.code() != null) ? asked.code() : Objects.requireNonNullElse(asked.region(), "");
	}

	private static CefrLevel level(String code) {
		return CefrLevel.valueOf(code.toUpperCase(Locale.ROOT));
	}

}
