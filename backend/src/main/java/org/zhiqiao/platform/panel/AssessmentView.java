package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.panel.Assessment.AssessmentMark;
import org.zhiqiao.platform.panel.Assessment.AssessmentState;
import org.zhiqiao.platform.panel.Assessment.AssessmentVerdict;
import org.zhiqiao.platform.panel.RulePack.AssessmentRule;

/** Assessments as those who may see them do. */
final class AssessmentView {

	private AssessmentView() {}

	/**
	 * The assessments of a panel, for its officers.
	 *
	 * @param settled whether the result is: before, nobody is assessed
	 * @param due by when the organiser is to have assessed everybody; none before it is settled
	 * @param mayAssess whether the reader may
	 * @param mayRule whether the reader decides on those that are contested
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Assessments(long panel, AssessmentRule rule, boolean settled, @Nullable Instant due, boolean mayAssess,
			boolean mayRule, List<AssessedMember> members) {

	}

	/**
	 * A member, with what is known of how they served.
	 *
	 * @param name as it stands on the profile now
	 * @param gone whether the profile is not there any more, so that nobody is left to assess
	 * @param assessment none as long as nobody assessed them
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record AssessedMember(long invitation, long person, String name, boolean gone, ServiceFacts facts,
			@Nullable GivenAssessment assessment) {

	}

	/**
	 * What is on file about how a member served.
	 *
	 * @param acceptedAt when they promised to come
	 * @param leftAt when they took that back
	 * @param leftFor why, if they said so
	 * @param signedAt when they signed their opinion
	 * @param due until when that was to be done
	 * @param items how many were theirs to judge
	 * @param judged how many they gave all points for
	 * @param reasoned on how many of these they wrote something
	 * @param letters how much they wrote, in characters
	 * @param outliers for how many their mark was far from the others'
	 * @param minutes what they said to the minutes; none if they had none
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ServiceFacts(@Nullable Instant acceptedAt, @Nullable Instant leftAt, @Nullable DeclineReason leftFor,
			@Nullable Instant signedAt, Instant due, int items, int judged, int reasoned, int letters, int outliers,
			ReviewView.@Nullable Answer minutes) {

	}

	/**
	 * An assessment with what came of it.
	 *
	 * @param points of all marks that were given first
	 * @param counted what counts now; none while it is contested, or if it was set aside
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record GivenAssessment(AssessmentState state, List<AssessmentMark> marks, int points, @Nullable Integer counted,
			String remark, Instant at, @Nullable String contest, @Nullable Instant contestedAt,
			@Nullable RulingOnAssessment ruling) {

		static GivenAssessment of(Assessment one) {
			var ruling = one.ruling();
			var contest = one.contest();
			return new GivenAssessment(one.state(), one.marks(), Assessment.points(one.marks()),
					one.counted().isPresent() ? one.counted().getAsInt() : null, one.remark(), one.at(),
					(contest != null) ? contest.words() : null, (contest != null) ? contest.at() : null,
					(ruling != null)
							? new RulingOnAssessment(ruling.verdict(), ruling.marks(), ruling.reason(), ruling.at())
							: null);
		}

	}

	/** @param marks that count instead; empty unless they changed */
	record RulingOnAssessment(AssessmentVerdict verdict, List<AssessmentMark> marks, String reason, Instant at) {

	}

	/**
	 * What a person sees of their own credit.
	 *
	 * @param credit to one decimal
	 * @param neutral where everybody begins
	 * @param years for how long an assessment counts
	 * @param counting how many count now
	 */
	record OwnCredit(double credit, int neutral, int years, int counting, List<CreditedService> services) {

	}

	/**
	 * A panel on which the person served, and was assessed.
	 *
	 * @param use a code of the vocabulary
	 * @param items titles of what was reviewed; empty if they left before it was
	 * @param recent whether it is not too old to count
	 * @param mayContest whether they may say something against it now
	 */
	record CreditedService(long invitation, String use, List<String> items, AssessmentRule rule,
			GivenAssessment assessment, boolean recent, boolean mayContest) {

	}

}
