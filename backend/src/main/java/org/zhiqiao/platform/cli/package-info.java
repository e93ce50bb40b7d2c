/**
 * Commands that run without the web server. Must not know the features of the platform, only the library they are built on.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.zhiqiao.platform.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
