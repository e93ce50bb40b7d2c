package org.zhiqiao.search.ranking;

import java.util.ArrayList;
import java.util.List;

import org.zhiqiao.search.EvidenceHit;
import org.zhiqiao.search.EvidenceStrength;
import org.zhiqiao.search.ExpertFacts;
import org.zhiqiao.search.MatchedTerm;
import org.zhiqiao.search.Recall;
import org.zhiqiao.search.text.Thesaurus;

/**
 * What a person knows, by their best eight pieces of evidence: each brings its strength, the best
 * one in full and the r-th best by 1 / log2(r + 1); the sum is put on a scale of 0 to 1 by one fixed
 * curve for all needs.
 */
final class DomainCriterion {

	/** Weaker pieces have the field in common with the need, or a word by accident. */
	static final double FLOOR = 0.15;

	/** At this sum the value is one half: one piece on the subject, or several near it. */
	private static final double HALF = 0.75;

	/** Eight pieces that have only the field in common sum to a half; that must not look like knowing the subject. */
	private static final int STEEPNESS = 4;

	private static final int SHOWN_EVIDENCE = 4;

	private DomainCriterion() {}

	static Assessment assess(Need need, Recall.Candidate candidate, Thesaurus thesaurus) {
		double value = value(candidate.hits());
		List<Reason> reasons = new ArrayList<>();
		for (Need.Domain domain : need.domains()) {
			if (!domain.code().isBlank()) {
				reasons.add(held(domain.code(), candidate.facts(), thesaurus));
			}
		}
		int count = 0;
		for (EvidenceHit hit : candidate.hits()) {
			if (hit.score() < FLOOR) {
				continue;
			}
			count++;
			if (count <= SHOWN_EVIDENCE) {
				reasons.add(new Reason.Evidence(hit.pieceId(), hit.kind(), hit.title(), hit.year(), hit.score(),
						hit.matched()));
			}
		}
		reasons.add(new Reason.EvidenceCount(count));
		return new Assessment(value, reasons);
	}

	static double value(List<EvidenceHit> bestFirst) {
		double sum = 0;
		for (int i = 0; i < bestFirst.size(); i++) {
			sum += bestFirst.get(i).score() * EvidenceStrength.discount(i + 1);
		}
		// much of little is little: the curve orders nobody anew, it only tells how far apart they are
		double power = Math.pow(sum / HALF, STEEPNESS);
		return power / (power + 1);
	}

	private static Reason held(String asked, ExpertFacts facts, Thesaurus thesaurus) {
		if (facts.domains().contains(asked)) {
			return new Reason.DomainHeld(asked, asked, MatchedTerm.How.THESAURUS, true);
		}
		if (facts.evidencedDomains().contains(asked)) {
			return new Reason.DomainHeld(asked, asked, MatchedTerm.How.THESAURUS, false);
		}
		for (String code : facts.domains()) {
			if (thesaurus.ancestors(code).contains(asked)) {
				return new Reason.DomainHeld(asked, code, MatchedTerm.How.NARROWER, true);
			}
		}
		String evidenced = null;
		for (String code : facts.evidencedDomains()) {
			if ((evidenced == null || code.compareTo(evidenced) < 0) && thesaurus.ancestors(code).contains(asked)) {
				evidenced = code;
			}
		}
		if (evidenced != null) {
			return new Reason.DomainHeld(asked, evidenced, MatchedTerm.How.NARROWER, false);
		}
		for (String code : thesaurus.ancestors(asked)) {
			if (facts.domains().contains(code) || facts.evidencedDomains().contains(code)) {
				return new Reason.DomainHeld(asked, code, MatchedTerm.How.BROADER, facts.domains().contains(code));
			}
		}
		return new Reason.DomainMissing(asked);
	}

}
