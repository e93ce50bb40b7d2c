@NullMarked
package org.zhiqiao.platform.panel.solve;

import org.jspecify.annotations.NullMarked;
