/**
 * The administration's picture of cooperation: where needs, people, projects, bases and what
 * came of needs meet or do not, how concentrated they are
 * and how that changes, and the report made of it. Every figure is counted in the database, to the last row. Only for roles that
 * may see all that is counted.
 */
@ApplicationModule(displayName = "Picture", allowedDependencies = {"problem", "moment", "account", "taxonomy", "expert",
		"demand",
		"cooperation", "engagement", "exposure", "panel", "document"})
@NullMarked
package org.zhiqiao.platform.picture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
