/**
 * Says which people fit a need, in which order and why, and keeps the people an owner wants to remember. Must not decide what
 * somebody may see of a person or of a need: the modules that own them do.
 */
@ApplicationModule(allowedDependencies = {"problem", "moment", "audit", "account", "taxonomy", "change", "search",
		"expert",
		"demand", "document"})
@NullMarked
package org.zhiqiao.platform.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
