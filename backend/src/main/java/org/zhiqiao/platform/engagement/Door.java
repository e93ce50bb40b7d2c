package org.zhiqiao.platform.engagement;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.account.Actor;

/**
 * By which way somebody comes to an engagement.
 *
 * @param actor none for the person who holds the link of a letter
 */
record Door(long id, @Nullable Actor actor) {

	@Nullable
	Long account() {
		return (this.actor != null) ? this.actor.accountId() : null;
	}

}
