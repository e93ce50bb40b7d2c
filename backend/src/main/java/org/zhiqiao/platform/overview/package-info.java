/**
 * The figures and needs on the front page. Must not know anything that not everybody may know.
 */
@ApplicationModule(displayName = "Overview", allowedDependencies = {"expert", "demand", "organisation"})
@NullMarked
package org.zhiqiao.platform.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
