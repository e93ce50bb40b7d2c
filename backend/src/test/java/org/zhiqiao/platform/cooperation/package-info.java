@NullMarked
package org.zhiqiao.platform.cooperation;

import org.jspecify.annotations.NullMarked;
