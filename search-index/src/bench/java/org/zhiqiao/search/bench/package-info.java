/**
 * Measures speed and size of matching on made-up people, beside what bare Lucene needs for the
 * same. Decides nothing: no test depends on a time.
 */
@NullMarked
package org.zhiqiao.search.bench;

import org.jspecify.annotations.NullMarked;
