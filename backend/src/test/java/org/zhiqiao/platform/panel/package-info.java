/** Tests of this module. */
@NullMarked
package org.zhiqiao.platform.panel;

import org.jspecify.annotations.NullMarked;
