/** Tests of this package. */
@NullMarked
package org.zhiqiao.platform.panel.conflict;

import org.jspecify.annotations.NullMarked;
