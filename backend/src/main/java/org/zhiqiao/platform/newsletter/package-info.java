/**
 * Tells people from time to time what is new of what they look for. Must not decide what somebody may see: the modules that own
 * the things say so at each issue.
 */
@ApplicationModule(displayName = "Newsletter", allowedDependencies = {"problem", "moment", "audit", "notification",
		"account",
		"taxonomy", "directory", "expert", "demand", "publishing", "cooperation"})
@NullMarked
package org.zhiqiao.platform.newsletter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
