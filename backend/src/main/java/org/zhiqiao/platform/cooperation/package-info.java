/**
 * Cooperation that took or takes place, as firms, cities and the province enter it: projects and bases, reviewed before they
 * count. Must not decide what somebody may see of a person or an organisation.
 */
@ApplicationModule(displayName = "Cooperation", allowedDependencies = {"problem", "audit", "notification", "account",
		"taxonomy", "organisation", "expert"})
@NullMarked
package org.zhiqiao.platform.cooperation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
