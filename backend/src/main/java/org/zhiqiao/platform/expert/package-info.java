/**
 * Who the experts are, who may see what of them, and whether two profiles are one person. Must not know how anybody searches
 * for experts, nor what firms need from them.
 */
@ApplicationModule(allowedDependencies = {"problem", "audit", "account", "taxonomy", "change", "search",
		"organisation"})
@NullMarked
package org.zhiqiao.platform.expert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
