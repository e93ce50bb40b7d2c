/**
 * Describes the interface as it runs, for people who try it and for the front end's types;
 * must not know any feature.
 */
@ApplicationModule(displayName = "OpenAPI", allowedDependencies = "problem")
@NullMarked
package org.zhiqiao.platform.openapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
