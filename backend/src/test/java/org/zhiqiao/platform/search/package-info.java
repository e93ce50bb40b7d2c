@NullMarked
package org.zhiqiao.platform.search;

import org.jspecify.annotations.NullMarked;
