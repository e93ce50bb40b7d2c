@NullMarked
package org.zhiqiao.platform.research;

import org.jspecify.annotations.NullMarked;
