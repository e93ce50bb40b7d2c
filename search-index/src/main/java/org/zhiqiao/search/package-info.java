/**
 * Takes text and profiles in and gives ranked evidence out; knows nothing of the
 * database, of rights or of the web.
 */
@NullMarked
package org.zhiqiao.search;

import org.jspecify.annotations.NullMarked;
