/**
 * Knows who somebody is and what they may do; must not know what experts, firms and
 * officers work on.
 */
@ApplicationModule(displayName = "Account", allowedDependencies = {"problem", "audit", "notification", "taxonomy"})
@NullMarked
package org.zhiqiao.platform.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
