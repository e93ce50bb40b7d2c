/** Assembles review panels. Must not decide by itself who is put on one: what was decided, by which rule and by whom, is kept. */
@ApplicationModule(allowedDependencies = {"problem", "moment", "audit", "change", "account", "taxonomy", "organisation",
		"expert",
		"matching", "notification", "document"})
@NullMarked
package org.zhiqiao.platform.panel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
