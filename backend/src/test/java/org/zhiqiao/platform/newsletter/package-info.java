/** Tests of newsletters. */
@NullMarked
package org.zhiqiao.platform.newsletter;

import org.jspecify.annotations.NullMarked;
