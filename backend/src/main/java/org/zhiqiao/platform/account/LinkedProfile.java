package org.zhiqiao.platform.account;

import java.time.ZoneId;
import java.util.Optional;

/** Tells which expert's profile an account keeps; the module that owns the profiles implements it. */
public interface LinkedProfile {

	Optional<Long> expertId(long accountId);

	/** The zone of the person's clock, as far as the profile tells. */
	Optional<ZoneId> zone(long accountId);

}
