package org.zhiqiao.platform.panel;

import java.time.Duration;
import java.time.Instant;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.panel.NoticeTable.Kind;
import org.zhiqiao.platform.panel.ReviewMembers.Member;

/**
 * Tells members that they can give points, that these are due soon, and that minutes wait for them; never who else is a member,
 * nor what is reviewed.
 */
@Component
class ReviewNotices {

	/** So long before points are due, or at half of the time if that is later, whoever has not signed is reminded. */
	private static final Duration BEFORE = Duration.ofDays(2);

	private final PanelTable panels;

	private final ReviewReader reader;

	private final NoticeTable table;

	private final InvitationMails mails;

	ReviewNotices(PanelTable panels, ReviewReader reader, NoticeTable table, InvitationMails mails) {
		this.panels = panels;
		this.reader = reader;
		this.table = table;
		this.mails = mails;
	}

	/** Tells what has become due, in a transaction of its own. */
	@Transactional
	void tell(long panel, Instant now) {
		this.panels.lock(panel).ifPresent(found -> tell(found, now));
	}

	/** Tells what has become due, in the transaction in which it did. */
	@Transactional(propagation = Propagation.MANDATORY)
	void tell(Panel panel, Instant now) {
		var atHand = this.reader.atHand(panel).orElse(null);
		if (atHand == null) {
			return;
		}
		var review = atHand.review();
		if (review.takesOpinions(now)) {
			var opened = review.openedAt();
			var since = (opened != null) ? opened : now;
			for (var member : atHand.members().seated()) {
				if (!atHand.signed(member)) {
					once(member, Kind.OPEN, review.due().toString(), "panel-review-open", review.due(), now);
					if (late(since, review.due(), now)) {
						once(member, Kind.DUE, review.due().toString(), "panel-review-due", review.due(), now);
					}
				}
			}
		}
		if (review.stage() == ReviewStage.SIGNING) {
			var minutes = atHand.standing().orElseThrow();
			var about = String.valueOf(minutes.number());
			for (var member : atHand.members().seated()) {
				var invitation = member.invitation().id();
				if (minutes.counted().members().contains(invitation) && minutes.of(invitation).isEmpty()
						&& now.isBefore(minutes.signBy())) {
					once(member, Kind.MINUTES, about, "panel-minutes", minutes.signBy(), now);
					if (late(minutes.givenAt(), minutes.signBy(), now)) {
						once(member, Kind.UNSIGNED, about, "panel-minutes-due", minutes.signBy(), now);
					}
				}
			}
		}
	}

	private static boolean late(Instant from, Instant until, Instant now) {
		var half = from.plus(Duration.between(from, until).dividedBy(2));
		var before = until.minus(BEFORE);
		return !now.isBefore(half.isAfter(before) ? half : before);
	}

	private void once(Member member, Kind kind, String about, String template, Instant moment, Instant now) {
		var invitation = member.invitation();
		if (!this.table.told(invitation.id(), kind, about)) {
			this.table.tell(invitation.id(), kind, about, now);
			this.mails.review(invitation, template, moment);
		}
	}

}
