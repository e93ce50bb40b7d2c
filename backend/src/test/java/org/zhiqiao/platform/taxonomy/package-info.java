@NullMarked
package org.zhiqiao.platform.taxonomy;

import org.jspecify.annotations.NullMarked;
