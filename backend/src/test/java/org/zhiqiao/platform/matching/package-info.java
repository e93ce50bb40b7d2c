/** Tests of this module. */
@NullMarked
package org.zhiqiao.platform.matching;

import org.jspecify.annotations.NullMarked;
