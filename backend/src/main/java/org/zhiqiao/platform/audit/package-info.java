/**
 * Remembers who did what to which thing, in a chain that shows removal; must not know
 * what the things mean.
 */
@ApplicationModule(displayName = "Audit", allowedDependencies = "problem")
@NullMarked
package org.zhiqiao.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
