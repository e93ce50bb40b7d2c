package org.zhiqiao.platform.audit;

import java.util.Collection;
import java.util.Map;

/** Says who an account is at present; the module that owns the accounts implements it. */
public interface ActorNames {

	/** The names of those that exist; an erased account has none. */
	Map<Long, String> names(Collection<Long> accountIds);

}
