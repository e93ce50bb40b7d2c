@NullMarked
package org.zhiqiao.platform.exposure;

import org.jspecify.annotations.NullMarked;
