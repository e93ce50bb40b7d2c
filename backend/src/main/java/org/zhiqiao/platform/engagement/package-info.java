/**
 * What comes of a need: who is invited or offers to help, how both sides agree, and how it ends. Must not decide what anybody may
 * see of a person or of a need beyond what their owners have shown their guests, nor who fits.
 */
@ApplicationModule(displayName = "Engagement", allowedDependencies = {"problem", "moment", "audit", "notification",
		"account",
		"taxonomy", "organisation", "expert", "demand"})
@NullMarked
package org.zhiqiao.platform.engagement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
