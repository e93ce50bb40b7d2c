package org.zhiqiao.platform.panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.PersonalData;
import org.zhiqiao.platform.expert.Experts;

/** What somebody said as a member of panels, and where they are named as one. */
@Component
class ReviewPersonalData implements PersonalData {

	private final InvitationTable invitations;

	private final OpinionTable opinions;

	private final MinutesTable minutes;

	private final PublicationTable publications;

	private final AssessmentTable assessments;

	private final Experts experts;

	ReviewPersonalData(InvitationTable invitations, OpinionTable opinions, MinutesTable minutes,
			PublicationTable publications, AssessmentTable assessments, Experts experts) {
		this.invitations = invitations;
		this.opinions = opinions;
		this.minutes = minutes;
		this.publications = publications;
		this.assessments = assessments;
		this.experts = experts;
	}

	@Override
	public String section() {
		return "reviews";
	}

	@Override
	@Transactional(readOnly = true)
	public Object export(long accountId) {
		return this.experts.idOfAccount(accountId).map(expert -> {
			var all = new LinkedHashMap<String, Object>();
			all.put("opinions", this.invitations.to(expert).stream().flatMap(one -> told(one).stream()).toList());
			all.put("assessments", this.assessments.about(expert).stream().map(ReviewPersonalData::told).toList());
			all.put("publishedLists", this.publications.naming(expert));
			return (Object) all;
		}).orElse(List.of());
	}

	private List<Map<String, Object>> told(Invitation invitation) {
		var told = new ArrayList<Map<String, Object>>();
		this.opinions.find(invitation.id()).ifPresent(opinion -> {
			var one = new LinkedHashMap<String, Object>();
			one.put("invitation", invitation.id());
			one.put("items", opinion.content().items());
			one.put("savedAt", opinion.savedAt());
			if (opinion.signedAt() != null) {
				one.put("signedAt", opinion.signedAt());
			}
			told.add(one);
		});
		this.minutes.of(invitation.panel())
				.forEach(minutes -> minutes.of(invitation.id()).ifPresent(signature -> {
					var one = new LinkedHashMap<String, Object>();
					one.put("invitation", invitation.id());
					one.put("minutesAnsweredAt", signature.at());
					if (signature.dissent() != null) {
						one.put("dissent", signature.dissent());
					}
					told.add(one);
				}));
		return told;
	}

	private static Map<String, Object> told(Assessment assessment) {
		var told = new LinkedHashMap<String, Object>();
		told.put("invitation", assessment.invitation());
		told.put("assessment", AssessmentView.GivenAssessment.of(assessment));
		return told;
	}

	/** If the profile has gone before, its going has told to forget already. */
	@Override
	@Transactional
	public void erase(long accountId) {
		this.experts.idOfAccount(accountId).ifPresent(expert -> {
			this.opinions.forgetDrafts(expert);
			this.assessments.forgetWords(expert);
		});
	}

}
