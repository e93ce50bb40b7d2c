/**
 * What information officers tell about cooperation: writing, reviewing and showing it to the public. Must not decide what
 * somebody may see of a person or an organisation that an article is about.
 */
@ApplicationModule(displayName = "Publishing", allowedDependencies = {"problem", "moment", "audit", "notification",
		"account",
		"taxonomy", "organisation", "expert", "change", "search"})
@NullMarked
package org.zhiqiao.platform.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
