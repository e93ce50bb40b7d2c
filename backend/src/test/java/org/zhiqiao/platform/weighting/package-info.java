/** Tests of this module. */
@NullMarked
package org.zhiqiao.platform.weighting;

import org.jspecify.annotations.NullMarked;
