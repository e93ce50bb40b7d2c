package org.zhiqiao.platform.account;

/** What a module holds about a person; each module that holds such data implements it. */
public interface PersonalData {

	/** The name of the module's part of an export, such as {@code expert}. */
	String section();

	/** All of it, as a tree that is written as JSON; an empty one if there is nothing. */
	Object export(long accountId);

	/** Removes or anonymises all of it, in the caller's transaction. */
	void erase(long accountId);

}
