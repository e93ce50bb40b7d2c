package org.zhiqiao.platform.matching;

import java.util.List;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.zhiqiao.platform.account.PersonalData;
import org.zhiqiao.platform.expert.Experts;

/**
 * Notes that somebody wrote on shortlists, and notes about them. Comes first: once the profile has gone nobody knows any more
 * which notes are about its owner.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class MatchingPersonalData implements PersonalData {

	private final ShortlistTable shortlists;

	private final Experts experts;

	private final UsualWeights weights;

	MatchingPersonalData(ShortlistTable shortlists, Experts experts, UsualWeights weights) {
		this.shortlists = shortlists;
		this.experts = experts;
		this.weights = weights;
	}

	@Override
	public String section() {
		return "shortlists";
	}

	@Override
	public List<Note> export(long accountId) {
		return this.shortlists.addedBy(accountId)
				.stream()
				.map(entry -> new Note(entry.demandId(), entry.expertId(), entry.note(), entry.addedAt().toString()))
				.toList();
	}

	@Override
	public void erase(long accountId) {
		this.experts.idOfAccount(accountId).ifPresent(this.shortlists::forgetExpert);
		this.shortlists.forgetAuthor(accountId);
		this.weights.forgetAuthor(accountId);
	}

	/** An entry that somebody made. */
	record Note(long demandId, long expertId, String note, String addedAt) {

	}

}
