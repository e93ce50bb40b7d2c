/**
 * The embedded engine. Must not know how hits become scores, and nobody but whoever opens the
 * index needs to know it.
 */
@NullMarked
package org.zhiqiao.search.lucene;

import org.jspecify.annotations.NullMarked;
