/**
 * How moments stand in the database, and of which zone a day is one. Must not know any feature.
 */
@ApplicationModule(displayName = "Moments", allowedDependencies = {})
@NullMarked
package org.zhiqiao.platform.moment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
