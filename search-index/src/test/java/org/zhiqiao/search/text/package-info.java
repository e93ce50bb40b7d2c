/**
 * Words, names and concepts.
 */
@NullMarked
package org.zhiqiao.search.text;

import org.jspecify.annotations.NullMarked;
