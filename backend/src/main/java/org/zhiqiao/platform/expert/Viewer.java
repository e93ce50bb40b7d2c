package org.zhiqiao.platform.expert;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.account.Actor;

/**
 * Who is looking at experts.
 *
 * @param actor none if nobody is signed in
 * @param matchedWithAll whether everybody who is looked at is known to fit a need of this viewer's
 */
public record Viewer(@Nullable Actor actor, boolean matchedWithAll) {

	/** Somebody who is not signed in. */
	public static final Viewer ANYBODY = new Viewer(null, false);

	public static Viewer of(Actor actor) {
		return new Viewer(actor, false);
	}

	public static Viewer of(Optional<Actor> actor) {
		return actor.map(Viewer::of).orElse(ANYBODY);
	}

	/** The same viewer, looking only at people who are among the matches of a need of theirs. */
	public Viewer amongOwnMatches() {
		return new Viewer(this.actor, true);
	}

}
