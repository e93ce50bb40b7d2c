/**
 * Compares the weights of the ranking with what came of needs, and suggests others where that is well founded. Must not apply
 * them by itself, nor tell whom its figures are about.
 */
@ApplicationModule(displayName = "Weighting", allowedDependencies = {"problem", "account", "demand", "matching",
		"engagement",
		"exposure", "moment"})
@NullMarked
package org.zhiqiao.platform.weighting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
