package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.zhiqiao.platform.panel.Minutes.CountedResult;
import org.zhiqiao.platform.panel.ReviewMembers.Member;
import org.zhiqiao.platform.panel.ReviewMembers.Members;
import org.zhiqiao.platform.panel.ReviewResult.Marked;

/**
 * All that there is about a review at a moment. What a member said counts as long as the seat is theirs, and on the items that
 * they may judge; so whoever drops out takes what they said with them, and it stays on file.
 *
 * @param opinions by the number of the invitation
 */
record ReviewAtHand(Panel panel, Review review, Members members, Map<Long, Opinion> opinions, List<Minutes> minutes) {

	ReviewAtHand {
		opinions = Map.copyOf(opinions);
		minutes = List.copyOf(minutes);
	}

	boolean signed(Member member) {
		var opinion = this.opinions.get(member.invitation().id());
		return opinion != null && opinion.signed();
	}

	long signed() {
		return this.members.seated().stream().filter(this::signed).count();
	}

	/** Whether nobody can be swayed any more by what others gave. */
	boolean over(Instant now) {
		if (this.review.openedAt() == null) {
			return false;
		}
		return this.review.closedAt() != null || !now.isBefore(this.review.due()) || allSigned();
	}

	/** Whether everybody has signed who has a seat, and nobody may still come. */
	private boolean allSigned() {
		return !this.members.seated().isEmpty() && !this.members.incomplete()
				&& this.members.seated().stream().allMatch(this::signed);
	}

	/** What counts as things are now. */
	CountedResult counted() {
		var marked = this.members.seated().stream().filter(this::signed).map(this::marked).toList();
		return new CountedResult(this.members.seated().stream().map(member -> member.invitation().id()).toList(),
				ReviewResult.of(this.review.setup(),
						this.panel.content().items().stream().map(PanelContent.Item::number).toList(), marked));
	}

	private Marked marked(Member member) {
		var points = new HashMap<Integer, Map<Integer, Double>>();
		var opinion = this.opinions.get(member.invitation().id());
		if (opinion != null) {
			opinion.content()
					.items()
					.stream()
					.filter(one -> !member.recused().contains(one.item())
							&& one.points().size() == this.review.setup().criteria().size())
					.forEach(one -> points.put(one.item(), one.points()));
		}
		return new Marked(member.invitation().id(), points);
	}

	/** What members have before them. */
	Optional<Minutes> standing() {
		return this.minutes.stream().filter(Minutes::standing).findFirst();
	}

	/** Whether the minutes speak of figures or members that are not those of now. */
	boolean changed() {
		return this.review.settledAt() == null
				&& standing().map(minutes -> !minutes.counted().equals(counted())).orElse(false);
	}

}
