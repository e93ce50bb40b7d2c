package org.zhiqiao.platform.exposure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.expert.ExpertCard;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.expert.Viewer;
import org.zhiqiao.platform.exposure.ExposureView.ExposedView;
import org.zhiqiao.platform.exposure.ExposureView.OwnExposure;
import org.zhiqiao.platform.matching.Shortlists;
import org.zhiqiao.platform.problem.NotAllowed;

/** Says how often people were shown and chosen. */
@Service
class ExposureService {

	private static final int LISTED = 50;

	private final ExposureTable table;

	private final Shortlists shortlists;

	private final Experts experts;

	private final Clock clock;

	ExposureService(ExposureTable table, Shortlists shortlists, Experts experts, Clock clock) {
		this.table = table;
		this.shortlists = shortlists;
		this.experts = experts;
		this.clock = clock;
	}

	/** @param days so many days up to today */
	@Transactional(readOnly = true)
	ExposureView exposure(Actor actor, int days) {
		var since = since(days);
		var shown = this.table.since(since);
		// Only those who are there now: the others are neither overlooked nor favoured any more.
		var findable = this.experts.findable(shown.stream().map(ExposureTable.Shown::expertId).toList());
		var present = shown.stream().filter(one -> findable.contains(one.expertId())).toList();
		var onTop = present.stream().map(ExposureTable.Shown::onTop).filter(count -> count > 0).toList();
		var people = this.experts.published();
		var concentration = Concentration.of(onTop, people);
		var listed = present.stream().limit(LISTED).toList();
		var cards = this.experts.cards(listed.stream().map(ExposureTable.Shown::expertId).toList(), Viewer.of(actor))
				.stream()
				.collect(Collectors.toMap(ExpertCard::id, Function.identity()));
		var chosen = this.shortlists.since(since.atStartOfDay(ExposureRecorder.HERE).toInstant());
		return new ExposureView(since, days, people, onTop.size(), present.size(), concentration.gini(),
				concentration.topTen(), listed.stream().flatMap(one -> {
					var card = cards.get(one.expertId());
					return (card != null)
							? Stream.of(new ExposedView(card, one.onTop(), one.below(), one.needs(),
									chosen.getOrDefault(one.expertId(), 0)))
							: Stream.empty();
				}).toList());
	}

	/** For the person and for officials. */
	@Transactional(readOnly = true)
	OwnExposure of(long expertId, Actor actor, int days) {
		var self = this.experts.idOfAccount(actor.accountId()).filter(own -> own == expertId).isPresent();
		if (!self && !actor.isOfficer()) {
			throw new NotAllowed("own");
		}
		var since = since(days);
		var shown = this.table.of(expertId, since);
		return new OwnExposure(since, days, shown.onTop(), shown.below(), shown.needs());
	}

	private LocalDate since(int days) {
		return LocalDate.now(this.clock.withZone(ExposureRecorder.HERE)).minusDays(days - 1L);
	}

}
