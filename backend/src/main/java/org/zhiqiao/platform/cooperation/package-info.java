/**
 * Cooperation that took or takes place, as firms, cities and the province enter it: projects, bases, programmes and events,
 * reviewed before they count; and what became of the bases year by year. Must not decide what somebody may see of a person or an organisation.
 */
@ApplicationModule(displayName = "Cooperation", allowedDependencies = {"problem", "moment", "audit", "notification",
		"account", "change",
		"taxonomy", "organisation", "expert"})
@NullMarked
package org.zhiqiao.platform.cooperation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
