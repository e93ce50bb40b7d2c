package org.zhiqiao.platform.notification;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows who reads; the module that owns the accounts implements it. */
public interface Readers {

	/** Whose address it is, if it belongs to an account. */
	Optional<Reader> byAddress(String address);

	/** Somebody who may sign in. */
	Optional<Reader> byAccount(long accountId);

	/** Those among the sessions that go on and in which the account is signed in. */
	Set<String> open(long accountId, Collection<String> sessions);

	/**
	 * Somebody with an account.
	 *
	 * @param home the zone of their clock, as far as their profile tells
	 */
	record Reader(long accountId, String address, Locale language, @Nullable ZoneId home) {}

}
