/**
 * Tells people what concerns them, in the application and by mail, as they chose, and keeps mail until it is sent; must not
 * know what it tells about, nor what an account is: {@link Readers} says to whom an address belongs.
 */
@ApplicationModule(displayName = "Notification", allowedDependencies = {"problem", "moment"})
@NullMarked
package org.zhiqiao.platform.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
