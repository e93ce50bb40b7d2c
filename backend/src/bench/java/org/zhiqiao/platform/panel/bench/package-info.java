/** Measures what panels take; run by hand. */
@NullMarked
package org.zhiqiao.platform.panel.bench;

import org.jspecify.annotations.NullMarked;
