package org.zhiqiao.platform.expert;

import java.util.Set;

import jakarta.validation.constraints.NotEmpty;

/** The groups of fields that still hold. */
record ConfirmGroups(@NotEmpty Set<Group> groups) {

	ConfirmGroups {
		groups = (groups != null) ? Set.copyOf(groups) : Set.of();
	}

}
