/**
 * Sends mail, and keeps it until it is sent; must not know what the mail is about.
 */
@ApplicationModule(displayName = "Notification", allowedDependencies = "problem")
@NullMarked
package org.zhiqiao.platform.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
