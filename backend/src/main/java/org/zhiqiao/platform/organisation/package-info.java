/**
 * Firms, universities, institutes and others, under all their names. Must not know who works
 * there or what they ask for.
 */
@ApplicationModule(displayName = "Organisation", allowedDependencies = {"problem", "audit", "account", "taxonomy"})
@NullMarked
package org.zhiqiao.platform.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
