/**
 * Firms, universities, institutes and others, under all their names. and who acts for them. Must not know which experts
 * work there or what is needed there.
 */
@ApplicationModule(displayName = "Organisation", allowedDependencies = {"problem", "audit", "account", "taxonomy",
		"notification"})
@NullMarked
package org.zhiqiao.platform.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
