/**
 * Fills the demonstration with made-up people, organisations, needs, articles, cooperation and studies, all of them marked as such. Nothing may know of it.
 */
@ApplicationModule(allowedDependencies = {"account", "taxonomy", "organisation", "expert", "demand", "publishing",
		"cooperation", "engagement", "research"})
@NullMarked
package org.zhiqiao.platform.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
