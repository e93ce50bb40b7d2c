@NullMarked
package org.zhiqiao.platform.document;

import org.jspecify.annotations.NullMarked;
