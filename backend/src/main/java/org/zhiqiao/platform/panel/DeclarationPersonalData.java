package org.zhiqiao.platform.panel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.PersonalData;
import org.zhiqiao.platform.expert.Experts;

/** Which ties somebody has declared, once for all and for single panels. */
@Component
class DeclarationPersonalData implements PersonalData {

	private final DeclarationTable table;

	private final InterestTable interests;

	private final Experts experts;

	DeclarationPersonalData(DeclarationTable table, InterestTable interests, Experts experts) {
		this.table = table;
		this.interests = interests;
		this.experts = experts;
	}

	@Override
	public String section() {
		return "declarations";
	}

	@Override
	@Transactional(readOnly = true)
	public Object export(long accountId) {
		var expert = this.experts.idOfAccount(accountId);
		var all = new LinkedHashMap<String, Object>();
		all.put("interests",
				expert.map(this.interests::of).orElseGet(List::of).stream().map(DeclarationPersonalData::told)
						.toList());
		all.put("asked", expert.map(this.table::to)
				.orElseGet(List::of)
				.stream()
				.map(one -> Map.of("askedAt", one.askedAt(), "answers", one.answers()))
				.toList());
		return all;
	}

	/** Who noted a tie, and for which panel, is not the person's. */
	private static Map<String, Object> told(Interest interest) {
		var all = new LinkedHashMap<String, Object>();
		all.put("kind", interest.kind());
		all.put("to", interest.to());
		if (interest.words() != null) {
			all.put("words", interest.words());
		}
		all.put("years", interest.years());
		all.put("declaredAt", interest.declaredAt());
		if (interest.endedAt() != null) {
			all.put("endedAt", interest.endedAt());
		}
		all.put("mistaken", interest.mistaken());
		var noted = interest.noted();
		if (noted != null) {
			all.put("notedByAnOfficer", noted.source());
			if (noted.contest() != null) {
				all.put("contested", noted.contest());
			}
		}
		return all;
	}

	/** If the profile has gone before, its going has told to forget already. */
	@Override
	@Transactional
	public void erase(long accountId) {
		this.experts.idOfAccount(accountId).ifPresent(expert -> {
			this.table.forgetWords(expert);
			this.interests.erase(expert);
		});
	}

}
