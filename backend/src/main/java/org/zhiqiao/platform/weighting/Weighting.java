package org.zhiqiao.platform.weighting;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Objects;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.demand.DemandCard;
import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.platform.exposure.Attention;
import org.zhiqiao.platform.matching.Percentages;
import org.zhiqiao.platform.matching.Trials;
import org.zhiqiao.platform.matching.UsualWeights;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.weighting.WeightingView.Changes;
import org.zhiqiao.platform.weighting.WeightingView.Held;
import org.zhiqiao.platform.weighting.WeightingView.RankingChange;
import org.zhiqiao.platform.weighting.WeightingView.Sources;
import org.zhiqiao.platform.weighting.WeightingView.VersionView;
import tools.jackson.databind.json.JsonMapper;

/** The weights of all rankings: what outcomes say of them, and an administrator's way to others and back. */
@Service
class Weighting {

	private static final int RANKINGS = 10;

	private final UsualWeights weights;

	private final Learning learning;

	private final Trials trials;

	private final Attention attention;

	private final Demands demands;

	private final Accounts accounts;

	private final TransactionTemplate transactions;

	private final JsonMapper json;

	Weighting(UsualWeights weights, Learning learning, Trials trials, Attention attention, Demands demands,
			Accounts accounts, TransactionTemplate transactions, JsonMapper json) {
		this.weights = weights;
		this.learning = learning;
		this.trials = trials;
		this.attention = attention;
		this.demands = demands;
		this.accounts = accounts;
		this.transactions = transactions;
		this.json = json;
	}

	/** Not in a transaction as a whole, since the suggestion may take a while. */
	WeightingView view(Actor reader) {
		var history = this.weights.history();
		var current = history.getFirst();
		var learned = this.learning.of(current);
		var found = learned.from();
		var names = this.accounts.names(history.stream()
				.map(UsualWeights.Version::setBy)
				.filter(Objects::nonNull)
				.distinct()
				.toList());
		return new WeightingView(current.version(), current.weights(),
				learned.suggestion(),
				new Sources(found.successful(), found.considered(), found.alone(), found.single(), found.unknown(),
						found.asOfThen().size(), found.asOfNow().size()),
				history.stream()
						.map(one -> new VersionView(one.version(), one.weights(), one.reason(), one.restores(),
								one.basis() != null, (one.setBy() != null) ? names.get(one.setBy()) : null,
								one.setAt()))
						.toList(),
				reader.is(Role.ADMINISTRATOR));
	}

	/** What other weights would change in the rankings of needs that the reader may see. */
	@Transactional(readOnly = true)
	Changes changes(Percentages other, Actor reader) {
		other.check("");
		var cards = new LinkedHashMap<Long, DemandCard>();
		this.demands.cards(new LinkedHashSet<>(this.attention.lastShown(RANKINGS)), reader)
				.forEach(card -> cards.put(card.id(), card));
		this.demands.latestOpen(RANKINGS, reader).forEach(card -> cards.putIfAbsent(card.id(), card));
		var rankings = cards.values()
				.stream()
				.limit(RANKINGS)
				.flatMap(card -> this.trials.change(card.id(), other)
						.map(change -> new RankingChange(card.id(), card.title(), change.first(), change.stay(),
								change.moved()))
						.stream())
				.toList();
		return new Changes(rankings, rankings.stream().mapToInt(RankingChange::first).sum(),
				rankings.stream().mapToInt(RankingChange::stay).sum(),
				rankings.stream().mapToInt(RankingChange::moved).sum());
	}

	/**
	 * Lets other weights hold.
	 * @param suggested whether they follow the suggestion; it has to be the one that holds now
	 */
	Held change(int version, Percentages other, String reason, boolean suggested, Actor actor) {
		var holds = this.weights.expect(version, actor);
		// Before the transaction, which then lasts no longer than writing does.
		var basis = suggested ? basis(holds, other) : null;
		return Objects.requireNonNull(this.transactions
				.execute(_ -> held(this.weights.set(version, other, reason, basis, actor))));
	}

	private String basis(UsualWeights.Version holds, Percentages other) {
		var drawn = this.learning.of(holds).suggestion();
		if (!other.equals(drawn.suggested())) {
			throw new InvalidInput("/weights", "weights-not-suggested");
		}
		return this.json.writeValueAsString(drawn);
	}

	/** Lets earlier weights hold again. */
	Held restore(int version, int earlier, String reason, Actor actor) {
		return Objects.requireNonNull(this.transactions
				.execute(_ -> held(this.weights.restore(version, earlier, reason, actor))));
	}

	private static Held held(UsualWeights.Version now) {
		return new Held(now.version(), now.weights());
	}

}
