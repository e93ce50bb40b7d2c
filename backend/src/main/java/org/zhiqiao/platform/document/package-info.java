/**
 * Sets text and tables in files to print or to calculate with: pages of PDF, sheets of workbooks. Must not know what they are
 * about.
 */
@ApplicationModule(displayName = "Documents", allowedDependencies = {})
@NullMarked
package org.zhiqiao.platform.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
