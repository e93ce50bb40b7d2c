/**
 * Says what went wrong, in the reader's language and in one form (RFC 9457); must not
 * know any feature.
 */
@ApplicationModule(displayName = "Problem", allowedDependencies = {})
@NullMarked
package org.zhiqiao.platform.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
