/**
 * Contract of the index port and people to try it on, all made up.
 */
@NullMarked
package org.zhiqiao.search;

import org.jspecify.annotations.NullMarked;
