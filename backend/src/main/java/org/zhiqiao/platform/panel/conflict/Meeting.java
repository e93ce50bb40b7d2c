package org.zhiqiao.platform.panel.conflict;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.panel.conflict.Families.Member;
import org.zhiqiao.platform.panel.conflict.Finding.Kind;
import org.zhiqiao.platform.panel.conflict.Finding.Known;
import org.zhiqiao.platform.panel.conflict.Finding.Link;
import org.zhiqiao.platform.panel.conflict.Finding.Step;

/**
 * Two organisations are one, or belong to one family.
 *
 * @param bridge leads from the first to the second, without the first
 */
record Meeting(Known known, List<Step> bridge) {

	/** An organisation and what the register knows of it. */
	record Place(NamedOrganisation organisation, List<Member> members) {

		static Place of(NamedOrganisation organisation, Families families) {
			return new Place(organisation, families.members(organisation));
		}

	}

	/** None if they have nothing to do with each other. Where the register knows both, names do not count. */
	static @Nullable Meeting of(Place first, Place second) {
		var alike = first.organisation().writtenLike(second.organisation());
		var known = alike ? Known.PROFILE : Known.REGISTER;
		if (first.members().isEmpty() || second.members().isEmpty()) {
			return alike ? new Meeting(known, called(first.organisation().name(), second)) : null;
		}
		Meeting family = null;
		for (var one : first.members()) {
			for (var other : second.members()) {
				if (one.organisation() == other.organisation()) {
					return new Meeting(known, called(first.organisation().name(), second));
				}
				if (family == null && one.family().number() == other.family().number()) {
					family = new Meeting(known, bridge(first.organisation().name(), one, other, second));
				}
			}
		}
		return family;
	}

	private static List<Step> bridge(String from, Member one, Member other, Place second) {
		var steps = new ArrayList<Step>();
		var at = from;
		if (!one.isFamily()) {
			at = one.family().name();
			steps.add(Step.to(Kind.ORGANISATION, at, Link.BELONGS_TO));
		}
		if (other.isFamily()) {
			steps.addAll(called(at, second));
		} else {
			steps.add(Step.to(Kind.ORGANISATION, second.organisation().name(), Link.PARENT_OF));
		}
		return steps;
	}

	private static List<Step> called(String at, Place second) {
		var name = second.organisation().name();
		return at.equals(name) ? List.of() : List.of(Step.to(Kind.ORGANISATION, name, Link.ALSO_CALLED));
	}

}
