/**
 * What the think tank makes for everybody: studies under its research themes, and project guides that grow out of needs; written,
 * reviewed by somebody else and shown to the public. Must not decide what somebody may see of a person or of a need.
 */
@ApplicationModule(displayName = "Research", allowedDependencies = {"problem", "moment", "audit", "notification",
		"account",
		"taxonomy", "expert", "demand", "change", "search", "publishing"})
@NullMarked
package org.zhiqiao.platform.research;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
