/**
 * Tests of sentence vectors.
 */
@NullMarked
package org.zhiqiao.search.embedding;

import org.jspecify.annotations.NullMarked;
