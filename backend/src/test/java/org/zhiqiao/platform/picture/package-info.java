@NullMarked
package org.zhiqiao.platform.picture;

import org.jspecify.annotations.NullMarked;
