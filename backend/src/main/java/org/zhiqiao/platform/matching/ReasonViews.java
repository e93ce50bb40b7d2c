package org.zhiqiao.platform.matching;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.change.ChangeRelay;
import org.zhiqiao.platform.change.SubjectKind;
import org.zhiqiao.platform.matching.ReasonView.CountryView;
import org.zhiqiao.platform.matching.ReasonView.EvidenceView;
import org.zhiqiao.platform.matching.ReasonView.MatchedTermView;
import org.zhiqiao.platform.taxonomy.Concepts;
import org.zhiqiao.search.CefrLevel;
import org.zhiqiao.search.Condition;
import org.zhiqiao.search.ExpertFacts;
import org.zhiqiao.search.MatchedTerm;
import org.zhiqiao.search.ranking.Contribution;
import org.zhiqiao.search.ranking.Match;
import org.zhiqiao.search.ranking.Reason;

/** Names the concepts in the reasons of the ranking, in both languages. */
@Component
class ReasonViews {

	private final Concepts concepts;

	private final ChangeRelay relay;

	ReasonViews(Concepts concepts, ChangeRelay relay) {
		this.concepts = concepts;
		this.relay = relay;
	}

	/**
	 * The reasons of each person, by their ids. Evidence of somebody whose profile changed a moment ago may be hidden or
	 * withdrawn by now: then it counts until the index has followed, but is not told of.
	 */
	Map<Long, List<ContributionView>> of(Collection<Match> matches) {
		Set<Long> outdated = this.relay.pendingAmong(SubjectKind.EXPERT,
				matches.stream().map(Match::expertId).toList());
		return matches.stream()
				.collect(Collectors.toMap(Match::expertId, match -> of(match, outdated.contains(match.expertId())),
						(one, same) -> one));
	}

	List<ContributionView> of(Match match) {
		return of(List.of(match)).getOrDefault(match.expertId(), List.of());
	}

	private List<ContributionView> of(Match match, boolean outdated) {
		return match.contributions().stream().map(contribution -> view(contribution, outdated)).toList();
	}

	private ContributionView view(Contribution contribution, boolean outdated) {
		return new ContributionView(code(contribution.criterion()), contribution.value(), contribution.weight(),
				contribution.points(),
				contribution.reasons()
						.stream()
						.filter(reason -> !outdated || !(reason instanceof Reason.Evidence))
						.map(this::view)
						.toList());
	}

	private ReasonView view(Reason reason) {
		return switch (reason) {
			case Reason.Evidence piece -> ReasonView.piece(
					new EvidenceView(piece.pieceId(), code(piece.kind()), piece.title(), piece.year(), piece.share()),
					piece.matched().stream().map(this::term).toList());
			case Reason.EvidenceCount count -> ReasonView.pieceCount(count.pieces());
			case Reason.DomainHeld held -> ReasonView.concept(this.concepts.ref(held.asked()),
					this.concepts.ref(held.held()), code(held.how()), held.declared());
			case Reason.DomainMissing missing -> domainMissing(missing.asked());
			case Reason.LanguageHeld held -> ReasonView.language(held.code(), level(held.asked()), level(held.held()),
					held.held().reaches(held.asked()));
			case Reason.LanguageMissing missing ->
				ReasonView.language(missing.code(), level(missing.asked()), null, false);
			case Reason.CountryHeld held -> ReasonView.country(
					new CountryView(held.experience().alpha2(), held.experience().kind(), held.experience().from(),
							held.experience().to()),
					held.ofAskedKind());
			case Reason.CountryMissing missing -> ReasonView.countryMissing(
					missing.alpha2().stream().sorted().toList(), missing.kinds().stream().sorted().toList());
			case Reason.ConditionMet met -> ReasonView.competence(competence(met.condition()), true);
			case Reason.ConditionUnmet unmet -> ReasonView.competence(competence(unmet.condition()), false);
		};
	}

	/** A must that somebody does not fulfil, as the reason that says so. */
	ReasonView missing(Condition must, ExpertFacts facts) {
		return switch (must) {
			case Condition.Speaks(String code, CefrLevel asked) -> ReasonView.language(code, level(asked),
					facts.languages()
							.stream()
							.filter(skill -> skill.code().equals(code))
							.map(skill -> level(skill.level()))
							.findFirst()
							.orElse(null),
					false);
			case Condition.KnowsCountry(Set<String> alpha2, Set<String> kinds) ->
				ReasonView.countryMissing(alpha2.stream().sorted().toList(), kinds.stream().sorted().toList());
			case Condition.KnowsDomain(String code) -> domainMissing(code);
			case Condition.Mentions(String words) -> domainMissing(words);
			default -> ReasonView.competence(competence(must), false);
		};
	}

	/** A concept by its code, or free words. */
	private ReasonView domainMissing(String asked) {
		return this.concepts.knows(asked)
				? ReasonView.conceptMissing(this.concepts.ref(asked), null)
				: ReasonView.conceptMissing(null, asked);
	}

	private MatchedTermView term(MatchedTerm term) {
		return new MatchedTermView(term.asked(), term.found(), code(term.how()),
				term.concept().isEmpty() ? null : this.concepts.ref(term.concept()));
	}

	/** A need asks for nothing else as a wish of its own kind; {@link NeedReader} makes no other conditions. */
	private static String competence(Condition condition) {
		if (condition instanceof Condition.HasCompetence(String code)) {
			return code;
		}
		throw new IllegalStateException("No need asks for " + condition);
	}

	static String level(CefrLevel level) {
		return (level == CefrLevel.NATIVE) ? "native" : level.name();
	}

	/** A constant as clients see it. */
	static String code(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

}
