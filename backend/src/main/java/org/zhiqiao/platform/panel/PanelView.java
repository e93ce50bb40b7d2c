package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.expert.ExpertCard;
import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.platform.taxonomy.ConceptRef;

/**
 * A panel as one of its officers sees it.
 *
 * @param rules the pack that it began with
 * @param mine the reader's duty
 * @param draw the state of the last draw or direct choice; none before the first
 * @param mayEdit whether the reader may change it now
 * @param organisations names of the organisations in it
 * @param people cards of the people in it
 * @param concepts names of the fields in it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PanelView(long id, int version, PanelContent content, RulePack rules, List<DutyView> duties, Duty mine,
		@Nullable DrawState draw, boolean mayEdit, List<OrganisationName> organisations, List<ExpertCard> people,
		List<ConceptRef> concepts, Instant createdAt, Instant updatedAt) {

	/** @param name none once the account is gone */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record DutyView(Duty duty, long account, @Nullable String name) {

	}

	record OrganisationName(long id, Bilingual name) {

	}

	/** A panel in a list. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record PanelCard(long id, String title, String use, int items, int seats, Duty mine, @Nullable DrawState draw,
			Instant updatedAt) {

	}

	/** All panels for which the reader has a duty. */
	record Panels(List<PanelCard> items) {

	}

	/** Somebody who may be given a duty. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Official(long account, String name, List<Duty> duties, String role, @Nullable String city) {

	}

	/** What a form for panels needs to know. */
	record PanelForm(RulePack rules, List<Official> officials) {

	}

}
