/**
 * Counts how often each profile is shown and chosen, so that everybody can see whether the same few people take every first
 * page. Keeps no record of who looked.
 */
@ApplicationModule(allowedDependencies = {"problem", "account", "expert", "matching"})
@NullMarked
package org.zhiqiao.platform.exposure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
