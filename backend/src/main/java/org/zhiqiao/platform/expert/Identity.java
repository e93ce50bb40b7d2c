package org.zhiqiao.platform.expert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * As much of a profile as tells whether somebody else is the same person, whose name is known to be the same.
 *
 * @param email in lower case
 */
record Identity(long expertId, State state, Identifiers identifiers, @Nullable String email,
		List<Affiliation> affiliations) {

}
