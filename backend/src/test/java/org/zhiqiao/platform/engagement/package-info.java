@NullMarked
package org.zhiqiao.platform.engagement;

import org.jspecify.annotations.NullMarked;
