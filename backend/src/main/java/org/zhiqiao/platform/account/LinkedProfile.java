package org.zhiqiao.platform.account;

import java.util.Optional;

/** Tells which expert's profile an account keeps; the module that owns the profiles implements it. */
public interface LinkedProfile {

	Optional<Long> expertId(long accountId);

}
