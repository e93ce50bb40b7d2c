/** Tests of articles. */
@NullMarked
package org.zhiqiao.platform.publishing;

import org.jspecify.annotations.NullMarked;
