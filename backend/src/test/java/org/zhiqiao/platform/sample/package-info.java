/** Tests of this module. */
@NullMarked
package org.zhiqiao.platform.sample;

import org.jspecify.annotations.NullMarked;
