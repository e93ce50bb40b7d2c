/**
 * Scores and reasons.
 */
@NullMarked
package org.zhiqiao.search.ranking;

import org.jspecify.annotations.NullMarked;
