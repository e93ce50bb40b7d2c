/**
 * Serves the front end's files; must not know what is in them.
 */
@ApplicationModule(displayName = "Site", allowedDependencies = {})
@NullMarked
package org.zhiqiao.platform.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
