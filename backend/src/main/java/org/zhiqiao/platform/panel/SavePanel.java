package org.zhiqiao.platform.panel;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.panel.PanelContent.Language;
import org.zhiqiao.platform.panel.PanelContent.PartyRole;
import org.zhiqiao.platform.panel.PanelContent.Residence;
import org.zhiqiao.platform.panel.PanelContent.RuleSetting;

/**
 * A panel as its form sends it; {@link PanelCheck} says what is missing or wrong.
 *
 * @param duties numbers of accounts; the organiser is whoever sends it
 */
record SavePanel(@Nullable String title, @Nullable String use, @Nullable List<@Nullable SaveItem> items,
		@Nullable List<@Nullable SaveGroup> groups, @Nullable List<@Nullable RuleSetting> rules,
		@Nullable Map<Duty, @Nullable Long> duties) {

	record SaveItem(@Nullable Integer number, @Nullable String title, @Nullable List<@Nullable SaveParty> parties,
			@Nullable List<@Nullable Long> people, @Nullable List<@Nullable String> fields,
			@Nullable List<@Nullable SaveObjection> objections) {

	}

	record SaveParty(@Nullable PartyRole role, @Nullable Long organisation, @Nullable String name) {

	}

	record SaveObjection(@Nullable Long person, @Nullable String by, @Nullable String reason,
			@Nullable Boolean upheld, @Nullable String ruling) {

	}

	record SaveGroup(@Nullable String name, @Nullable Integer seats, @Nullable Residence residence,
			@Nullable List<@Nullable String> fields, @Nullable List<@Nullable Language> languages,
			@Nullable List<@Nullable String> countries) {

	}

}
