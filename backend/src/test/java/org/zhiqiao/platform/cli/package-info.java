/** Tests of this module. */
@NullMarked
package org.zhiqiao.platform.cli;

import org.jspecify.annotations.NullMarked;
