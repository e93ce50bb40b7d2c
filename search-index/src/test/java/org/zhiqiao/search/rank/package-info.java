/**
 * Ranking of files.
 */
@NullMarked
package org.zhiqiao.search.rank;

import org.jspecify.annotations.NullMarked;
