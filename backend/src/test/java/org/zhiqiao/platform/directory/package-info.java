@NullMarked
package org.zhiqiao.platform.directory;

import org.jspecify.annotations.NullMarked;
