/** Tests of needs. */
@NullMarked
package org.zhiqiao.platform.demand;

import org.jspecify.annotations.NullMarked;
