@NullMarked
package org.zhiqiao.platform.organisation;

import org.jspecify.annotations.NullMarked;
