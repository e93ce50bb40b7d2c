/**
 * Fills the demonstration with made-up people, organisations, needs, articles and cooperation, all of them marked as such. Nothing may know of it.
 */
@ApplicationModule(allowedDependencies = {"account", "taxonomy", "organisation", "expert", "demand", "publishing",
		"cooperation", "engagement"})
@NullMarked
package org.zhiqiao.platform.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
