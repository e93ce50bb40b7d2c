/**
 * What firms and cities need: posting, reviewing and showing it to those who may see it. Must not know who fits a need.
 */
@ApplicationModule(allowedDependencies = {"problem", "audit", "notification", "change", "account", "taxonomy",
		"organisation", "search"})
@NullMarked
package org.zhiqiao.platform.demand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
