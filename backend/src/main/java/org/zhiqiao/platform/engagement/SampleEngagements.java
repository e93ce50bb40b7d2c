package org.zhiqiao.platform.engagement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.engagement.Course.Feedback;
import org.zhiqiao.platform.engagement.Course.Stage;
import org.zhiqiao.platform.engagement.Course.Word;
import org.zhiqiao.platform.engagement.TriageView.Verdict;
import org.zhiqiao.platform.moment.Moments;

/** Takes down the engagements of the made-up sample, each as far as it is to be. Nobody is told. */
@Service
public class SampleEngagements {

	/** Days from the beginning to each stage. */
	private static final List<Integer> PACE = List.of(3, 9, 18, 60);

	private static final List<EngagementState> WAY = List.of(EngagementState.IN_CONTACT, EngagementState.AGREED,
			EngagementState.CONTRACT, EngagementState.DONE);

	private static final EngagementContact OWNER = new EngagementContact("示例联系人 Sample contact",
			"contact@demo.zhiqiao.example", "+86 551 0000 0000");

	private static final EngagementContact PERSON = new EngagementContact("示例专家 Sample expert",
			"person@demo.zhiqiao.example", null);

	private final EngagementTable table;

	private final TriageTable triages;

	private final Clock clock;

	SampleEngagements(EngagementTable table, TriageTable triages, Clock clock) {
		this.table = table;
		this.triages = triages;
		this.clock = clock;
	}

	@Transactional
	public void add(SampleEngagement given) {
		var began = Moments.exact(this.clock.instant()).minus(Duration.ofDays(given.daysAgo()));
		var by = given.byOwner() ? Side.OWNER : Side.PERSON;
		var state = EngagementState.of(given.state()).orElseThrow();
		var one = Engagement.begun(given.demandId(), given.expertId(), true, by, null, given.message(), false,
				given.byOwner() ? OWNER : PERSON, began);
		for (var said : given.words()) {
			one = one.spoken(side(said), began.plus(Duration.ofDays(1)));
		}
		var reason = (given.reason() != null)
				? Reason.valueOf(given.reason().toUpperCase(Locale.ROOT).replace('-', '_'))
				: null;
		if (state == EngagementState.DECLINED && reason != null) {
			one = one.declined(by.other(), reason, null, began.plus(Duration.ofDays(2)));
		} else if (state.exchanged()) {
			one = one.agreed(by.other(), given.byOwner() ? PERSON : OWNER, null, at(began, EngagementState.IN_CONTACT));
			if (state != EngagementState.IN_CONTACT) {
				one = one.moved(state, Side.OWNER, reason, null, at(began, state));
			}
		}
		var stored = this.table.insert(one);
		for (var said : given.words()) {
			this.table.say(stored.id(), new Word(side(said), null, said.words(), began.plus(Duration.ofDays(1))));
		}
		if (state.exchanged()) {
			record(stored.id(), began, state, reason);
		}
		give(stored.id(), Side.OWNER, given.ownerMarks(), at(began, state));
		give(stored.id(), Side.PERSON, given.personMarks(), at(began, state));
		if (given.triage() != null) {
			this.triages.decide(given.demandId(), 0,
					Verdict.valueOf(given.triage().toUpperCase(Locale.ROOT).replace('-', '_')), given.remarks(), null,
					began);
		}
	}

	private void record(long id, Instant began, EngagementState reached, @Nullable Reason reason) {
		for (var stage : WAY) {
			if (stage.compareTo(reached) <= 0 && (reached != EngagementState.FAILED || stage == WAY.getFirst())) {
				this.table.record(id, stage(stage, began, null));
			}
		}
		if (reached == EngagementState.FAILED) {
			this.table.record(id, stage(reached, began, reason));
		}
	}

	private static Stage stage(EngagementState state, Instant began, @Nullable Reason reason) {
		var at = at(began, state);
		return new Stage(state, LocalDate.ofInstant(at, Moments.HERE), false, reason, null, Side.OWNER, null, at);
	}

	private static Instant at(Instant began, EngagementState state) {
		var place = Math.max(0, WAY.indexOf(state));
		return began.plus(Duration.ofDays((state == EngagementState.FAILED) ? PACE.getLast() / 2 : PACE.get(place)));
	}

	private void give(long id, Side side, SampleEngagement.@Nullable Marks marks, Instant at) {
		if (marks != null) {
			this.table.give(id, new Feedback(side, marks.communication(), marks.reliability(), marks.result(),
					marks.words(), null, at));
		}
	}

	private static Side side(SampleEngagement.Said said) {
		return said.byOwner() ? Side.OWNER : Side.PERSON;
	}

}
