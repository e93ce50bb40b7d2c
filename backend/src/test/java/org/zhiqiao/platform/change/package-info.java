@NullMarked
package org.zhiqiao.platform.change;

import org.jspecify.annotations.NullMarked;
