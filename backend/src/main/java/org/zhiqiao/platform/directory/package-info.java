/**
 * The search box for people, needs and stories, with facets, highlights and the query language. Must not
 * decide what somebody may see: the index suggests, the modules that own the things decide.
 */
@ApplicationModule(displayName = "Directory", allowedDependencies = {"problem", "account", "taxonomy", "change",
		"search", "expert", "demand", "publishing", "research"})
@NullMarked
package org.zhiqiao.platform.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
